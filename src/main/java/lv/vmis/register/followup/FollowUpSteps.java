package lv.vmis.register.followup;

import java.util.UUID;
import lv.vmis.register.kernel.Actor;
import lv.vmis.register.kernel.Outcome;
import lv.vmis.register.person.Persons;
import org.springframework.stereotype.Component;

/** Whether a follow-up decision waits for this official, or can still be changed by him. */
@Component
class FollowUpSteps {

    private final FollowUps followUps;
    private final Persons persons;

    FollowUpSteps(FollowUps followUps, Persons persons) {
        this.followUps = followUps;
        this.persons = persons;
    }

    /** The follow-up decision for a second official, while nobody else acts on its person. */
    Outcome<FollowUp> waiting(UUID id, Actor by) {
        return held(id, by)
                .then(seen -> seen.preparedBy().equals(by.account())
                        ? Outcome.refused(FollowUpRefusal.FOUR_EYES)
                        : Outcome.done(seen));
    }

    /** The same for whoever prepared it. */
    Outcome<FollowUp> own(UUID id, Actor by) {
        return held(id, by)
                .then(seen -> seen.preparedBy().equals(by.account())
                        ? Outcome.done(seen)
                        : Outcome.refused(FollowUpRefusal.NOT_YOURS));
    }

    /** The same for somebody else, who may take it over. */
    Outcome<FollowUp> ofAnother(UUID id, Actor by) {
        return held(id, by)
                .then(seen -> seen.preparedBy().equals(by.account())
                        ? Outcome.refused(FollowUpRefusal.ALREADY_YOURS)
                        : Outcome.done(seen));
    }

    private Outcome<FollowUp> held(UUID id, Actor by) {
        var found = followUps.find(id);
        if (found.isEmpty()) {
            return Outcome.refused(FollowUpRefusal.FOLLOW_UP_UNKNOWN);
        }
        persons.lock(found.get().personId());
        var seen = followUps.find(id).orElseThrow();
        if (!seen.isWaiting()) {
            return Outcome.refused(FollowUpRefusal.ALREADY_ANSWERED);
        }
        return seen.institution().equals(by.institution())
                ? Outcome.done(seen)
                : Outcome.refused(FollowUpRefusal.NOT_YOUR_INSTITUTION);
    }
}
