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
import lv.vmis.register.kernel.Outcome;
import lv.vmis.register.kernel.PersonId;
import lv.vmis.register.person.Persons;

/** Issues a certificate: today's bans and decisions of a person, for a recipient and a purpose, and nothing else of him. */
@Action
public class IssueCertificate {

    public record Input(PersonId person, Recipient recipient, String purpose) {}

    private final Certificates certificates;
    private final PrintedCertificates printed;
    private final CertificateClauses clauses;
    private final Persons persons;
    private final Journal journal;
    private final Clock clock;

    IssueCertificate(
            Certificates certificates,
            PrintedCertificates printed,
            CertificateClauses clauses,
            Persons persons,
            Journal journal,
            Clock clock) {
        this.certificates = certificates;
        this.printed = printed;
        this.clauses = clauses;
        this.persons = persons;
        this.journal = journal;
        this.clock = clock;
    }

    public Outcome<UUID> run(Input in, Actor by) {
        if (persons.bar(in.person()).isEmpty()) {
            return refused(CertificateRefusal.PERSON_UNKNOWN);
        }
        var person = persons.lockedHead(in.person());
        var certificate = certificates.next(
                CertificateKind.CERTIFICATE, person, in.recipient(), in.purpose(), null, clock.instant(), by);
        var held = certificates.held(person, certificate.issuedOn());
        return printed.issued(certificate, clauses.of(certificate, held), by).then(sha256 -> {
            journal.record(
                    by,
                    Entry.act(IssueCertificate.class)
                            .on("certificate", certificate.id(), 0)
                            .about(person)
                            .because(in.purpose())
                            .with(Map.of("certificate", certificate, "held", held, "document", sha256)));
            return done(certificate.id());
        });
    }
}
