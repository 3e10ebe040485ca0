package lv.vmis.register.followup;

import java.util.List;
import lv.vmis.register.decision.Decision;
import lv.vmis.register.person.PersonBar;
import lv.vmis.register.signing.SignedDocument;
import org.jspecify.annotations.Nullable;

/**
 * A follow-up decision with what its page shows.
 *
 * @param translations languages into which it can be translated
 * @param service how it was served; nothing while it was not
 * @param signatures its printed form as signed electronically, in each format there is
 */
public record FollowUpFile(
        FollowUp followUp,
        Decision decision,
        PersonBar bar,
        List<String> translations,
        @Nullable FollowUpServiceNote service,
        List<SignedDocument> signatures) {}
