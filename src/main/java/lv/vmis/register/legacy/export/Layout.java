package lv.vmis.register.legacy.export;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a file is, as far as it was found out.
 *
 * @param codePage of CSV; XML says it itself
 * @param separator of CSV
 * @param sheet of a spreadsheet
 * @param sheets all sheets there are
 * @param table whose columns it has
 * @param header whether its first line names the columns
 */
public record Layout(
        FileFormat format,
        @Nullable CodePage codePage,
        @Nullable Character separator,
        @Nullable String sheet,
        List<String> sheets,
        @Nullable OldTable table,
        boolean header) {}
