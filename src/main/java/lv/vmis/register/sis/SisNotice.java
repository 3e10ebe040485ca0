package lv.vmis.register.sis;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.UUID;
import lv.vmis.register.kernel.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * A hit on an alert of Latvia in another State, or what SIS itself says of it.
 *
 * @param country State where it happened
 * @param happenedTime by the clock there
 * @param identity names and date of birth he used
 * @param document he showed
 * @param measure what the other State did
 * @param reference of its SIRENE Bureau
 * @param isOdd whether the day lies before the alert, so that nothing follows from it
 * @param hasLeft whether he left the territory of the Member States, which ends the alert on return
 */
public record SisNotice(
        UUID id,
        PersonId personId,
        UUID alertId,
        Kind kind,
        @Nullable String country,
        LocalDate happenedOn,
        @Nullable LocalTime happenedTime,
        @Nullable String place,
        boolean isOdd,
        boolean hasLeft,
        @Nullable Boolean byRemoval,
        @Nullable String measure,
        @Nullable String reference,
        @Nullable String identity,
        @Nullable String document,
        @Nullable String note,
        Instant receivedAt,
        @Nullable Answer answer,
        @Nullable String answerNote,
        @Nullable UUID decisionId) {

    /** What happened, with the Article. */
    public enum Kind {
        /** 2018/1860 Art. 6(1). */
        EXIT,
        /** 2018/1860 Art. 8. */
        ENTRY,
        /** 2018/1860 Art. 7(2). */
        INSIDE,
        /** 2018/1860 Art. 7(1). */
        TERM_OVER,
        /** 2018/1861 Art. 39(4). */
        REVIEW_WARNING,
        /** 2018/1861 Art. 39(5). */
        EXPIRED;

        public boolean isHit() {
            return this == EXIT || this == ENTRY || this == INSIDE;
        }
    }

    /** What an official made of it. */
    public enum Answer {
        NOTED,
        /** It was somebody else: nothing follows from it. */
        NOT_HIM
    }
}
