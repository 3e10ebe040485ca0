package lv.vmis.register.vmis;

import java.time.LocalDate;
import java.util.Optional;
import javax.xml.validation.Schema;
import lv.vmis.register.exchange.Answered;
import lv.vmis.register.exchange.Correspondence;
import lv.vmis.register.exchange.Correspondent;
import lv.vmis.register.exchange.Inbox;
import lv.vmis.register.exchange.Received;
import lv.vmis.register.exchange.Taken;
import lv.vmis.register.kernel.Actor;
import lv.vmis.register.kernel.Bilingual;
import lv.vmis.register.kernel.PersonId;
import lv.vmis.register.kernel.RegisterClock;
import org.springframework.stereotype.Component;

/**
 * Understands the border system: an exit of a person who has to leave is kept with each decision he can have left under, for an official
 * to confirm. Whoever is not found exactly, or does not have to leave, is not for the register, and somebody looks at it.
 */
@Component
class BorderCorrespondence implements Correspondence {

    private final VmisNotices notices;
    private final Inbox inbox;

    BorderCorrespondence(VmisNotices notices, Inbox inbox) {
        this.notices = notices;
        this.inbox = inbox;
    }

    @Override
    public Correspondent with() {
        return Correspondent.BORDER;
    }

    @Override
    public Schema schema() {
        return BorderWords.SCHEMA;
    }

    @Override
    public Optional<Bilingual> named(String kind) {
        return kind.equals(BorderWords.EXIT)
                ? Optional.of(new Bilingual("Izbraukšana pār robežu", "Exit over the border"))
                : Optional.empty();
    }

    /** The register tells the border system nothing. */
    @Override
    public void answered(Answered answered, Actor system) {}

    @Override
    public Taken received(Received received, Actor system) {
        if (!received.kind().equals(BorderWords.EXIT)) {
            return Taken.NOT_UNDERSTOOD;
        }
        var exit = BorderWords.exit(received.body());
        if (exit.leftOn().isAfter(LocalDate.ofInstant(received.at(), RegisterClock.RIGA))
                || !notices.isCrossingPoint(exit.crossingPoint())) {
            return Taken.NOT_UNDERSTOOD;
        }
        var person = person(exit);
        if (person.isEmpty()) {
            return Taken.NOT_FOR_US;
        }
        inbox.about(received, person.get());
        var decisions = notices.openDecisions(person.get(), exit.leftOn());
        decisions.forEach(open -> notices.add(person.get(), open, exit, received.at()));
        return decisions.isEmpty() ? Taken.NOT_FOR_US : Taken.DONE;
    }

    private Optional<PersonId> person(BorderWords.Exit exit) {
        var number = exit.number();
        var document = exit.document();
        var born = exit.born();
        if (number != null) {
            return notices.numbered(number);
        }
        return document == null || born == null ? Optional.empty() : notices.holder(document, born);
    }
}
