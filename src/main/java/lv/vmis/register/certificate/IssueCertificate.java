package lv.vmis.register.certificate;

import static lv.vmis.register.kernel.Outcome.done;
import static lv.vmis.register.kernel.Outcome.refused;

import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import lv.vmis.register.journal.Entry;
import lv.vmis.register.journal.Journal;
import lv.vmis.register.kernel.Action;
import lv.vmis.register.kernel.Actor;
import lv.vmis.register.kernel.Ids;
import lv.vmis.register.kernel.Outcome;
import lv.vmis.register.kernel.PersonId;
import lv.vmis.register.kernel.RegisterClock;
import lv.vmis.register.person.Persons;

/** Issues a certificate: today's bans and decisions of a person, for a recipient and a purpose, and nothing else of him. */
@Action
public class IssueCertificate {

    public record Input(PersonId person, Recipient recipient, String purpose) {}

    private final Certificates certificates;
    private final PrintedCertificates printed;
    private final Persons persons;
    private final Journal journal;
    private final Clock clock;

    IssueCertificate(
            Certificates certificates, PrintedCertificates printed, Persons persons, Journal journal, Clock clock) {
        this.certificates = certificates;
        this.printed = printed;
        this.persons = persons;
        this.journal = journal;
        this.clock = clock;
    }

    public Outcome<UUID> run(Input in, Actor by) {
        if (persons.bar(in.person()).isEmpty()) {
            return refused(CertificateRefusal.PERSON_UNKNOWN);
        }
        var person = persons.lockedHead(in.person());
        var now = clock.instant();
        var today = now.atZone(RegisterClock.RIGA).toLocalDate();
        var inYear = certificates.nextNumber(by.institution(), today.getYear());
        var certificate = new Certificate(
                Ids.next(),
                person,
                "%s-I-%d-%05d".formatted(by.institution(), today.getYear(), inYear),
                in.recipient().kind().name(),
                in.recipient().authority(),
                in.purpose(),
                by.institution(),
                by.unit(),
                today,
                by.account(),
                by.name(),
                now);
        var held = certificates.held(person, today);
        var document = printed.document(certificate, held, by);
        var unprintable = printed.unprintable(document);
        if (!unprintable.isEmpty()) {
            return refused(CertificateRefusal.UNPRINTABLE, unprintable);
        }
        certificates.add(certificate);
        var sha256 = printed.keep(certificate, document);
        journal.record(
                by,
                Entry.act(IssueCertificate.class)
                        .on("certificate", certificate.id(), 0)
                        .about(person)
                        .because(in.purpose())
                        .with(Map.of("certificate", certificate, "held", held, "document", sha256)));
        return done(certificate.id());
    }
}
