package lv.vmis.register.removal;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Pattern;
import lv.vmis.register.edge.EdgeRefusal;
import lv.vmis.register.edge.Parse;
import lv.vmis.register.kernel.Outcome;
import lv.vmis.register.reference.Countries;
import lv.vmis.register.reference.Country;
import org.jspecify.annotations.Nullable;

/**
 * A step of carrying out a removal as typed.
 *
 * @param also removals of others, for whom the same was done
 * @param seen what the official had before him, as a number
 */
public record RemovalStepForm(
        UUID key,
        @Nullable List<UUID> also,
        @Nullable String seen,
        @Nullable String happenedOn,
        @Nullable String happenedAt,
        @Nullable String outcome,
        @Nullable String country,
        @Nullable String number,
        @Nullable String startsOn,
        @Nullable String startsAt,
        @Nullable String escorts,
        @Nullable String escortEnd,
        @Nullable String language,
        @Nullable String untilOn,
        @Nullable String note,
        @Nullable String name,
        @Nullable String present,
        @Nullable String amount,
        @Nullable String fromPlace,
        @Nullable String toPlace,
        @Nullable String departsOn,
        @Nullable String departsAt,
        @Nullable String born) {

    private static final int NOTE = 4_000;

    private static final int CODE = 50;

    private static final int STEPS = 100_000;

    private static final int ESCORTS = 99;

    private static final int NAME = 200;

    /** Up to a million euros, with cents or without. */
    private static final Pattern AMOUNT = Pattern.compile("\\d{1,6}(?:[.,]\\d{2})?");

    /** Whether a monitor was present is chosen, and not ticked: nobody leaves it out by mistake. */
    private enum Answer {
        YES,
        NO
    }

    static RemovalStepForm fresh(UUID key, String today, String now, @Nullable String country) {
        return new RemovalStepForm(
                key, null, null, today, now, null, country, null, null, null, "2", null, null, null, null, null, null,
                null, null, null, null, null, null);
    }

    public boolean isFor(UUID decision) {
        return also != null && also.contains(decision);
    }

    Outcome<NoteRemovalStep.Input> parse(UUID decision, StepKind kind, Countries countries, LocalDate today) {
        var in = new Parse(today);
        var version = in.number("seen", seen, 0, STEPS);
        var at = in.moment("happenedOn", happenedOn, "happenedAt", happenedAt);
        var came = kind.outcomes() == null
                ? null
                : in.text("outcome", outcome, CODE).orNull();
        var state = kind.asksState()
                ? in.found(
                                "country",
                                country,
                                typed -> countries
                                        .accept(typed, Country::isNationality)
                                        .orElse(null),
                                EdgeRefusal.NOT_IN_LIST)
                        .orNull()
                : null;
        var digits = kind.isNumbered() ? in.optionalText("number", number, CODE).orNull() : null;
        Instant start = null;
        Integer guards = null;
        String end = null;
        if (kind == StepKind.SCHEDULED) {
            start = in.moment("startsOn", startsOn, "startsAt", startsAt).orNull();
            guards = in.number("escorts", escorts, 0, ESCORTS).orNull();
            if (guards != null && guards > 0) {
                end = in.text("escortEnd", escortEnd, CODE).orNull();
            }
        }
        var told =
                kind == StepKind.NOTIFIED ? in.text("language", language, CODE).orNull() : null;
        var until =
                kind == StepKind.POSTPONED ? in.optionalDay("untilOn", untilOn).orNull() : null;
        var words = kind.isExplained()
                ? in.text("note", note, NOTE).orNull()
                : in.optionalText("note", note, NOTE).orNull();
        var starts = start;
        var escort = guards;
        var place = end;
        var who = kind.isNamed() ? in.text("name", name, NAME).orNull() : null;
        var was = kind == StepKind.MONITORED
                ? in.oneOf("present", present, Answer.class).orNull()
                : null;
        var cost = kind == StepKind.COST ? euros(in) : null;
        var trip = kind == StepKind.TRANSPORT_BOOKED ? trip(in) : null;
        return in.into(() -> new NoteRemovalStep.Input(
                decision,
                Objects.requireNonNullElse(also, List.of()),
                version.get(),
                kind,
                at.get(),
                came,
                state == null ? null : state.code(),
                digits,
                starts,
                place,
                escort,
                told,
                until,
                words,
                who,
                was == null ? null : was == Answer.YES,
                cost,
                trip));
    }

    private @Nullable BigDecimal euros(Parse in) {
        var typed = in.text("amount", amount, CODE).orNull();
        if (typed == null) {
            return null;
        }
        var plain = typed.replaceAll("[\\s\\u00A0]", "");
        var value = AMOUNT.matcher(plain).matches() ? new BigDecimal(plain.replace(',', '.')) : BigDecimal.ZERO;
        if (value.signum() == 0) {
            in.refuse("amount", RemovalRefusal.NOT_AN_AMOUNT);
            return null;
        }
        return value.setScale(2);
    }

    private NoteRemovalStep.@Nullable Trip trip(Parse in) {
        var from = in.text("fromPlace", fromPlace, NAME).orNull();
        var to = in.text("toPlace", toPlace, NAME).orNull();
        var at = in.moment("departsOn", departsOn, "departsAt", departsAt).orNull();
        return from == null || to == null || at == null ? null : new NoteRemovalStep.Trip(from, to, at);
    }
}
