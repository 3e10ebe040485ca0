package lv.vmis.register.legacy.reconciling;

import java.util.UUID;
import lv.vmis.register.kernel.Ids;
import org.jspecify.annotations.Nullable;

/** That a comparison is wanted, sent once. */
public record ReconcileForm(@Nullable UUID key) {

    static ReconcileForm fresh() {
        return new ReconcileForm(Ids.next());
    }
}
