package lv.vmis.register.legacy.reconciling;

import gg.jte.models.runtime.JteModel;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lv.vmis.pages.Templates;
import lv.vmis.register.document.DocumentPrinter;
import lv.vmis.register.edge.Allow;
import lv.vmis.register.edge.Answers;
import lv.vmis.register.edge.Frame;
import lv.vmis.register.edge.Mistakes;
import lv.vmis.register.edge.NotFound;
import lv.vmis.register.edge.Once;
import lv.vmis.register.journal.Looks;
import lv.vmis.register.kernel.Actor;
import lv.vmis.register.kernel.Language;
import lv.vmis.register.kernel.PersonId;
import lv.vmis.register.kernel.Purpose;
import lv.vmis.register.kernel.Right;
import lv.vmis.register.legacy.job.Job;
import lv.vmis.register.legacy.job.JobKind;
import lv.vmis.register.legacy.job.JobState;
import lv.vmis.register.legacy.job.Jobs;
import lv.vmis.register.legacy.reconciling.RowsTakenOver.Difference;
import lv.vmis.register.legacy.reconciling.RowsTakenOver.StagedFile;
import lv.vmis.register.legacy.reconciling.RowsTakenOver.TakenRow;
import lv.vmis.register.legacy.staging.Loads;
import lv.vmis.register.legacy.staging.OldLoad;
import lv.vmis.register.legacy.taking.Commits;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/** Old against new in numbers, the rows that differ, and what is printed about the end of an old register. */
@RestController
class ReconciliationPages {

    private static final String HERE = "/old-registers/{load}/reconciliation";
    private static final Purpose MIGRATION = Purpose.of("MIGRATION");
    private static final int PAGE = 50;

    private final Loads loads;
    private final RowsTakenOver rows;
    private final Comparing comparing;
    private final Commits commits;
    private final Jobs jobs;
    private final ReconcileLoad reconcile;
    private final OldRegisterPapers papers;
    private final Once once;
    private final Looks looks;
    private final JsonMapper json;
    private final TransactionTemplate reading;
    private final Templates html;

    ReconciliationPages(
            Loads loads,
            RowsTakenOver rows,
            Comparing comparing,
            Commits commits,
            Jobs jobs,
            ReconcileLoad reconcile,
            OldRegisterPapers papers,
            Once once,
            Looks looks,
            JsonMapper json,
            PlatformTransactionManager transactions,
            Templates html) {
        this.loads = loads;
        this.rows = rows;
        this.comparing = comparing;
        this.commits = commits;
        this.jobs = jobs;
        this.reconcile = reconcile;
        this.papers = papers;
        this.once = once;
        this.looks = looks;
        this.json = json;
        this.reading = new TransactionTemplate(transactions);
        this.reading.setReadOnly(true);
        this.html = html;
    }

    @Allow(Right.SEE_TAKING)
    @GetMapping(HERE)
    JteModel show(Frame f, @PathVariable UUID load) {
        return page(f, load, ReconcileForm.fresh(), Mistakes.NONE);
    }

    @Allow(Right.SEE_TAKING)
    @PostMapping(HERE)
    ResponseEntity<JteModel> compare(Frame f, Actor by, @PathVariable UUID load, @ModelAttribute ReconcileForm form) {
        return Answers.to(
                once.run(
                        form.key(),
                        by,
                        load + "reconcile",
                        () -> reconcile.run(load, by),
                        _ -> HERE.replace("{load}", load.toString())),
                mistakes -> page(f, load, ReconcileForm.fresh(), mistakes));
    }

    /** What the page shows; nothing is compared yet where there is no result. */
    private record Shown(
            OldLoad load,
            List<Job> open,
            @Nullable Job last,
            @Nullable Job failed,
            @Nullable Reconciliation result,
            boolean isOld) {}

    private JteModel page(Frame f, UUID id, ReconcileForm form, Mistakes mistakes) {
        var shown = Objects.requireNonNull(reading.execute(_ -> {
            var load = loads.find(id).orElseThrow(NotFound::new);
            var all = jobs.of(id);
            var open = all.stream().filter(job -> job.state().isOpen()).toList();
            var last = last(id);
            var result = last == null ? null : result(last);
            // Half a million rows are not counted every two seconds while work goes on.
            return new Shown(
                    load,
                    open,
                    last,
                    all.stream()
                            .filter(job -> job.kind() == JobKind.RECONCILE)
                            .findFirst()
                            .filter(job -> job.failure() != null)
                            .orElse(null),
                    result,
                    open.isEmpty() && last != null && result != null && isOld(id, last, result));
        }));
        return html.legacyReconciliation(
                f,
                shown.load(),
                shown.open(),
                shown.last(),
                shown.failed(),
                shown.result(),
                shown.isOld(),
                form,
                mistakes);
    }

    private boolean isOld(UUID load, Job last, Reconciliation result) {
        return !result.basis().equals(rows.basis(load)) || rows.isWorkedWith(load, last.madeAt());
    }

    private @Nullable Job last(UUID load) {
        return jobs.of(load).stream()
                .filter(job -> job.kind() == JobKind.RECONCILE && job.state() == JobState.DONE)
                .findFirst()
                .orElse(null);
    }

