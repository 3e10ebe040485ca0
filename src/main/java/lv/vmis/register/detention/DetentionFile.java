package lv.vmis.register.detention;

import java.util.List;
import lv.vmis.register.person.PersonBar;
import lv.vmis.register.returns.ReturnCase;

/**
 * A detention with all that its page shows.
 *
 * @param clock as it is worked out now; of one that has ended, as it stood
 * @param isGuardShortened whether the Border Guard had used some of its days before
 */
public record DetentionFile(
        Detention detention,
        PersonBar bar,
        ReturnCase found,
        List<DetentionTitle> titles,
        List<Placement> placements,
        List<PastDetention> past,
        List<WithdrawnRuling> withdrawn,
        DetentionClock clock,
        boolean isMinor,
        boolean isGuardShortened) {

    public DetentionFile {
        titles = List.copyOf(titles);
        placements = List.copyOf(placements);
        past = List.copyOf(past);
        withdrawn = List.copyOf(withdrawn);
    }

    /** Whether a judge holds him, so that there is a ruling that could be withdrawn. */
    public boolean hasRuling() {
        return !titles.getLast().kind().equals(DetentionTitle.VRS);
    }
}
