package lv.vmis.register.decision;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lv.vmis.register.document.DecisionDocument;
import lv.vmis.register.document.DocumentFacts;
import lv.vmis.register.document.DocumentTemplates;
import lv.vmis.register.kernel.Actor;
import lv.vmis.register.kernel.Bilingual;
import lv.vmis.register.kernel.Language;
import lv.vmis.register.reference.BorderCrossingPoints;
import lv.vmis.register.reference.LegalParameters;
import lv.vmis.register.returns.Finding;
import lv.vmis.register.returns.ReturnCases;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Gathers all that a printed decision says, in Latvian, from the person, the case, the decision and the law. */
@Component
class DecisionDocuments {

    private final DocumentFacts facts;
    private final DocumentTemplates templates;
    private final Decisions decisions;
    private final ReturnCases cases;
    private final BorderCrossingPoints points;
    private final LegalParameters parameters;
    private final Clock clock;

    DecisionDocuments(
            DocumentFacts facts,
            DocumentTemplates templates,
            Decisions decisions,
            ReturnCases cases,
            BorderCrossingPoints points,
            LegalParameters parameters,
            Clock clock) {
        this.facts = facts;
        this.templates = templates;
        this.decisions = decisions;
        this.cases = cases;
        this.points = points;
        this.parameters = parameters;
        this.clock = clock;
    }

    /** The day whose law and texts apply: that of the decision, and today for a draft. */
    LocalDate day(Decision decision) {
        return decision.decidedOn() == null ? LocalDate.now(clock) : decision.decidedOn();
    }

    /** @param signatory who signs; nobody yet on a draft */
    DecisionDocument of(Decision decision, @Nullable Actor signatory) {
        var day = day(decision);
        var caseId = decision.returnCaseId();
        var finding = caseId == null ? null : cases.findings(caseId).getLast();
        var bans = decisions.bans(decision.id());
        return new DecisionDocument(
                templates.latvian(decision.kind().printed(), day),
                facts.issuer(decision.institution(), decision.unit()),
                facts.place(decision.unit()),
                decision.number(),
                decision.decidedOn(),
                facts.person(decision.personId()),
                facts.papers(decision.personId()),
                finding == null ? null : finding(finding),
                legalBases(decision, finding, day),
                reasons(decision, bans),
                decision.kind().isBan() ? weighed(decision) : null,
                departure(decision),
                bans.stream()
                        .map(ban -> new DecisionDocument.Ban(
                                ban.territory().printed(),
                                ban.months(),
                                from(ban, decision),
                                facts.citation(ban.legalBasis(), day)))
                        .toList(),
                facts.appeal(
                        decision.institution(), decision.unit(), decision.kind().contest(), day),
                facts.signatory(signatory),
                facts.nameAndPosition(decision.preparedBy()),
                decision.kind().isRemoval() ? facts.citation("R454-5", day).latvian() : null,
                facts.watermark());
    }

    /** Why it is decided so, and why each ban is as long as it is. */
    private static String reasons(Decision decision, List<BanLine> bans) {
        return Stream.concat(
                        Stream.of(decision.kind().isBan() ? decision.reasons() : inOne(decision)),
                        bans.stream()
                                .map(BanLine::reasons)
                                .filter(Objects::nonNull)
                                .distinct())
                .collect(Collectors.joining("\n"));
    }

    /** A return decision says in its reasons how family and private life were weighed: its template has no heading for that. */
    private static String inOne(Decision decision) {
        return decision.familyLife() == null ? decision.reasons() : decision.reasons() + "\n" + decision.familyLife();
    }

    /** How family and private life were weighed, and of who moves freely also the personal conduct. */
    private static @Nullable String weighed(Decision decision) {
        return decision.conduct() == null ? decision.familyLife() : decision.familyLife() + "\n" + decision.conduct();
    }

    private DecisionDocument.Finding finding(Finding finding) {
        var point = finding.crossingPoint() == null ? null : points.name(finding.crossingPoint(), Language.LV);
        return new DecisionDocument.Finding(
                finding.foundOn(),
                null,
                Objects.requireNonNullElse(DocumentFacts.joined(point, finding.place()), finding.place()),
                facts.unitInFull(finding.unit()),
                finding.circumstances());
    }

    private List<Bilingual> legalBases(Decision decision, @Nullable Finding finding, LocalDate day) {
        var cited = new ArrayList<Bilingual>();
        if (finding != null) {
            cited.add(facts.citation(finding.legalBasis(), finding.foundOn()));
        }
        cited.add(facts.citation(decision.legalBasis(), day));
        if (decision.kind().isOrder()) {
            cited.add(parameters.get("departure.term.max", day).cited());
        }
        return cited.stream().distinct().toList();
    }

    /** The first day of a ban that does not wait for the departure. */
    private @Nullable LocalDate from(BanLine ban, Decision decision) {
        return switch (ban.starts()) {
            case DEPARTURE -> null;
            case DECISION -> day(decision);
            case DAY -> ban.startsOn();
        };
    }

    private DecisionDocument.Departure departure(Decision decision) {
        return new DecisionDocument.Departure(
                decision.termDays(),
                facts.country(decision.destination()),
                facts.isNational(decision.personId(), decision.destination()),
                decision.kind().isRemoval() ? facts.citation("R454-10", day(decision)) : null);
    }
}
