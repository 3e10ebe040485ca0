package lv.vmis.register.contingency;

import static lv.vmis.register.kernel.Outcome.done;
import static lv.vmis.register.kernel.Outcome.refused;

import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lv.vmis.register.check.Check;
import lv.vmis.register.check.Judgement;
import lv.vmis.register.check.Traveller;
import lv.vmis.register.journal.Entry;
import lv.vmis.register.journal.Journal;
import lv.vmis.register.kernel.Action;
import lv.vmis.register.kernel.Actor;
import lv.vmis.register.kernel.Outcome;
import lv.vmis.register.kernel.PartialDate;
import lv.vmis.register.kernel.PersonId;
import lv.vmis.register.kernel.Purpose;
import lv.vmis.register.kernel.RegisterClock;
import lv.vmis.register.reference.Codes;
import lv.vmis.register.reference.Countries;
import org.jspecify.annotations.Nullable;

/**
 * Enters a check that a device made without network: in the journal as a look at whom it found, with its time at the border, once; and
 * beside it what the register answers to the same question now.
 */
@Action
public class EnterOfflineCheck {

    /** Name of the look in the journal. */
    static final String OPERATION = "check.offline";

    /** One check of a file a device brought. */
    public record Input(Device device, UUID queue, int place, QueuedCheck check) {}

    private final Devices devices;
    private final OfflineChecks checks;
    private final Check check;
    private final Countries countries;
    private final Codes codes;
    private final Journal journal;
    private final Clock clock;

    EnterOfflineCheck(
            Devices devices,
            OfflineChecks checks,
            Check check,
            Countries countries,
            Codes codes,
            Journal journal,
            Clock clock) {
        this.devices = devices;
        this.checks = checks;
        this.check = check;
        this.countries = countries;
        this.codes = codes;
        this.journal = journal;
        this.clock = clock;
    }

    /** Gives the number of the entry. */
    public Outcome<UUID> run(Input in, Actor by) {
        devices.lock(in.device().id());
        if (checks.isEntered(in.device().id(), in.queue(), in.place())) {
            return refused(ContingencyRefusal.ALREADY_ENTERED);
        }
        var made = in.check();
        var day = LocalDate.ofInstant(made.at(), RegisterClock.RIGA);
        if (!codes.isInForce("purpose", made.purpose(), day)) {
            return refused(ContingencyRefusal.PURPOSE_UNKNOWN);
        }
        var now = now(made, day);
        var shown = made.persons().stream().map(PersonId::new).toList();
        var entry = journal.record(
                by,
                Entry.look(OPERATION, new Purpose(made.purpose(), null, why(in)))
                        .about(shown)
                        .searching(made.asked(), shown.size())
                        .with(state(in, now.orElse(null))));
        var all = Stream.concat(shown.stream(), now.stream().flatMap(judged -> judged.persons().stream()))
                .map(PersonId::value)
                .distinct()
                .toList();
        checks.add(
                in,
                entry,
                asked(made.asked()),
                now.map(judged -> judged.verdict().kind()).orElse(null),
                all,
                by,
                clock.instant());
        return done(entry);
    }

    /** Nothing when the register reads the question otherwise than the list did. */
    private Optional<Judgement> now(QueuedCheck made, LocalDate day) {
        return switch (made.form().parse(countries, day)) {
            case Outcome.Done<Traveller>(var asked) -> Optional.of(check.today(asked, Purpose.of(made.purpose())));
            case Outcome.Refused<Traveller> _ -> Optional.empty();
        };
    }

    /** Who looks at the entry learns who has really asked, where and when. */
    private static String why(Input in) {
        var made = in.check();
        return Stream.of(
                        made.inspector(),
                        in.device().name(),
                        made.at()
                                .atZone(RegisterClock.RIGA)
                                .toLocalDateTime()
                                .withNano(0)
                                .toString(),
                        made.reason())
                .filter(Objects::nonNull)
                .collect(Collectors.joining(" · "));
    }

    private static Map<String, ?> state(Input in, @Nullable Judgement now) {
        var made = in.check();
        var state = new LinkedHashMap<String, Object>();
        state.put("at", made.at().toString());
        state.put("inspector", made.inspector());
        state.put("device", in.device().name());
        state.put("queue", in.queue());
        state.put("place", in.place());
        state.put("number", made.id());
        state.put("list", made.list());
        state.put("verdict", made.verdict());
        state.put("reasons", made.reasons());
        if (now != null) {
            state.put("verdictNow", now.verdict().kind());
        }
        return state;
    }

    /** "NGUYEN Van An, 02.01.1990., VNM, N1234567". */
    private static String asked(Map<String, String> asked) {
        var birth = asked.get("birthDate");
        var name = Stream.of(asked.get("familyName"), asked.get("givenNames"))
                .filter(Objects::nonNull)
                .collect(Collectors.joining(" "));
        return Stream.of(
                        name,
                        birth == null ? "" : PartialDate.valueOf(birth).shown(),
                        asked.getOrDefault("nationality", ""),
                        asked.getOrDefault("number", ""))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(", "));
    }
}
