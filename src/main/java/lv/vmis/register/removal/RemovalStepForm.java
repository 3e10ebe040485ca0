package lv.vmis.register.removal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
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
        @Nullable String born) {

    private static final int NOTE = 4_000;

    private static final int CODE = 50;

    private static final int STEPS = 100_000;

    private static final int ESCORTS = 99;

    static RemovalStepForm fresh(UUID key, String today, String now, @Nullable String country) {
        return new RemovalStepForm(
                key, null, null, today, now, null, country, null, null, null, "2", null, null, null, null, null);
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
        var words = kind == StepKind.FAILED
                ? in.text("note", note, NOTE).orNull()
                : in.optionalText("note", note, NOTE).orNull();
        var starts = start;
        var escort = guards;
        var place = end;
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
                words));
    }
}
