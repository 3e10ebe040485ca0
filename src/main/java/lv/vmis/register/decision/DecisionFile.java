package lv.vmis.register.decision;

import java.time.LocalDate;
import java.util.List;
import lv.vmis.register.person.PersonBar;
import lv.vmis.register.returns.Finding;
import lv.vmis.register.returns.ReturnCase;
import lv.vmis.register.safeguard.Assessed;
import lv.vmis.register.signing.SignedDocument;
import org.jspecify.annotations.Nullable;

/**
 * A decision with everything its page shows.
 *
 * @param returnCase none: it only bans
 * @param finding what the decision stands on; older decisions may have none
 * @param signatures its printed form as signed electronically, in each format there is
 * @param hasLeft whether the person left, in the case of the decision or since it was signed under any other
 * @param leftUndecided when he left under another case while nothing stood in that of the decision: a draft is signed no more
 * @param exit that the person left, as the border system told, while nobody has confirmed it
 * @param withdrawn what was entered about it by mistake
 * @param safeguards how what is assessed before a removal stands today; none for an order
 * @param running of the draft of a removal: the order under which the person may still leave by himself
 * @param translations languages into which it can be translated
 */
public record DecisionFile(
        Decision decision,
        PersonBar bar,
        @Nullable ReturnCase returnCase,
        @Nullable Finding finding,
        List<BanLine> bans,
        List<FollowUpRow> followUps,
        @Nullable ServiceNote service,
        @Nullable Departure departure,
        boolean hasLeft,
        @Nullable LocalDate leftUndecided,
        @Nullable ToldExit exit,
        List<WithdrawnEntry> withdrawn,
        List<Assessed> safeguards,
        List<SignedDocument> signatures,
        @Nullable RunningOrder running,
        List<String> translations,
        String preparedBy,
        String returnedBy,
        String signedBy,
        String servedBy,
        String confirmedBy) {

    /** Whether a follow-up decision gave the person more time to leave. */
    public boolean isExtended() {
        return followUps.stream()
                .anyMatch(one -> one.kind().equals("EXTEND") && one.state().equals("SIGNED"));
    }
}
