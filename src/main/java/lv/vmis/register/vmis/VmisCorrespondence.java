package lv.vmis.register.vmis;

import java.util.Optional;
import javax.xml.validation.Schema;
import lv.vmis.register.exchange.AnswerCode;
import lv.vmis.register.exchange.Answered;
import lv.vmis.register.exchange.Correspondence;
import lv.vmis.register.exchange.Correspondent;
import lv.vmis.register.exchange.Inbox;
import lv.vmis.register.exchange.Received;
import lv.vmis.register.exchange.Taken;
import lv.vmis.register.kernel.Actor;
import lv.vmis.register.kernel.Bilingual;
import org.springframework.stereotype.Component;

/** Understands VMIS: keeps what it answers to look-ups and what it tells by itself. Cases stay as they are: an official reads it. */
@Component
class VmisCorrespondence implements Correspondence {

    private final VmisNotices notices;
    private final Inbox inbox;

    VmisCorrespondence(VmisNotices notices, Inbox inbox) {
        this.notices = notices;
        this.inbox = inbox;
    }

    @Override
    public Correspondent with() {
        return Correspondent.VMIS;
    }

    @Override
    public Schema schema() {
        return VmisWords.SCHEMA;
    }

    @Override
    public Optional<Bilingual> named(String kind) {
        return switch (kind) {
            case VmisWords.LOOK_UP -> Optional.of(new Bilingual("Pieprasījums VMIS", "Look-up in VMIS"));
            case VmisWords.CHANGED -> Optional.of(new Bilingual("VMIS ziņo par izmaiņām", "VMIS tells of a change"));
            default -> Optional.empty();
        };
    }

    @Override
    public void answered(Answered answered, Actor system) {
        var said = answered.body();
        if (answered.code() != AnswerCode.ACCEPTED || said == null) {
            return;
        }
        VmisWords.standings(VmisWords.root(said)).stream()
                .filter(standing -> !standing.endsBeforeItBegins())
                .forEach(standing -> notices.add(
                        answered.message().person(), answered.message().id(), standing, answered.at()));
    }

    @Override
    public Taken received(Received received, Actor system) {
        var root = VmisWords.root(received.body());
        if (!received.kind().equals(VmisWords.CHANGED) || !"changed".equals(root.getLocalName())) {
            return Taken.NOT_UNDERSTOOD;
        }
        var standing = VmisWords.standings(root).getFirst();
        if (standing.endsBeforeItBegins()) {
            return Taken.NOT_UNDERSTOOD;
        }
        var person = notices.numbered(Long.parseLong(root.getAttribute("register-number")));
        if (person.isEmpty()) {
            return Taken.NOT_FOR_US;
        }
        notices.add(person.get(), null, standing, received.at());
        inbox.about(received, person.get());
        return Taken.DONE;
    }
}
