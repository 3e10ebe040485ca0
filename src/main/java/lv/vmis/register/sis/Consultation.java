package lv.vmis.register.sis;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import lv.vmis.register.kernel.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * A State asks another about a person with an alert.
 *
 * @param subject permit or alert it is about
 * @param reference of the SIRENE Bureau that asks
 * @param identity names and date of birth he used there
 * @param document he showed there
 * @param dueOn last day to answer
 */
public record Consultation(
        UUID id,
        String message,
        PersonId personId,
        UUID alertId,
        Direction direction,
        Kind kind,
        String country,
        String subject,
        @Nullable String reference,
        @Nullable String identity,
        @Nullable String document,
        @Nullable String note,
        Instant askedAt,
        LocalDate dueOn,
        boolean extended,
        @Nullable String answer,
        @Nullable String answerNote,
        @Nullable Instant answeredAt,
        @Nullable LocalDate endedOn) {

    /** Who asks. */
    public enum Direction {
        /** Another State. */
        IN,
        /** Latvia. */
        OUT
    }

    /** What it is about, with the legal parameter of its term and what is answered. */
    public enum Kind {
        /** Another State wants to grant a permit (2018/1860 Art. 9; 2018/1861 Art. 27). */
        PERMIT_INTENDED("sis.consultation.reply"),
        /** The SIRENE Bureau says that the purpose is achieved (2018/1861 Art. 39(7)). */
        PURPOSE_REACHED("sis.sirene.answer"),
        /** Before an alert on the holder of a permit (2018/1860 Art. 10; 2018/1861 Art. 28). */
        PERMIT_HELD("sis.consultation.prior"),
        /** He was found to hold one after the alert was entered (Art. 11; Art. 29). */
        PERMIT_FOUND("sis.consultation.prior"),
        /** Alerts that do not go together (2018/1861 Art. 23(1)). */
        INCOMPATIBLE("sis.consultation.prior");

        private final String term;

        Kind(String term) {
            this.term = term;
        }

        /** Legal parameter. */
        String term() {
            return term;
        }
    }

    /** What an official of Latvia can answer. */
    public enum Answer {
        NO_OBJECTION(Kind.PERMIT_INTENDED),
        OBJECTION(Kind.PERMIT_INTENDED),
        DELETE(Kind.PURPOSE_REACHED),
        KEEP(Kind.PURPOSE_REACHED);

        private final Kind kind;

        Answer(Kind kind) {
            this.kind = kind;
        }

        boolean isFor(Kind asked) {
            return kind == asked;
        }

        boolean needsReasons() {
            return this == OBJECTION || this == KEEP;
        }
    }

    /** Who speaks, and whether it asks or tells. */
    public String voice() {
        return kind == Kind.PURPOSE_REACHED ? "TOLD" : direction.name();
    }

    public boolean isOpen(LocalDate today) {
        return answer == null && endedOn == null && (direction == Direction.IN || !dueOn.isBefore(today));
    }

    /** Latvia has not answered in time; to a permit its silence means that it does not object. */
    public boolean isLate(LocalDate today) {
        return isOpen(today) && dueOn.isBefore(today);
    }
}
