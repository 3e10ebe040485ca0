package lv.vmis.register.contingency;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import lv.vmis.register.check.CheckSlip;
import org.jspecify.annotations.Nullable;

/** A check made without network, as a line of the list; {@code verdictNow} is none where the register could not read the question. */
public record OfflineRow(
        UUID entry,
        String device,
        int listNumber,
        OffsetDateTime checkedAt,
        String inspector,
        CheckSlip.Verdict verdict,
        CheckSlip.@Nullable Verdict verdictNow,
        String asked,
        List<UUID> persons,
        OffsetDateTime enteredAt) {

    /** Whether somebody was let pass whom the register would have stopped when the check was entered. */
    public boolean isMissed() {
        return verdict == CheckSlip.Verdict.NO_BAN && verdictNow != null && verdictNow != CheckSlip.Verdict.NO_BAN;
    }
}
