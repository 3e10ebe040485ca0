package lv.vmis.register.whereabouts;

import java.util.List;
import lv.vmis.register.person.PersonBar;
import lv.vmis.register.reference.LegalParameter;
import lv.vmis.register.returns.ReturnCase;

/**
 * What is known of where the person of a case is, with everything its page shows.
 *
 * @param notes all that was noted, the latest first
 * @param isOpen whether the person has not left
 * @param rule within how long a search is reviewed
 */
public record WhereaboutsFile(
        ReturnCase found, PersonBar bar, List<SearchNote> notes, boolean isOpen, LegalParameter rule) {

    public boolean isMissing() {
        return !notes.isEmpty() && notes.getFirst().kind().isMissing();
    }
}
