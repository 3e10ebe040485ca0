package lv.vmis.register.detention;

import lv.vmis.register.reference.Unit;
import org.jspecify.annotations.Nullable;

/**
 * A centre or premises, and how full it is.
 *
 * @param beds how many it has; nothing where that is not recorded
 */
public record Place(Unit unit, @Nullable Integer beds, int placed) {

    public boolean isFull() {
        return beds != null && placed >= beds;
    }
}
