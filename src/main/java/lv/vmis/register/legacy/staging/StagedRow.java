package lv.vmis.register.legacy.staging;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A row of an old register as staged.
 *
 * @param key its number in the old register; nothing where the cell is empty
 * @param cells in the order of the file's columns
 * @param whole whether the file goes on behind it
 */
public record StagedRow(long rowNo, long line, @Nullable String key, List<String> cells, boolean whole) {

    /** What stands at a place; empty where the row is shorter. */
    public String cell(int place) {
        return place < cells.size() ? cells.get(place) : "";
    }
}