    private Reconciliation result(Job job) {
        return json.readValue(jobs.result(job.id()), Reconciliation.class);
    }

    /** The rows that differ, with what they say on both sides. */
    @Allow(Right.TAKE_OVER)
    @GetMapping(HERE + "/differences")
    JteModel differences(
            Frame f,
            Actor by,
            @PathVariable UUID load,
            @RequestParam(required = false) @Nullable UUID file,
            @RequestParam(defaultValue = "0") long after,
            @RequestParam(defaultValue = "") String field) {
        var some = looks.searching(
                        by,
                        "old-register.differences",
                        MIGRATION,
                        Map.of("load", load, "after", after),
                        () -> shown(load, file, after, field),
                        found -> found.rows().stream()
                                .map(one -> new PersonId(one.person()))
                                .distinct()
                                .toList())
                .value();
        return html.legacyDifferences(f, some.load(), some.rows(), some.isOld(), some.next());
    }

    /**
     * Some of the rows that differ.
     *
     * @param isOld whether a row among them is not taken over any more
     * @param next how an address names the place behind which more stand
     */
    private record Some(
            OldLoad load,
            List<DifferingRow> rows,
            boolean isOld,
            @Nullable String next) {}

    private Some shown(UUID load, @Nullable UUID file, long after, String field) {
        var of = loads.find(load).orElseThrow(NotFound::new);
        var last = last(load);
        if (last == null) {
            throw new NotFound();
        }
        var all = rows.differences(result(last).run(), file, after, field, PAGE + 1);
        var found = all.subList(0, Math.min(PAGE, all.size()));
        var shown = differing(load, found);
        return new Some(of, shown, shown.size() < found.size(), all.size() > PAGE ? behind(found.getLast()) : null);
    }

    private static String behind(Difference last) {
        return "file=" + last.fileId() + "&after=" + last.rowNo() + "&field=" + last.field();
    }

    private List<DifferingRow> differing(UUID load, List<Difference> found) {
        var version = commits.approved(load).map(Commits.Commit::rulesVersion).orElse(1);
        var files = rows.files(load).stream().collect(Collectors.toMap(StagedFile::id, one -> one));
        var compared = new LinkedHashMap<UUID, Map<Long, Comparing.Compared>>();
        found.stream().collect(Collectors.groupingBy(Difference::fileId)).forEach((id, own) -> {
            var of = files.get(id);
            if (of != null) {
                var those = rows.at(
                        id, own.stream().map(Difference::rowNo).distinct().toList());
                compared.put(
                        id,
                        comparing.of(of, version).compare(those).stream()
                                .collect(Collectors.toMap(one -> one.row().rowNo(), one -> one)));
            }
        });
        return found.stream()
                .flatMap(one -> {
                    var both = compared.getOrDefault(one.fileId(), Map.of()).get(one.rowNo());
                    var of = files.get(one.fileId());
                    return both == null || of == null ? Stream.of() : Stream.of(differing(one, of, both));
                })
                .toList();
    }

    private static DifferingRow differing(Difference where, StagedFile file, Comparing.Compared both) {
        TakenRow row = both.row();
        var cells = where.field().columns().stream()
                .map(column -> file.columns().indexOf(column))
                .filter(at -> at >= 0 && at < row.cells().size())
                .map(at -> row.cells().get(at).strip())
                .filter(cell -> !cell.isEmpty())
                .toList();
        return new DifferingRow(
                where.fileId(),
                file.name(),
                where.rowNo(),
                where.field(),
                where.isExplained(),
                row.key(),
                Objects.requireNonNull(row.person()),
                cells,
                both.old().get(where.field()),
                both.now().get(where.field()));
    }

    /** The papers about the end of an old register; which there are depends on the register. */
    @Allow(Right.SEE_TAKING)
    @GetMapping(HERE + "/{paper}.pdf")
    ResponseEntity<byte[]> print(Frame f, Actor by, @PathVariable UUID load, @PathVariable String paper) {
        var source = Objects.requireNonNull(reading.execute(_ -> {
            var of = loads.find(load).orElseThrow(NotFound::new);
            var last = last(load);
            if (last == null) {
                throw new NotFound();
            }
            var result = result(last);
            return new OldRegisterPapers.Source(
                    of,
                    last,
                    result,
                    commits.approved(load).orElse(null),
                    commits.signedOff(load),
                    result.basis().hasSameOutcomes(rows.basis(load)));
        }));
        var kind = RowGroups.papers(source.load().register()).stream()
                .filter(one -> RowGroups.path(one).equals(paper))
                .findFirst()
                .orElseThrow(NotFound::new);
        return DocumentPrinter.answer(
                papers.print(kind, source, latvian(f), by),
                RowGroups.path(kind) + "-" + source.load().number() + ".pdf");
    }

    private static Frame latvian(Frame f) {
        return new Frame(
                f.texts(),
                Language.LV,
                f.environment(),
                f.actor(),
                f.unitName(),
                f.path(),
                f.back(),
                f.csrf(),
                f.assets(),
                f.now(),
                f.part(),
                f.preparing());
    }
}
