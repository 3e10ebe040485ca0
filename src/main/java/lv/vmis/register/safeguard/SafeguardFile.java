package lv.vmis.register.safeguard;

import java.util.List;
import lv.vmis.register.person.PersonBar;
import lv.vmis.register.returns.ReturnCase;

/**
 * What was assessed in a case, with everything its page shows.
 *
 * @param standing how each question stands today
 * @param answers all that was ever answered, the latest first
 */
public record SafeguardFile(ReturnCase found, PersonBar bar, List<Assessed> standing, List<Safeguard> answers) {

    /** All answers to the question, the latest first. */
    public List<Safeguard> to(String question) {
        return answers.stream()
                .filter(answer -> answer.question().equals(question))
                .toList();
    }
}
