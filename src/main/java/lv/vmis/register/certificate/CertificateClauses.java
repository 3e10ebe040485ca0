package lv.vmis.register.certificate;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import lv.vmis.register.document.Clause;
import lv.vmis.register.document.DocumentFacts;
import lv.vmis.register.document.DocumentKind;
import lv.vmis.register.document.DocumentTemplates;
import lv.vmis.register.document.Values;
import lv.vmis.register.kernel.Bilingual;
import lv.vmis.register.kernel.Language;
import lv.vmis.register.kernel.LatvianDates;
import lv.vmis.register.reference.Units;
import org.springframework.stereotype.Component;

/** What a certificate says: for whom and for what, the bans and the decisions of the day. */
@Component
class CertificateClauses {

    private final DocumentFacts facts;
    private final DocumentTemplates templates;
    private final Units units;

    CertificateClauses(DocumentFacts facts, DocumentTemplates templates, Units units) {
        this.facts = facts;
        this.templates = templates;
        this.units = units;
    }

    /** What it would say on the day of bans and decisions. */
    List<String> sentences(Held held, LocalDate day) {
        var texts = templates.latvian(DocumentKind.CERTIFICATE, day);
        return Stream.concat(bans(held).stream(), decisions(held).stream())
                .map(texts::line)
                .toList();
    }

    List<Clause> of(Certificate certificate, Held held) {
        var clauses = new ArrayList<Clause>();
        clauses.add(Clause.of("title"));
        clauses.add(Clause.of("about"));
        var name = certificate.recipientName();
        clauses.add(Values.row(
                "recipient",
                name == null ? facts.code("certificate_recipient", certificate.recipient()) : Values.same(name)));
        clauses.add(Values.row("purpose", certificate.purpose()));
        clauses.add(Clause.of("holds", "issued_on", Values.on(certificate.issuedOn())));
        clauses.add(Clause.of("bans"));
        clauses.addAll(bans(held));
        clauses.add(Clause.of("decisions"));
        clauses.addAll(decisions(held));
        clauses.add(Clause.of("limits"));
        return clauses;
    }

    private List<Clause> bans(Held held) {
        return held.bans().isEmpty()
                ? List.of(Clause.of("no_ban"))
                : held.bans().stream().map(this::clause).toList();
    }

    private List<Clause> decisions(Held held) {
        return held.decisions().isEmpty()
                ? List.of(Clause.of("no_decision"))
                : held.decisions().stream().map(this::clause).toList();
    }

    private Clause clause(Held.Ban ban) {
        var part = "ban_" + ban.territory().toLowerCase(Locale.ROOT);
        var decision = name(ban.kind().name(), ban.number(), LatvianDates.numeric(ban.decidedOn()), ban.decider());
        var from = ban.fromDay();
        var until = ban.toDay();
        if (from == null) {
            return Clause.of(part + "_waiting", "decision", decision);
        }
        return until == null
                ? Clause.of(part + "_indefinite", "ban_from", Values.from(from), "decision", decision)
                : Clause.of(
                        part, "ban_from", Values.from(from), "ban_until", Values.until(until), "decision", decision);
    }

    private Clause clause(Held.ReturnDecision held) {
        var decision = name(held.kind().name(), held.number(), LatvianDates.numeric(held.decidedOn()), held.decider());
        var departed = held.departedOn();
        var served = held.servedOn();
        var leaveBy = held.leaveBy();
        if (departed != null) {
            return Clause.of("departed", "decision", decision, "departed_on", Values.on(departed));
        }
        if (held.suspended()) {
            return Clause.of("suspended", "decision", decision);
        }
        if (served == null) {
            return Clause.of("signed", "decision", decision);
        }
        return leaveBy == null
                ? Clause.of("served", "decision", decision, "served_on", Values.from(served))
                : Clause.of(
                        "served_term",
                        "decision",
                        decision,
                        "served_on",
                        Values.from(served),
                        "leave_by",
                        Values.until(leaveBy));
    }

    /** „Izbraukšanas rīkojums Nr. VRS-R-2026-00012 (23.11.2026., Valsts robežsardze)”. */
    private Bilingual name(String kind, String number, String decidedOn, String decider) {
        var name = facts.code("decision_kind", kind);
        return new Bilingual(
                "%s Nr. %s (%s, %s)"
                        .formatted(name.latvian(), number, decidedOn, units.institutionName(decider, Language.LV)),
                "%s No. %s (%s, %s)"
                        .formatted(name.english(), number, decidedOn, units.institutionName(decider, Language.EN)));
    }
}
