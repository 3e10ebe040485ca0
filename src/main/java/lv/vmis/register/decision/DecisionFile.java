package lv.vmis.register.decision;

import java.util.List;
import lv.vmis.register.person.PersonBar;
import lv.vmis.register.returns.Finding;
import lv.vmis.register.returns.ReturnCase;
import org.jspecify.annotations.Nullable;

/**
 * A decision with everything its page shows.
 *
 * @param finding what the decision stands on; older decisions may have none
 */
public record DecisionFile(
        Decision decision,
        PersonBar bar,
        ReturnCase returnCase,
        @Nullable Finding finding,
        List<BanLine> bans,
        List<FollowUpRow> followUps,
        @Nullable ServiceNote service,
        @Nullable Departure departure,
        String preparedBy,
        String returnedBy,
        String signedBy,
        String servedBy,
        String confirmedBy) {}
