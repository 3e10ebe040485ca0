package lv.vmis.register.followup;

import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Pattern;
import lv.vmis.register.edge.Parse;
import lv.vmis.register.kernel.LatvianDates;
import lv.vmis.register.kernel.Outcome;
import org.jspecify.annotations.Nullable;

/**
 * A follow-up decision as typed.
 *
 * @param target {@value #DECISION}, or the ban it is about
 */
public record FollowUpForm(
        UUID key,
        @Nullable String target,
        @Nullable String kind,
        @Nullable String legalBasis,
        @Nullable String effectOn,
        @Nullable String leaveBy,
        @Nullable String termMonths,
        @Nullable String reasons) {

    public static final String DECISION = "decision";

    private static final Pattern MORE = Pattern.compile("\\+ ?(\\d{1,4})");

    private static final int CODE = 50;

    private static final int MONTHS = 1_200;

    private static final int REASONS = 20_000;

    /** @param present the last day to leave as it stands: what is written as {@code +14} is counted from it */
    Outcome<PrepareFollowUp.Input> parse(UUID decision, @Nullable LocalDate present, LocalDate today) {
        var in = new Parse(today);
        var what = in.text("target", target, CODE);
        var how = in.oneOf("kind", kind, FollowUpKind.class);
        var basis = in.text("legalBasis", legalBasis, CODE);
        var from = in.day("effectOn", effectOn);
        var last = how.orNull() == FollowUpKind.EXTEND
                ? in.day("leaveBy", counted(leaveBy, present))
                : new Parse.Parsed<LocalDate>(null);
        var months = how.orNull() == FollowUpKind.REDUCE
                ? in.number("termMonths", termMonths, 1, MONTHS)
                : new Parse.Parsed<Integer>(null);
        var why = in.text("reasons", reasons, REASONS);
        return in.into(() -> new PrepareFollowUp.Input(
                decision,
                what.get().equals(DECISION) ? null : Parse.id("target", what.get()),
                how.get(),
                basis.get(),
                from.get(),
                last.orNull(),
                months.orNull(),
                why.get()));
    }

    private static @Nullable String counted(@Nullable String typed, @Nullable LocalDate from) {
        var more = typed == null || from == null ? null : MORE.matcher(typed.strip());
        return more == null || !more.matches()
                ? typed
                : LatvianDates.numeric(Objects.requireNonNull(from).plusDays(Long.parseLong(more.group(1))));
    }
}
