package lv.vmis.register.returns;

import gg.jte.models.runtime.JteModel;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import lv.vmis.pages.Templates;
import lv.vmis.register.edge.Allow;
import lv.vmis.register.edge.Answers;
import lv.vmis.register.edge.Frame;
import lv.vmis.register.edge.Mistakes;
import lv.vmis.register.edge.NotFound;
import lv.vmis.register.edge.Once;
import lv.vmis.register.edge.Parse;
import lv.vmis.register.edge.Purposes;
import lv.vmis.register.journal.Looks;
import lv.vmis.register.kernel.Actor;
import lv.vmis.register.kernel.Ids;
import lv.vmis.register.kernel.PersonId;
import lv.vmis.register.kernel.Purpose;
import lv.vmis.register.kernel.Right;
import lv.vmis.register.person.PersonBar;
import lv.vmis.register.person.Persons;
import lv.vmis.register.reference.Names;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The case on one page (L2), the list of cases, and handing one over to PMLP. */
@RestController
class CasePages {

    /** Larger than any case number. */
    private static final String END = "M";

    private final ReturnCases cases;
    private final CaseFile file;
    private final Closings closings;
    private final Findings findings;
    private final HandOver handOver;
    private final Persons persons;
    private final Names names;
    private final Purposes purposes;
    private final Looks looks;
    private final Once once;
    private final Templates html;
    private final Clock clock;
    private final TransactionTemplate transaction;

    CasePages(
            ReturnCases cases,
            CaseFile file,
            Closings closings,
            Findings findings,
            HandOver handOver,
            Persons persons,
            Names names,
            Purposes purposes,
            Looks looks,
            Once once,
            Templates html,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.cases = cases;
        this.file = file;
        this.closings = closings;
        this.findings = findings;
        this.handOver = handOver;
        this.persons = persons;
        this.names = names;
        this.purposes = purposes;
        this.looks = looks;
        this.once = once;
        this.html = html;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    @Allow(Right.SEE_PERSON)
    @GetMapping("/cases")
    JteModel list(
            Frame f,
            Actor by,
            @RequestParam(defaultValue = "own") String competent,
            @RequestParam(defaultValue = "open") String state,
            @RequestParam(defaultValue = END) String before) {
        var institution = switch (competent) {
            case "own" -> by.institution().equals("VRS") ? "VRS" : "PMLP";
            case "PMLP", "VRS" -> competent;
            default -> null;
        };
        var rows = looks.at(
                by,
                "case.list",
                Purpose.TASK_LIST,
                () -> file.list(institution, state.equals("open"), before),
                found -> found.stream()
                        .limit(CaseFile.PAGE)
                        .map(CaseFile.CaseRow::personId)
                        .toList());
        return html.returnsCases(f, rows, competent, state);
    }

    @Allow(Right.SEE_PERSON)
    @GetMapping("/cases/{id}")
    JteModel show(Frame f, Actor by, @PathVariable UUID id) {
        var found = found(id);
        var shown = looks.at(
                by,
                "case.show",
                purposes.at(by, found.personId(), id),
                () -> new Shown(
                        persons.bar(found.personId()).orElseThrow(),
                        file.findings(id),
                        findings.past(id),
                        file.handovers(id),
                        file.detentions(id),
                        file.measures(id),
                        file.decisions(id),
                        file.followUps(id),
                        file.safeguards(id, f.today()),
                        file.nextStep(id).orElse(null),
                        closings.of(id),
                        file.whereabouts(id).orElse(null),
                        file.told(id, f.today()),
                        file.together(id)),
                whole -> whole.persons(found.personId()));
        return html.returnsCase(
                f,
                names,
                shown.bar(),
                found,
                shown.findings(),
                shown.pastFindings(),
                shown.handovers(),
                shown.detentions(),
                shown.measures(),
                shown.decisions(),
                shown.followUps(),
                shown.safeguards(),
                shown.nextStep(),
                StepPage.of(f, id, shown.nextStep()),
                shown.closings(),
                shown.whereabouts(),
                shown.told(),
                shown.together());
    }

    @Allow(Right.ENTER_FINDING)
    @GetMapping("/cases/{id}/hand-over")
    JteModel handOverForm(Frame f, Actor by, @PathVariable UUID id) {
        var found = found(id);
        return handOverPage(
                f,
                by,
                found,
                new HandOverForm(Ids.next().toString(), Integer.toString(found.version()), null),
                Mistakes.NONE);
    }

    @Allow(Right.ENTER_FINDING)
    @PostMapping("/cases/{id}/hand-over")
    ResponseEntity<JteModel> handOver(Frame f, Actor by, @PathVariable UUID id, HandOverForm form) {
        var key = Parse.id("key", form.key());
        var outcome = form.parse(id, LocalDate.now(clock))
                .then(input -> once.run(key, by, form, () -> handOver.run(input, by), done -> "/cases/" + done));
        return Answers.to(outcome, mistakes -> {
            var fresh = found(id);
            var again = new HandOverForm(Ids.next().toString(), Integer.toString(fresh.version()), form.reason());
            return handOverPage(f, by, fresh, again, mistakes);
        });
    }

    private JteModel handOverPage(Frame f, Actor by, ReturnCase found, HandOverForm form, Mistakes mistakes) {
        var bar = looks.at(
                by,
                "case.hand-over",
                purposes.at(by, found.personId(), found.id()),
                found.personId(),
                () -> persons.bar(found.personId()).orElseThrow());
        return html.returnsHandOver(f, bar, found, form, mistakes);
    }

    private ReturnCase found(UUID id) {
        return Objects.requireNonNull(transaction.execute(_ -> cases.find(id))).orElseThrow(NotFound::new);
    }

    private record Shown(
            PersonBar bar,
            List<CaseFile.FindingRow> findings,
            List<PastFinding> pastFindings,
            List<CaseFile.HandoverRow> handovers,
            List<CaseFile.DetentionRow> detentions,
            List<CaseFile.MeasureRow> measures,
            List<CaseFile.DecisionRow> decisions,
            List<CaseFile.FollowUpRow> followUps,
            List<CaseFile.SafeguardRow> safeguards,
            CaseFile.@Nullable StepRow nextStep,
            List<Closing> closings,
            CaseFile.@Nullable WhereaboutsRow whereabouts,
            CaseFile.ToldRow told,
            List<CaseFile.TogetherRow> together) {

        List<PersonId> persons(PersonId first) {
            var all = new java.util.ArrayList<PersonId>();
            all.add(first);
            together.stream().map(CaseFile.TogetherRow::personId).forEach(all::add);
            return all;
        }
    }
}
