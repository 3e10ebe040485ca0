package lv.vmis.register.legacy.taking;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import lv.vmis.register.legacy.meaning.Reason;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of a row: a person, or a reason why not.
 *
 * @param reason code of the first reason: of what the row lacks, or a {@link RowFate}
 * @param isOpen whether the case is not carried out in the old register
 * @param schengen whether the ban is for the Schengen territory as well
 */
public record RowOutcome(
        UUID file,
        long rowNo,
        @Nullable String key,
        @Nullable String reason,
        List<Said> reasons,
        @Nullable UUID person,
        @Nullable UUID decision,
        boolean isOpen,
        boolean schengen,
        @Nullable LocalDate purposeReached) {

    /** A reason with what its text names. */
    public record Said(String code, @Nullable String field, List<String> values) {

        static Said of(Reason reason) {
            return new Said(reason.code().name(), reason.field(), reason.values());
        }
    }

    static RowOutcome rejected(Outcomes.PendingRow row, RowFate fate, String... values) {
        return rejected(row.file(), row.rowNo(), row.key(), fate, values);
    }

    static RowOutcome rejected(UUID file, long rowNo, @Nullable String key, RowFate fate, String... values) {
        return new RowOutcome(
                file,
                rowNo,
                key,
                fate.name(),
                List.of(new Said(fate.name(), null, List.of(values))),
                null,
                null,
                false,
                false,
                null);
    }

    static RowOutcome refused(Outcomes.PendingRow row, List<Reason> reasons) {
        return new RowOutcome(
                row.file(),
                row.rowNo(),
                row.key(),
                reasons.getFirst().code().name(),
                reasons.stream().map(Said::of).toList(),
                null,
                null,
                false,
                false,
                null);
    }

    RowOutcome reached(LocalDate day) {
        return new RowOutcome(file, rowNo, key, reason, reasons, person, decision, isOpen, schengen, day);
    }
}
