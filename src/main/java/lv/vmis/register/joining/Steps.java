package lv.vmis.register.joining;

import java.util.Optional;
import java.util.UUID;
import lv.vmis.register.edge.EdgeRefusal;
import lv.vmis.register.kernel.Actor;
import lv.vmis.register.kernel.RefusalCode;
import lv.vmis.register.person.Persons;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Whether a link stands where a step of its way needs it, and with whom. */
@Component
class Steps {

    private final Links links;
    private final Persons persons;

    Steps(Links links, Persons persons) {
        this.links = links;
        this.persons = persons;
    }

    /** The link as it is once nobody else can change the persons it is about before this transaction ends. */
    Optional<Link> locked(UUID id) {
        return links.find(id).flatMap(found -> {
            Pair.locked(persons, found.headId(), found.memberId());
            return links.find(id);
        });
    }

    /** Why the official cannot approve or decline the link; nothing when he can. */
    @Nullable
    RefusalCode withDecider(Link link, int version, Actor by) {
        if (link.state() != Link.State.WAITING) {
            return JoiningRefusal.ALREADY_DECIDED;
        }
        if (link.proposedBy().equals(by.account())) {
            return JoiningRefusal.FOUR_EYES;
        }
        if (!link.institution().equals(by.institution())) {
            return JoiningRefusal.NOT_YOUR_INSTITUTION;
        }
        return link.version() == version ? null : EdgeRefusal.CHANGED_MEANWHILE;
    }

    /** Why the official cannot approve or decline the parting; nothing when he can. */
    @Nullable
    RefusalCode withUndoDecider(Link link, int version, Actor by) {
        if (!link.isInForce()) {
            return JoiningRefusal.NOT_IN_FORCE;
        }
        if (link.state() != Link.State.UNDO_WAITING) {
            return JoiningRefusal.UNDO_NOT_PROPOSED;
        }
        if (by.account().equals(link.undoProposedBy())) {
            return JoiningRefusal.FOUR_EYES;
        }
        if (!by.institution().equals(link.undoInstitution())) {
            return JoiningRefusal.NOT_YOUR_INSTITUTION;
        }
        return link.version() == version ? null : EdgeRefusal.CHANGED_MEANWHILE;
    }
}
