package lv.vmis.register.notice;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import lv.vmis.register.edge.Parse;
import lv.vmis.register.edge.Parse.Parsed;
import lv.vmis.register.followup.FollowUpKind;
import lv.vmis.register.followup.Target;
import lv.vmis.register.kernel.Outcome;
import org.jspecify.annotations.Nullable;

/**
 * What a notice says of a ban entered before, as typed.
 *
 * @param decision number of the decision
 * @param territory of the one ban; BOTH: the decision with all its bans
 */
public record NoticedChangeForm(
        UUID key,
        int version,
        @Nullable String decision,
        @Nullable String territory,
        @Nullable String kind,
        @Nullable String number,
        @Nullable String decidedOn,
        @Nullable String effectOn,
        @Nullable String termMonths,
        @Nullable String reasons) {

    private static final String BOTH = "BOTH";
    private static final int NAME = 200;
    private static final int REASONS = 20_000;
    private static final int MONTHS = 1_200;

    static NoticedChangeForm of(UUID key, Notice notice) {
        return new NoticedChangeForm(key, notice.version(), null, BOTH, null, null, null, null, null, notice.summary());
    }

    /** @param targets the decision of that number and its bans; none: there is no such decision */
    Outcome<EnterNoticedChange.Input> parse(UUID notice, @Nullable UUID found, List<Target> targets, LocalDate today) {
        var in = new Parse(today);
        in.text("decision", decision, NAME);
        var what = in.oneOf("kind", kind, FollowUpKind.class);
        var no = in.text("number", number, NAME);
        var given = in.pastDay("decidedOn", decidedOn);
        var from = in.day("effectOn", effectOn);
        var months = termMonths == null || termMonths.isBlank()
                ? new Parsed<Integer>(null)
                : in.number("termMonths", termMonths, 1, MONTHS);
        var why = in.text("reasons", reasons, REASONS);
        if (found == null && !in.noted("decision")) {
            in.refuse("decision", NoticeRefusal.DECISION_UNKNOWN);
        }
        var ban = targets.stream()
                .filter(target -> target.banId() != null
                        && String.valueOf(target.territory()).equals(territory))
                .map(Target::banId)
                .findFirst()
                .orElse(null);
        if (found != null && ban == null && !BOTH.equals(territory)) {
            in.refuse("territory", NoticeRefusal.NOT_A_TARGET);
        }
        return in.into(() -> new EnterNoticedChange.Input(
                notice,
                version,
                Objects.requireNonNull(found),
                ban,
                what.get(),
                no.get(),
                given.get(),
                from.get(),
                months.orNull(),
                why.get()));
    }
}
