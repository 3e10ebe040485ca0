package lv.vmis.register.removal;

import java.util.UUID;
import lv.vmis.register.kernel.PersonId;
import lv.vmis.register.kernel.Right;
import org.jspecify.annotations.Nullable;

/** What blocks a removal, in the order in which it is dealt with, and where and by whom it is. */
public enum Block {
    MISSING("/cases/%2$s/whereabouts", Right.TAKE_CASE),
    /** A permit or protection ends the case, not the removal. */
    MAY_STAY("/cases/%2$s", Right.TAKE_CASE),
    /** Of whichever judgment on him. */
    IN_PRISON("/persons/%3$s/cases", Right.ENTER_JUDGMENT),
    SUSPENDED(null, Right.PREPARE_DECISION),
    NOT_SERVED("/decisions/%1$s/service", Right.SERVE),
    /** A judgment may name none. */
    NO_STATE("/decisions/%1$s/judgment/destination", Right.ENTER_JUDGMENT),
    PREVENTED("/cases/%2$s/safeguards", Right.ASSESS_SAFEGUARDS),
    NOT_ASSESSED("/cases/%2$s/safeguards", Right.ASSESS_SAFEGUARDS),
    POSTPONED(StepKind.SCHEDULED),
    DOCUMENT_REFUSED(StepKind.DOCUMENT_REQUESTED),
    DOCUMENT_AWAITED(StepKind.DOCUMENT_ANSWERED),
    NO_DOCUMENT(StepKind.DOCUMENT_REQUESTED),
    READMISSION_REFUSED(StepKind.READMISSION_REQUESTED),
    READMISSION_AWAITED(StepKind.READMISSION_ANSWERED),
    NOT_SCHEDULED(StepKind.SCHEDULED),
    UNFIT(StepKind.MEDICAL_CHECK),
    NO_MEDICAL_CHECK(StepKind.MEDICAL_CHECK),
    NOT_NOTIFIED(StepKind.NOTIFIED),
    /** The set time has passed, and neither a departure nor a failure is known. */
    UNREPORTED("/decisions/%1$s/departure", Right.CONFIRM_DEPARTURE);

    private final @Nullable String path;
    private final Right solvedBy;

    Block(@Nullable String path, Right solvedBy) {
        this.path = path;
        this.solvedBy = solvedBy;
    }

    Block(StepKind step) {
        this("/decisions/%1$s/removal/" + step.path(), Right.EXECUTE_REMOVAL);
    }

    /** Where it can be dealt with; nothing when that is done elsewhere. */
    public @Nullable String solvedAt(UUID decision, UUID caseId, PersonId person) {
        return path == null ? null : path.formatted(decision, caseId, person);
    }

    /** The right that is needed there. */
    public Right solvedBy() {
        return solvedBy;
    }
}
