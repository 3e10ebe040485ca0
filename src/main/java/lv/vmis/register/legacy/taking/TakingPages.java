package lv.vmis.register.legacy.taking;

import gg.jte.models.runtime.JteModel;
import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import lv.vmis.pages.Templates;
import lv.vmis.register.edge.Allow;
import lv.vmis.register.edge.Answers;
import lv.vmis.register.edge.Csv;
import lv.vmis.register.edge.Frame;
import lv.vmis.register.edge.Mistakes;
import lv.vmis.register.edge.NotFound;
import lv.vmis.register.edge.Once;
import lv.vmis.register.journal.Looks;
import lv.vmis.register.kernel.Actor;
import lv.vmis.register.kernel.Outcome;
import lv.vmis.register.kernel.PersonId;
import lv.vmis.register.kernel.Purpose;
import lv.vmis.register.kernel.Right;
import lv.vmis.register.legacy.export.OldField;
import lv.vmis.register.legacy.export.OldTable;
import lv.vmis.register.legacy.job.Job;
import lv.vmis.register.legacy.job.Jobs;
import lv.vmis.register.legacy.meaning.Understanding;
import lv.vmis.register.legacy.rule.OldRules;
import lv.vmis.register.legacy.staging.Loads;
import lv.vmis.register.legacy.staging.OldLoad;
import lv.vmis.register.legacy.taking.Outcomes.Listed;
import lv.vmis.register.legacy.taking.Outcomes.RowPlace;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What becomes of a load (Q3): asked for, approved, taken over, looked through, signed off or taken back. */
@RestController
class TakingPages {

    private static final String HERE = "/old-registers/{load}/taking";
    private static final Purpose MIGRATION = Purpose.of("MIGRATION");
    private static final int PAGE = 50;

    private final Loads loads;
    private final Commits commits;
    private final Outcomes outcomes;
    private final Jobs jobs;
    private final OldRules rules;
    private final AskForLoad ask;
    private final AnswerLoad answer;
    private final GoOnLoading goOn;
    private final TakeBackLoad takeBack;
    private final SignOffLoad signOff;
    private final Once once;
    private final Looks looks;
    private final TransactionTemplate reading;
    private final Templates html;

    TakingPages(
            Loads loads,
            Commits commits,
            Outcomes outcomes,
            Jobs jobs,
            OldRules rules,
            AskForLoad ask,
            AnswerLoad answer,
            GoOnLoading goOn,
            TakeBackLoad takeBack,
            SignOffLoad signOff,
            Once once,
            Looks looks,
            PlatformTransactionManager transactions,
            Templates html) {
        this.loads = loads;
        this.commits = commits;
        this.outcomes = outcomes;
        this.jobs = jobs;
        this.rules = rules;
        this.ask = ask;
        this.answer = answer;
        this.goOn = goOn;
        this.takeBack = takeBack;
        this.signOff = signOff;
        this.once = once;
        this.looks = looks;
        this.reading = new TransactionTemplate(transactions);
        this.reading.setReadOnly(true);
        this.html = html;
    }

    @Allow(Right.SEE_TAKING)
    @GetMapping(HERE)
    JteModel show(Frame f, @PathVariable UUID load) {
        return page(f, load, TakingForm.fresh(), Mistakes.NONE);
    }

    @Allow(Right.TAKE_OVER)
    @PostMapping(HERE + "/ask")
    ResponseEntity<JteModel> ask(Frame f, Actor by, @PathVariable UUID load, @ModelAttribute TakingForm form) {
        return decided(
                f,
                by,
                load,
                form,
                "ask",
                () -> ask.run(
                        new AskForLoad.Input(load, Objects.requireNonNull(reading.execute(_ -> rules.newest()))), by));
    }

    @Allow(Right.APPROVE_TAKING)
    @PostMapping(HERE + "/answer")
    ResponseEntity<JteModel> answer(Frame f, Actor by, @PathVariable UUID load, @ModelAttribute TakingForm form) {
        return decided(
                f, by, load, form, "answer", () -> form.answer(load, f.today()).then(input -> answer.run(input, by)));
    }

    @Allow(Right.TAKE_OVER)
    @PostMapping(HERE + "/go-on")
    ResponseEntity<JteModel> goOn(Frame f, Actor by, @PathVariable UUID load, @ModelAttribute TakingForm form) {
        return decided(f, by, load, form, "go on", () -> goOn.run(load, by));
    }

    @Allow(Right.APPROVE_TAKING)
    @PostMapping(HERE + "/take-back")
    ResponseEntity<JteModel> takeBack(Frame f, Actor by, @PathVariable UUID load, @ModelAttribute TakingForm form) {
        return decided(
                f,
                by,
                load,
                form,
                "take back",
                () -> form.because(f.today()).then(why -> takeBack.run(new TakeBackLoad.Input(load, why), by)));
    }

