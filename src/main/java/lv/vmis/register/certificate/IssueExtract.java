package lv.vmis.register.certificate;

import static lv.vmis.register.kernel.Outcome.done;
import static lv.vmis.register.kernel.Outcome.refused;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import lv.vmis.register.journal.Entry;
import lv.vmis.register.journal.Journal;
import lv.vmis.register.kernel.Action;
import lv.vmis.register.kernel.Actor;
import lv.vmis.register.kernel.Outcome;
import lv.vmis.register.kernel.PersonId;
import lv.vmis.register.person.Persons;
import org.jspecify.annotations.Nullable;

/** Issues an extract: all the register holds on a person and may tell (Regulation (EU) 2016/679, Art. 15), without what is withheld. */
@Action
public class IssueExtract {

    /** The controller answers requests; others pass them on. */
    static final String CONTROLLER = "PMLP";

    public record Input(
            PersonId person,
            Recipient recipient,
            LocalDate requestedOn,
            @Nullable String purpose,
            @Nullable Withholding withheld) {}

    private final Certificates certificates;
    private final PrintedCertificates printed;
    private final ExtractClauses clauses;
    private final Extracts extracts;
    private final Persons persons;
    private final Journal journal;
    private final Clock clock;

    IssueExtract(
            Certificates certificates,
            PrintedCertificates printed,
            ExtractClauses clauses,
            Extracts extracts,
            Persons persons,
            Journal journal,
            Clock clock) {
        this.certificates = certificates;
        this.printed = printed;
        this.clauses = clauses;
        this.extracts = extracts;
        this.persons = persons;
        this.journal = journal;
        this.clock = clock;
    }

    public Outcome<UUID> run(Input in, Actor by) {
        if (persons.bar(in.person()).isEmpty()) {
            return refused(CertificateRefusal.PERSON_UNKNOWN);
        }
        if (!by.institution().equals(CONTROLLER)) {
            return refused(CertificateRefusal.NOT_THE_CONTROLLER);
        }
        var person = persons.lockedHead(in.person());
        var extract = certificates.next(
                CertificateKind.EXTRACT, person, in.recipient(), in.purpose(), in.requestedOn(), clock.instant(), by);
        var told = ExtractClauses.without(extracts.of(person, extract.issuedOn(), by), in.withheld());
        return printed.issued(extract, clauses.of(extract, told, in.withheld()), by)
                .then(sha256 -> {
                    var state = new HashMap<String, Object>(Map.of("extract", extract, "document", sha256));
                    state.put(
                            "told",
                            told.stream()
                                    .collect(Collectors.groupingBy(
                                            one -> one.section().name(), Collectors.counting())));
                    if (in.withheld() != null) {
                        certificates.withhold(extract.id(), in.withheld());
                        state.put("withheld", in.withheld());
                    }
                    journal.record(
                            by,
                            Entry.act(IssueExtract.class)
                                    .on("certificate", extract.id(), 0)
                                    .about(person)
                                    .because(in.purpose())
                                    .with(state));
                    return done(extract.id());
                });
    }
}
