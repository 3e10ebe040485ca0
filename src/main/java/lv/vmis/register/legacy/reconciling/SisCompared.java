package lv.vmis.register.legacy.reconciling;

import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lv.vmis.register.kernel.PartialDate;
import org.jspecify.annotations.Nullable;

/**
 * An alert or ban, and where it is.
 *
 * @param line what N.SIS has
 * @param here what the old register or this one has
 */
public record SisCompared(
        Where where,
        Why why,
        @Nullable SisLine line,
        @Nullable Here here) {

    /** Where it is. */
    public enum Where {
        BOTH,
        NSIS_ONLY,
        HERE_ONLY
    }

    /** Why it is counted there. */
    public enum Why {
        SAME_NUMBER,
        SAME_PERSON,
        OTHER_STATE,
        /** The alert is still there, although each ban here is over. */
        LISTED_THOUGH_OVER,
        NOBODY,
        OTHER_BIRTH,
        /** The ban is over, and there is no alert any more. */
        BAN_OVER,
        NOT_LISTED,
        ALERT_NOT_LISTED
    }

    /**
     * A ban of the old register that was for the Schengen territory, or an alert of this register.
     *
     * @param oldNumber its old number; nothing for an alert of this register
     * @param sisId the number of the alert, where this register has one
     * @param countries nationalities, one after another
     * @param isOver whether the ban has ended or is cancelled
     */
    public record Here(
            UUID person,
            @Nullable String oldNumber,
            @Nullable String sisId,
            String familyName,
            @Nullable String givenNames,
            String birthDate,
            String countries,
            boolean isOver) {

        /** Who it is. */
        public String told() {
            return Stream.of(
                            givenNames == null ? familyName : familyName + ' ' + givenNames,
                            PartialDate.valueOf(birthDate).shown(),
                            countries)
                    .filter(value -> !value.isEmpty())
                    .collect(Collectors.joining(", "));
        }
    }
}
