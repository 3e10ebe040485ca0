package lv.vmis.register.law;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import lv.vmis.register.edge.EdgeRefusal;
import lv.vmis.register.kernel.Actor;
import lv.vmis.register.kernel.RefusalCode;
import lv.vmis.register.reference.Amendment;
import lv.vmis.register.reference.Ground;
import lv.vmis.register.reference.GroundChange;
import lv.vmis.register.reference.LawChange;
import org.jspecify.annotations.Nullable;

/** A proposal to change a legal parameter or a ground from a day on, and what was answered. */
public record Proposal(
        UUID id,
        ChangeKind kind,
        String code,
        @Nullable BigDecimal value,
        @Nullable String valueText,
        @Nullable String law,
        @Nullable String section,
        @Nullable String paragraph,
        @Nullable String clause,
        @Nullable String citationLv,
        @Nullable String citationEn,
        @Nullable String textLv,
        @Nullable String textEn,
        @Nullable String decidingAuthority,
        @Nullable String use,
        @Nullable String sisBasis,
        @Nullable String banLimit,
        LocalDate validFrom,
        String source,
        String certainty,
        UUID proposedBy,
        String proposedByName,
        Instant proposedAt,
        @Nullable String answer,
        @Nullable String answerReason,
        @Nullable String answeredByName,
        @Nullable Instant answeredAt,
        int version) {

    /** Where a proposal stands. */
    public enum State {
        WAITING("order"),
        APPROVED("ok"),
        DECLINED("muted"),
        WITHDRAWN("muted");

        private final String badge;

        State(String badge) {
            this.badge = badge;
        }

        public String badge() {
            return badge;
        }
    }

    public State state() {
        return answer == null ? State.WAITING : State.valueOf(answer);
    }

    public Amendment change() {
        var ground = kind.ground();
        return ground == null
                ? new LawChange(code, value, valueText, validFrom, source, certainty)
                : new GroundChange(ground, code, ground(), validFrom, source, certainty);
    }

    /** What the ground is to say; nothing when it ends, and of a value. */
    private @Nullable Ground ground() {
        return citationLv == null
                ? null
                : new Ground(
                        given(law),
                        given(section),
                        paragraph,
                        clause,
                        citationLv,
                        given(citationEn),
                        given(textLv),
                        given(textEn),
                        decidingAuthority,
                        given(use),
                        sisBasis,
                        banLimit);
    }

    private static String given(@Nullable String text) {
        return Objects.requireNonNull(text);
    }

    public boolean isOf(Actor by) {
        return proposedBy.equals(by.account());
    }

    /**
     * Why it is not answered now; nothing when it can be.
     *
     * @param seen the version the official saw
     */
    @Nullable
    RefusalCode blocked(int seen) {
        if (answer != null) {
            return LawRefusal.ALREADY_ANSWERED;
        }
        return version == seen ? null : EdgeRefusal.CHANGED_MEANWHILE;
    }
}
