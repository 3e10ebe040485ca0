package lv.vmis.register.ban;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import lv.vmis.register.kernel.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * What became of a ban since a moment: its days as the register knew them then and as it knows them now.
 *
 * @param what names of {@link Kind}, with commas between them
 * @param at when the last of it was entered
 * @param known whether it was known then
 * @param oldCancelledOn from when it was cancelled, by what was known then
 */
public record BanChange(
        UUID id,
        UUID decisionId,
        PersonId personId,
        String familyName,
        @Nullable String givenNames,
        String territory,
        String decisionNumber,
        String decider,
        String what,
        Instant at,
        boolean known,
        @Nullable LocalDate oldFrom,
        @Nullable LocalDate oldTo,
        @Nullable LocalDate oldCancelledOn,
        @Nullable LocalDate newFrom,
        @Nullable LocalDate newTo,
        @Nullable LocalDate newCancelledOn,
        @Nullable Integer termMonths) {

    /** What may happen to a ban. */
    public enum Kind {
        SET("ban"),
        BEGUN("ban"),
        SUSPENDED("order"),
        RESUMED("ban"),
        REDUCED("order"),
        CANCELLED("muted"),
        WITHDRAWN("info"),
        ENDED("muted");

        private final String badge;

        Kind(String badge) {
            this.badge = badge;
        }

        public String badge() {
            return badge;
        }
    }

    public String name() {
        return BanRow.name(familyName, givenNames);
    }

    public List<Kind> kinds() {
        return List.of(what.split(",", -1)).stream().map(Kind::valueOf).toList();
    }
}
