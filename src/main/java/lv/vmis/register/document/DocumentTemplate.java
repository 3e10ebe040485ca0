package lv.vmis.register.document;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import lv.vmis.register.kernel.Actor;
import org.jspecify.annotations.Nullable;

/**
 * A version of the fixed texts of a kind of document in a language, or of reasons offered for a legal basis.
 *
 * @param name of reasons: what tells several for one basis apart
 * @param source of what came with the register, which nobody here wrote
 */
public record DocumentTemplate(
        UUID id,
        DocumentKind kind,
        String language,
        @Nullable String legalBasis,
        @Nullable String name,
        int version,
        LocalDate validFrom,
        Map<String, String> texts,
        @Nullable String source,
        @Nullable UUID writtenBy,
        @Nullable String writtenByName,
        Instant writtenAt,
        @Nullable String approvedByName,
        @Nullable Instant approvedAt,
        @Nullable String declinedByName,
        @Nullable Instant declinedAt,
        @Nullable String declineReason) {

    /** Where it stands. */
    public enum State {
        WAITING("order"),
        /** Approved, and its day has not come. */
        COMING("muted"),
        IN_FORCE("ok"),
        /** A later version took its place. */
        PAST("muted"),
        DECLINED("muted");

        private final String badge;

        State(String badge) {
            this.badge = badge;
        }

        public String badge() {
            return badge;
        }
    }

    public boolean isWaiting() {
        return approvedAt == null && declinedAt == null;
    }

    public boolean isBy(Actor official) {
        return official.account().equals(writtenBy);
    }

    boolean isVersionOfTheSame(DocumentTemplate other) {
        return other.kind == kind
                && other.language.equals(language)
                && Objects.equals(other.legalBasis, legalBasis)
                && Objects.equals(other.name, name);
    }

    /** @param all versions, of this and perhaps of others */
    State stateOn(LocalDate day, List<DocumentTemplate> all) {
        if (declinedAt != null) {
            return State.DECLINED;
        }
        if (approvedAt == null) {
            return State.WAITING;
        }
        if (validFrom.isAfter(day)) {
            return State.COMING;
        }
        var isReplaced = all.stream()
                .filter(this::isVersionOfTheSame)
                .anyMatch(
                        other -> other.version > version && other.approvedAt != null && !other.validFrom.isAfter(day));
        return isReplaced ? State.PAST : State.IN_FORCE;
    }

    FixedTexts fixed() {
        return new FixedTexts(kind, language, texts);
    }
}
