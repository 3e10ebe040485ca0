package lv.vmis.register.notice;

import static lv.vmis.register.kernel.Outcome.done;
import static lv.vmis.register.kernel.Outcome.refused;

import java.util.UUID;
import lv.vmis.register.edge.EdgeRefusal;
import lv.vmis.register.kernel.Actor;
import lv.vmis.register.kernel.Outcome;
import org.springframework.stereotype.Component;

/** Opens a notice to be handled: by PMLP, once, as it was seen. */
@Component
class NoticeSteps {

    private final Notices notices;

    NoticeSteps(Notices notices) {
        this.notices = notices;
    }

    Outcome<Notice> waiting(UUID notice, int version, Actor by) {
        if (!by.institution().equals(Senders.OFFICE)) {
            return refused(NoticeRefusal.OF_OFFICE);
        }
        var found = notices.locked(notice);
        if (found.isEmpty()) {
            return refused(NoticeRefusal.NOTICE_UNKNOWN);
        }
        if (!found.get().waits()) {
            return refused(NoticeRefusal.HANDLED_ALREADY);
        }
        return found.get().version() == version ? done(found.get()) : refused(EdgeRefusal.CHANGED_MEANWHILE);
    }
}
