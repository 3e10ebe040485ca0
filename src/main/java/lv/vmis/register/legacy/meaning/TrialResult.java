package lv.vmis.register.legacy.meaning;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a load of rows would come to.
 *
 * @param rulesVersion the version of the rules that were followed
 * @param day the day for which it was asked what is past its time
 * @param isCancelled whether it was stopped before the last row
 * @param remarked rows of which something was said
 * @param reasons rows refused for each reason; a row may have several
 * @param doubled rows whose key a row before has
 * @param fields of each column: what it holds, so that old and new can be compared
 */
public record TrialResult(
        int rulesVersion,
        LocalDate day,
        int retentionYears,
        boolean isCancelled,
        long rows,
        long remarked,
        Map<Kind, Long> kinds,
        Map<ReasonCode, Long> reasons,
        Map<ReasonCode, List<FirstRow>> firstOfReasons,
        long doubled,
        List<FirstRow> firstDoubled,
        Map<String, FieldCount> fields) {

    /** What would become of a row. */
    public enum Kind {
        READY,
        REFUSED,
        EXPIRED
    }

    /** One of the first rows that something was found in. */
    public record FirstRow(
            String file, long row, String key, @Nullable String field, List<String> values) {}

    /**
     * Of a column.
     *
     * @param filled cells that are not blank
     * @param sum of the hashes of its cells, in whatever order: 16 hexadecimal digits
     */
    public record FieldCount(long filled, String sum, Map<String, Long> remarks, Map<String, Long> reasons) {}
}
