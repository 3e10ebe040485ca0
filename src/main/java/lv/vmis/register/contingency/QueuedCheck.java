package lv.vmis.register.contingency;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import lv.vmis.register.check.CheckForm;
import lv.vmis.register.check.CheckSlip;
import lv.vmis.register.check.Reason;
import org.jspecify.annotations.Nullable;

/**
 * A check made without network, as it waits to be entered in the journal.
 *
 * @param id the number the inspector was told
 * @param list number of the list that was asked
 * @param form what was typed or scanned, so that the register can be asked the same
 * @param asked how it was understood
 * @param persons who were found
 */
public record QueuedCheck(
        UUID id,
        Instant at,
        int list,
        String inspector,
        String purpose,
        @Nullable String reason,
        CheckForm form,
        Map<String, String> asked,
        CheckSlip.Verdict verdict,
        List<Reason.Code> reasons,
        List<UUID> persons) {}
