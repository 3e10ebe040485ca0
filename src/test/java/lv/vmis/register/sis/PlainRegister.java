package lv.vmis.register.sis;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import lv.vmis.register.sis.AlertFacts.*;
import lv.vmis.register.sis.Happening.*;
import org.jspecify.annotations.Nullable;

/** Keeps what happens as the tables of the register do, and gives the facts that the views give. */
final class PlainRegister {

    private final List<Decided> decisions = new ArrayList<>();
    private final List<Happening> all = new ArrayList<>();
    private final List<Integer> places = new ArrayList<>();
    private final List<SeenAt> seen = new ArrayList<>();
    private final List<ClosedAt> closed = new ArrayList<>();
    private final List<Held> held = new ArrayList<>();
    private final List<End> permits = new ArrayList<>();
    private boolean isFreeMover;

    private record SeenAt(LocalDate on, int place) {}

    private record ClosedAt(Closed what, int place) {}

    void happens(Happening what) {
        var place = all.size();
        all.add(what);
        switch (what) {
            case Decided one -> {
                decisions.add(one);
                places.add(place);
            }
            case Seen(var on) -> seen.add(new SeenAt(on, place));
            case NotHim _ ->
                seen.remove(seen.stream().min(Comparator.comparing(SeenAt::on)).orElseThrow());
            case Closed one -> closed.add(new ClosedAt(one, place));
            case Reopened(var of) -> closed.removeIf(one -> one.what().returnCase() == of);
            case Detained(var on) -> held.add(new Held(on, null));
            case Released(var on) -> held.add(new Held(held.removeLast().fromDay(), on));
            case Permitted(var on) -> permits.add(new End(on, "PERMIT_KEPT", moment(place)));
            case Naturalised _ -> isFreeMover = true;
            case Cancelled _, Suspended _, Resumed _, Reduced _, Contested _, Resolved _, Departed _ -> {}
        }
    }

    private static Instant moment(int place) {
        return Instant.EPOCH.plusSeconds(place);
    }

    /** Whether what became known at this place came after the decision. */
    private boolean follows(LocalDate day, int place, int i) {
        var on = decisions.get(i).on();
        return day.isAfter(on) || (day.equals(on) && place > places.get(i));
    }

    static UUID decision(int number) {
        return new UUID(1, number);
    }

    static UUID banId(int number) {
        return new UUID(2, number);
    }

    AlertFacts facts() {
        var ends = Stream.concat(
                        closed.stream()
                                .filter(one -> !one.what().reason().equals("ABSCONDED"))
                                .map(one -> new End(one.what().on(), one.what().reason(), moment(one.place()))),
                        permits.stream())
                .toList();
        return new AlertFacts(
                IntStream.range(0, decisions.size()).mapToObj(this::obligation).toList(),
                IntStream.range(0, decisions.size())
                        .filter(i -> decisions.get(i).months() != null)
                        .mapToObj(this::ban)
                        .toList(),
                ends,
                List.copyOf(held),
                isFreeMover);
    }

    /** The ban of a decision as the rule sees it. */
    @Nullable
    SchengenBan bannedBy(int number) {
        return decisions.get(number).months() == null ? null : ban(number);
    }

    private Obligation obligation(int i) {
        var one = decisions.get(i);
        return new Obligation(
                decision(i),
                one.kind().name(),
                one.on(),
                moment(places.get(i)),
                cancelledOn(i),
                one.kind() == Kind.COURT_EXPULSION ? one.on() : null,
                least(
                        leftSince(i),
                        of(Departed.class)
                                .filter(d -> decisions.get(d.decision()).returnCase() == one.returnCase())
                                .map(Departed::on)
                                .min(Comparator.naturalOrder())
                                .orElse(null)),
                seen.stream()
                        .filter(s -> follows(s.on(), s.place(), i))
                        .map(SeenAt::on)
                        .min(Comparator.naturalOrder())
                        .orElse(null),
                isReplaced(i));
    }

    private boolean isReplaced(int i) {
        return IntStream.range(i + 1, decisions.size())
                .anyMatch(
                        n -> decisions.get(n).returnCase() == decisions.get(i).returnCase() && cancelledOn(n) == null);
    }

    private @Nullable LocalDate leftSince(int i) {
        return IntStream.range(0, all.size())
                .filter(place ->
                        all.get(place) instanceof Departed(var of, var on) && (of == i || follows(on, place, i)))
                .mapToObj(place -> ((Departed) all.get(place)).on())
                .min(Comparator.naturalOrder())
                .orElse(null);
    }

    private @Nullable LocalDate cancelledOn(int i) {
        return Stream.concat(
                        of(Cancelled.class)
                                .filter(one -> one.decision() == i && !one.banOnly())
                                .map(Cancelled::from),
                        of(Resolved.class)
                                .filter(one -> one.decision() == i && one.cancels())
                                .map(Resolved::on))
                .min(Comparator.naturalOrder())
                .orElse(null);
    }

    private @Nullable LocalDate suspendedSince(int i, boolean banOnly) {
        LocalDate since = null;
        for (var what : all) {
            if (what instanceof Suspended(var of, var ban, var from) && of == i && ban == banOnly) {
                since = from;
            } else if (what instanceof Resumed(var of, var ban, var _) && of == i && ban == banOnly) {
                since = null;
            }
        }
        return since;
    }

    private @Nullable LocalDate waitingRemedy(int i) {
        LocalDate waiting = null;
        for (var what : all) {
            if (what instanceof Contested(var of, var on) && of == i) {
                waiting = on;
            } else if (what instanceof Resolved one && one.decision() == i) {
                waiting = null;
            }
        }
        return waiting;
    }

    private SchengenBan ban(int i) {
        var one = decisions.get(i);
        var cancelledOn = least(
                cancelledOn(i),
                of(Cancelled.class)
                        .filter(c -> c.decision() == i && c.banOnly())
                        .map(Cancelled::from)
                        .min(Comparator.naturalOrder())
                        .orElse(null));
        var suspendedOn = least(least(suspendedSince(i, false), waitingRemedy(i)), suspendedSince(i, true));
        var reduced = of(Reduced.class)
                .filter(r -> r.decision() == i)
                .map(Reduced::months)
                .min(Comparator.naturalOrder());
        var months = reduced.orElse(Objects.requireNonNull(one.months()) == 0 ? null : one.months());
        var from = leftSince(i);
        // ban_clock leaves out a ban that was cancelled before it began.
        if (cancelledOn != null && from != null && !cancelledOn.isAfter(from)) {
            from = null;
        }
        LocalDate to = null;
        if (from != null) {
            to = months == null ? null : from.plusMonths(months);
            to = least(to, cancelledOn == null ? null : cancelledOn.minusDays(1));
            to = least(to, suspendedOn == null ? null : suspendedOn.minusDays(1));
        }
        var obligation = obligation(i);
        var seenOn = from == null && obligation.departedOn() == null ? obligation.seenLeavingOn() : null;
        return new SchengenBan(
                banId(i),
                decision(i),
                one.on(),
                months,
                cancelledOn,
                suspendedOn,
                from,
                to,
                seenOn,
                moment(places.get(i)));
    }

    private static @Nullable LocalDate least(@Nullable LocalDate one, @Nullable LocalDate other) {
        return one == null ? other : other == null || one.isBefore(other) ? one : other;
    }

    private <T extends Happening> Stream<T> of(Class<T> kind) {
        return all.stream().filter(kind::isInstance).map(kind::cast);
    }
}
