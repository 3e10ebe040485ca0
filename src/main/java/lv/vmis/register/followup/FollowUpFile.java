package lv.vmis.register.followup;

import lv.vmis.register.decision.Decision;
import lv.vmis.register.person.PersonBar;

/** A follow-up decision with what its page shows. */
public record FollowUpFile(FollowUp followUp, Decision decision, PersonBar bar) {}
