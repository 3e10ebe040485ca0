package lv.vmis.register.legacy.staging;

import java.util.List;
import lv.vmis.register.legacy.export.FindingCode;
import org.jspecify.annotations.Nullable;

/**
 * What was found about a file, with the first place it stands at.
 *
 * @param found how often, in this column
 * @param rows the first rows it stands in
 */
public record Found(
        FindingCode code, @Nullable String field, long found, long line, List<String> words, List<Long> rows) {}
