package lv.vmis.register.duty;

/** What is done next in a case that is not at an end. */
public enum NextStep {
    DECIDE,
    /** He has left, under a decision of another case, before anything was decided in this one. */
    CONCLUDE,
    FINISH,
    SIGN,
    SERVE,
    SERVE_FOLLOW_UP,
    LEAVE,
    REMOVE,
    AWAIT_RESULT,
    RESUME,
    REVIEW,
    /** He has left, under a decision of another case. */
    GONE
}
