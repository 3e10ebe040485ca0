package lv.vmis.register.legacy.rule;

import java.util.function.ObjLongConsumer;
import lv.vmis.register.legacy.export.OldTable;

/** What staged files hold in a column. Whoever stages rows gives this; without it nobody can say what a rule would change. */
public interface StagedValues {

    /**
     * Tells each value of a column with the number of rows that have it.
     *
     * @param header the column as files name it: of the definition, or an unknown one
     */
    void each(OldTable table, String header, ObjLongConsumer<String> value);
}
