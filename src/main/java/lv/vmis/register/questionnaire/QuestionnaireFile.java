package lv.vmis.register.questionnaire;

import java.util.List;
import lv.vmis.register.decision.Decision;
import lv.vmis.register.person.PersonBar;

/**
 * The questionnaire of a removal, with everything its page shows.
 *
 * @param versions the latest first
 */
public record QuestionnaireFile(Decision decision, PersonBar bar, List<Questionnaire> versions) {

    /** The version the official has before him. */
    public int seen() {
        return versions.isEmpty() ? 0 : versions.getFirst().version();
    }

    public boolean isOpen() {
        return decision.departedOn() == null && decision.cancelledOn() == null;
    }
}
