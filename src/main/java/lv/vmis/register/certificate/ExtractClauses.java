package lv.vmis.register.certificate;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import lv.vmis.register.document.Clause;
import lv.vmis.register.document.DocumentFacts;
import lv.vmis.register.document.Values;
import lv.vmis.register.kernel.LatvianDates;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What an extract says: who asked, all that is told, where to ask of SIS, how the data are processed, and the person's rights. */
@Component
class ExtractClauses {

    private final DocumentFacts facts;

    ExtractClauses(DocumentFacts facts) {
        this.facts = facts;
    }

    static List<Told> without(List<Told> all, @Nullable Withholding withheld) {
        return withheld == null
                ? all
                : all.stream()
                        .filter(one -> !withheld.sections().contains(one.section()))
                        .toList();
    }

    List<Clause> of(Certificate extract, List<Told> told, @Nullable Withholding withheld) {
        var clauses = new ArrayList<Clause>();
        clauses.add(Clause.of("title"));
        clauses.add(Clause.of("about"));
        var kind = facts.code("certificate_recipient", extract.recipient());
        var name = extract.recipientName();
        clauses.add(Values.row("recipient", name == null ? kind : Values.joined(List.of(kind, Values.same(name)))));
        clauses.add(Values.row("requested_on", LatvianDates.numeric(Objects.requireNonNull(extract.requestedOn()))));
        if (extract.purpose() != null) {
            clauses.add(Values.row("purpose", extract.purpose()));
        }
        clauses.add(Clause.of("holds", "issued_on", Values.on(extract.issuedOn())));
        for (var section : ExtractSection.values()) {
            var rows = told.stream().filter(one -> one.section() == section).toList();
            if (!rows.isEmpty()) {
                clauses.add(Clause.of(section.part()));
                rows.forEach(one -> clauses.add(Values.row(one.row(), one.text())));
            }
        }
        // Which sections are withheld is not told: it might tell what they hold.
        clauses.add(
                withheld == null
                        ? Clause.of("complete")
                        : Clause.of("withheld", "ground", facts.code("withholding_ground", withheld.ground())));
        for (var part : List.of(
                "sis",
                "sis_where",
                "processing",
                "controller",
                "purposes",
                "retention",
                "rights",
                "rectify",
                "complain")) {
            clauses.add(Clause.of(part));
        }
        return clauses;
    }
}
