package lv.vmis.register.decision;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import lv.vmis.register.kernel.Actor;
import lv.vmis.register.kernel.PersonId;
import lv.vmis.register.kernel.Refusal;
import lv.vmis.register.reference.Law;

/** The bans a decision is prepared with. They belong to the module of bans, which implements this. */
public interface BansOfDecision {

    /** Everything the law has against these bans in a decision of the institution or court on the day. */
    List<Refusal> mistakes(DecisionKind kind, List<PlannedBan> bans, LocalDate day, String decider);

    /** The same by a law that may only be tried. */
    List<Refusal> mistakes(DecisionKind kind, List<PlannedBan> bans, LocalDate day, String decider, Law law);

    /** What the law has against the draft for this person: who moves freely, whose return is still open. */
    List<Refusal> mistakesOfPerson(PersonId person, Draft draft, LocalDate day);

    /** Makes these the bans of the draft. */
    void plan(UUID decision, PersonId person, List<PlannedBan> bans, Actor by);
}
