package lv.vmis.register.ban;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import lv.vmis.register.decision.BanLine;
import lv.vmis.register.decision.Decision;
import lv.vmis.register.decision.DecisionKind;
import lv.vmis.register.decision.Draft;
import lv.vmis.register.edge.Parse;
import lv.vmis.register.kernel.LatvianDates;
import lv.vmis.register.kernel.Outcome;
import org.jspecify.annotations.Nullable;

/** A decision that only bans, as typed. */
public record BanForm(
        UUID key,
        int version,
        @Nullable String legalBasis,
        @Nullable String territory,
        @Nullable String months,
        @Nullable String starts,
        @Nullable String startsOn,
        @Nullable String reasons,
        @Nullable String familyLife,
        @Nullable String unionFamily,
        @Nullable String conduct) {

    public static final String YES = "YES";

    private static final int REASONS = 20_000;

    static BanForm of(UUID key, BanTerms terms) {
        return new BanForm(
                key,
                0,
                terms.legalBasis(),
                terms.territory(),
                terms.months(),
                terms.starts(),
                terms.startsOn(),
                null,
                null,
                null,
                null);
    }

    /** A stored draft as a form. */
    static BanForm of(UUID key, Decision draft, List<BanLine> bans) {
        var one = bans.getFirst();
        return new BanForm(
                key,
                draft.version(),
                one.legalBasis(),
                bans.size() > 1 ? BanTerms.BOTH : one.territory().name(),
                one.months() == null ? null : one.months().toString(),
                one.starts().name(),
                one.startsOn() == null ? null : LatvianDates.numeric(one.startsOn()),
                draft.reasons(),
                draft.familyLife(),
                draft.unionFamily() ? YES : null,
                draft.conduct());
    }

    /** The same form, about the version that is stored now. */
    BanForm onto(int stored) {
        return new BanForm(
                key,
                stored,
                legalBasis,
                territory,
                months,
                starts,
                startsOn,
                reasons,
                familyLife,
                unionFamily,
                conduct);
    }

    Outcome<Draft> parse(LocalDate today) {
        var in = new Parse(today);
        var bans = new BanTerms(legalBasis, territory, months, starts, startsOn).parse(in);
        var why = in.text("reasons", reasons, REASONS);
        var family = in.text("familyLife", familyLife, REASONS);
        var weighed = in.optionalText("conduct", conduct, REASONS);
        return in.into(() -> new Draft(
                DecisionKind.ENTRY_BAN,
                bans.get().getFirst().legalBasis(),
                null,
                null,
                why.get(),
                family.get(),
                isUnionFamily(),
                weighed.orNull(),
                bans.get()));
    }

    public boolean isUnionFamily() {
        return YES.equals(unionFamily);
    }
}
