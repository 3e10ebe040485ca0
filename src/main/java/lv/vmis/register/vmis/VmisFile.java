package lv.vmis.register.vmis;

import java.util.List;
import java.util.UUID;
import lv.vmis.register.exchange.SentRow;
import lv.vmis.register.person.PersonBar;

/**
 * What VMIS told of a person, with everything its page shows.
 *
 * @param lookUps the latest first
 * @param notices the latest first
 */
public record VmisFile(PersonBar bar, List<SentRow> lookUps, List<VmisNotice> notices) {

    public boolean isWaiting() {
        return lookUps.stream().anyMatch(one -> one.state().isOpen());
    }

    /** What VMIS told by itself. */
    public List<VmisNotice> changes() {
        return notices.stream().filter(one -> one.lookupId() == null).toList();
    }

    /** What it answered to a look-up. */
    public List<VmisNotice> answering(UUID lookUp) {
        return notices.stream().filter(one -> lookUp.equals(one.lookupId())).toList();
    }
}