    @Allow(Right.SIGN_OFF_TAKING)
    @PostMapping(HERE + "/sign-off")
    ResponseEntity<JteModel> signOff(Frame f, Actor by, @PathVariable UUID load, @ModelAttribute TakingForm form) {
        return decided(f, by, load, form, "sign off", () -> signOff.run(load, by));
    }

    private ResponseEntity<JteModel> decided(
            Frame f,
            Actor by,
            UUID load,
            TakingForm form,
            String what,
            java.util.function.Supplier<Outcome<UUID>> act) {
        return Answers.to(
                once.run(form.key(), by, load + what + form, act::get, _ -> HERE.replace("{load}", load.toString())),
                mistakes -> page(f, load, form.again(), mistakes));
    }

    /** What the page shows. */
    private record Shown(
            OldLoad load,
            Commits.@Nullable Commit commit,
            int newestRules,
            List<Outcomes.Count> counts,
            boolean isWhole,
            List<Commits.SignedOff> signed,
            List<Job> jobs) {}

    private JteModel page(Frame f, UUID id, TakingForm form, Mistakes mistakes) {
        var shown = Objects.requireNonNull(reading.execute(_ -> {
            var all = jobs.of(id);
            // Half a million rows are not counted every two seconds while more are being taken over.
            var works = all.stream().anyMatch(job -> job.state().isOpen());
            return new Shown(
                    loads.find(id).orElseThrow(NotFound::new),
                    commits.last(id).orElse(null),
                    rules.newest(),
                    works ? List.of() : outcomes.counts(id),
                    !works && outcomes.isWhole(id),
                    commits.signedOff(id),
                    all);
        }));
        return html.legacyTaking(
                f,
                shown.load(),
                shown.commit(),
                shown.newestRules(),
                shown.counts(),
                shown.isWhole(),
                shown.signed(),
                shown.jobs(),
                form,
                mistakes);
    }

    /** Rows with one fate: rejected for a reason, or to be taken up by an official. */
    @Allow(Right.TAKE_OVER)
    @GetMapping(HERE + "/rows")
    JteModel rows(
            Frame f,
            Actor by,
            @PathVariable UUID load,
            @RequestParam String what,
            @RequestParam(required = false) @Nullable UUID file,
            @RequestParam(defaultValue = "0") long after) {
        var place = file == null ? null : new RowPlace(file, after);
        var some = looks.searching(
                        by,
                        "old-register.taken",
                        MIGRATION,
                        Map.of("load", load, "what", what, "after", after),
                        () -> switch (what) {
                            case "OPEN" -> outcomes.toTakeUp(load, false, place, PAGE + 1);
                            case "SCHENGEN" -> outcomes.toTakeUp(load, true, place, PAGE + 1);
                            default -> outcomes.rejected(load, what, place, PAGE + 1);
                        },
                        rows -> rows.stream()
                                .map(Listed::personId)
                                .filter(Objects::nonNull)
                                .map(PersonId::new)
                                .toList())
                .value();
        var more = some.size() > PAGE;
        return html.legacyTaken(
                f,
                Objects.requireNonNull(reading.execute(_ -> loads.find(load))).orElseThrow(NotFound::new),
                what,
                more ? some.subList(0, PAGE) : some,
                more);
    }

    /** Rejected rows as a file of the same shape, with the reasons in a column of their own: corrected there, it is put to the load again. */
    @Allow(Right.TAKE_OVER)
    @GetMapping(HERE + "/rejected")
    void rejected(
            Frame f, Actor by, @PathVariable UUID load, @RequestParam OldTable table, HttpServletResponse response)
            throws IOException {
        looks.searching(
                by,
                "old-register.rejected-file",
                MIGRATION,
                Map.of("load", load, "table", table),
                () -> outcomes.counts(load),
                _ -> List.of());
        response.setContentType("text/csv");
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        response.setHeader("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'; sandbox");
        response.setHeader(
                "Content-Disposition",
                ContentDisposition.attachment()
                        .filename(table + "-" + f.t("taking.rejected-file") + ".csv", StandardCharsets.UTF_8)
                        .build()
                        .toString());
        var fields = table.fields().stream().map(OldField::name).toList();
        try (var out = new BufferedWriter(new OutputStreamWriter(response.getOutputStream(), StandardCharsets.UTF_8))) {
            var csv = new Csv(out);
            var head = new ArrayList<>(fields);
            head.add(Understanding.WHY_REJECTED);
            csv.line(head);
            reading.executeWithoutResult(_ -> outcomes.eachRejected(load, table, row -> line(f, csv, fields, row)));
        }
    }

    private static void line(Frame f, Csv csv, List<String> fields, Outcomes.RejectedRow row) {
        var cells = new ArrayList<String>();
        for (var field : fields) {
            var place = row.columns().indexOf(field);
            cells.add(place >= 0 && place < row.cells().size() ? row.cells().get(place) : "");
        }
        cells.add(row.reasons().stream().map(said -> Fates.text(f, said)).collect(Collectors.joining(" ")));
        try {
            csv.line(cells);
        } catch (IOException gone) {
            throw new java.io.UncheckedIOException(gone);
        }
    }
}
