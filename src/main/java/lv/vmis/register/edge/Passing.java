package lv.vmis.register.edge;

import java.time.OffsetDateTime;

/** A table whose rows serve for hours or days only. What must be known later stands in the journal. */
public interface Passing {

    String name();

    /** Removes what has served its time, in the transaction of the caller, and says how many rows. */
    int removePast(OffsetDateTime now);
}
