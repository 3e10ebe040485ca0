package lv.vmis.register.followup;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Pattern;
import lv.vmis.register.decision.DecisionRefusal;
import lv.vmis.register.edge.Parse;
import lv.vmis.register.kernel.LatvianDates;
import lv.vmis.register.kernel.Outcome;
import lv.vmis.register.reference.Countries;
import lv.vmis.register.reference.Country;
import org.jspecify.annotations.Nullable;

/**
 * A follow-up decision as typed.
 *
 * @param target {@value #DECISION}, or the ban it is about
 */
public record FollowUpForm(
        UUID key,
        int version,
        @Nullable String target,
        @Nullable String kind,
        @Nullable String legalBasis,
        @Nullable String effectOn,
        @Nullable String leaveBy,
        @Nullable String termMonths,
        @Nullable String destination,
        @Nullable String reasons) {

    public static final String DECISION = "decision";

    private static final Pattern MORE = Pattern.compile("\\+ ?(\\d{1,4})");

    private static final int CODE = 50;

    private static final int MONTHS = 1_200;

    private static final int REASONS = 20_000;

    static FollowUpForm of(UUID key, @Nullable String target, FollowUpKind kind, LocalDate today) {
        return new FollowUpForm(key, 0, target, kind.name(), null, LatvianDates.numeric(today), null, null, null, null);
    }

    /** What waits for a signature as a form; the country by its name. */
    static FollowUpForm of(UUID key, FollowUp waiting, @Nullable String country) {
        var ban = waiting.banId();
        return new FollowUpForm(
                key,
                waiting.version(),
                ban == null ? DECISION : ban.toString(),
                waiting.kind().name(),
                waiting.legalBasis(),
                LatvianDates.numeric(waiting.effectOn()),
                waiting.leaveBy() == null ? null : LatvianDates.numeric(waiting.leaveBy()),
                waiting.termMonths() == null ? null : waiting.termMonths().toString(),
                country,
                waiting.reasons());
    }

    FollowUpForm onto(int stored) {
        return new FollowUpForm(
                key, stored, target, kind, legalBasis, effectOn, leaveBy, termMonths, destination, reasons);
    }

    /** The kind chosen, if it is one. */
    @Nullable
    FollowUpKind chosen() {
        return Arrays.stream(FollowUpKind.values())
                .filter(one -> one.name().equals(kind))
                .findFirst()
                .orElse(null);
    }

    boolean isAbout(Target one) {
        return one.banId() == null
                ? DECISION.equals(target)
                : one.banId().toString().equals(target);
    }

    /** @param present the last day to leave as it stands: what is written as {@code +14} is counted from it */
    Outcome<PrepareFollowUp.Input> parse(
            UUID decision, @Nullable LocalDate present, Countries countries, LocalDate today) {
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
        var country = how.orNull() == FollowUpKind.AMEND
                ? in.found(
                        "destination",
                        destination,
                        typed -> countries.accept(typed, Country::isPlace).orElse(null),
                        DecisionRefusal.COUNTRY_UNKNOWN)
                : new Parse.Parsed<Country>(null);
        var why = in.text("reasons", reasons, REASONS);
        return in.into(() -> new PrepareFollowUp.Input(
                decision,
                what.get().equals(DECISION) ? null : Parse.id("target", what.get()),
                how.get(),
                basis.get(),
                from.get(),
                last.orNull(),
                months.orNull(),
                country.orNull() == null ? null : country.get().code(),
                why.get()));
    }

    private static @Nullable String counted(@Nullable String typed, @Nullable LocalDate from) {
        var more = typed == null || from == null ? null : MORE.matcher(typed.strip());
        return more == null || !more.matches()
                ? typed
                : LatvianDates.numeric(Objects.requireNonNull(from).plusDays(Long.parseLong(more.group(1))));
    }
}
