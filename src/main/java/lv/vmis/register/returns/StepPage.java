package lv.vmis.register.returns;

import java.util.UUID;
import lv.vmis.register.edge.Frame;
import lv.vmis.register.kernel.Right;
import org.jspecify.annotations.Nullable;

/** The page on which the next step of a case is done, as far as the official who looks may do it. */
final class StepPage {

    private StepPage() {}

    /** Nothing where the step is not his, or leaves a choice: the page of the case then offers each way. */
    static @Nullable String of(Frame f, UUID caseId, CaseFile.@Nullable StepRow next) {
        if (next == null) {
            return null;
        }
        var isOwn = next.owner().equals(f.someone().institution());
        var decision = "/decisions/" + next.decision();
        return switch (next.step()) {
            case "DECIDE" -> allowed(f, Right.PREPARE_DECISION, isOwn, "/cases/" + caseId + "/decision");
            case "FINISH" -> allowed(f, Right.TAKE_CASE, isOwn, decision);
            case "SIGN" -> allowed(f, Right.SIGN_DECISION, isOwn, decision);
            case "SERVE" -> allowed(f, Right.SERVE, true, decision + "/service");
            case "SERVE_FOLLOW_UP" -> allowed(f, Right.SERVE, true, "/follow-ups/" + next.followUp() + "/service");
            case "LEAVE" -> allowed(f, Right.CONFIRM_DEPARTURE, true, decision + "/departure");
            // Before it is served no departure is confirmed: the decision is cancelled instead.
            case "GONE" ->
                next.served()
                        ? allowed(f, Right.CONFIRM_DEPARTURE, true, decision + "/departure")
                        : allowed(f, Right.PREPARE_DECISION, isOwn, decision + "/follow-up");
            case "REMOVE" -> allowed(f, Right.SEE_SPECIAL, true, decision + "/removal");
            case "AWAIT_RESULT" -> allowed(f, Right.PREPARE_DECISION, isOwn, "/remedies/" + next.remedy() + "/result");
            case "RESUME" -> allowed(f, Right.PREPARE_DECISION, isOwn, decision + "/follow-up");
            case "REVIEW" -> allowed(f, Right.TAKE_CASE, true, "/cases/" + caseId + "/whereabouts");
            default -> null;
        };
    }

    private static @Nullable String allowed(Frame f, Right right, boolean isOwn, String page) {
        return isOwn && f.may(right) ? page : null;
    }
}
