package lv.vmis.register.returns;

/** Why a case ends otherwise than by departure. */
public enum ClosingReason {
    /** He left under a decision of another case, before anything was decided in this one. */
    LEFT(false),
    LEGALISED(false),
    PROTECTION(false),
    CANCELLED(false),
    /** He is not found; the decision stays in force until he is. */
    ABSCONDED(true),
    DECEASED(true),
    CITIZEN(false);

    private final boolean leavesDecision;

    ClosingReason(boolean leavesDecision) {
        this.leavesDecision = leavesDecision;
    }

    /** Whether the case can end while a decision is in force. */
    boolean leavesDecision() {
        return leavesDecision;
    }
}
