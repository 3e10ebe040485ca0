package lv.vmis.register.duty;

import java.util.List;

/** What is done next in a case that is not at an end. */
public enum NextStep {
    DECIDE,
    /** He has left, under a decision of another case, before anything was decided in this one. */
    CONCLUDE(WaitingCases.TO_CONCLUDE),
    FINISH,
    SIGN,
    SERVE(WaitingCases.TO_SERVE),
    SERVE_FOLLOW_UP(WaitingCases.TO_TELL),
    LEAVE("departure.term.max", WaitingCases.STALLED),
    REMOVE("removal.prison.notice", WaitingCases.STALLED),
    AWAIT_RESULT,
    RESUME,
    REVIEW("whereabouts.review"),
    /** He has left, under a decision of another case. */
    GONE;

    private final List<String> rules;

    NextStep(String... rules) {
        this.rules = rules.length == 0 ? List.of(WaitingCases.STALLED) : List.of(rules);
    }

    /** The legal parameters by which a case with this step may wait. */
    List<String> rules() {
        return rules;
    }
}
