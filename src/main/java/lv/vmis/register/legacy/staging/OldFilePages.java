package lv.vmis.register.legacy.staging;

import gg.jte.models.runtime.JteModel;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import lv.vmis.pages.Templates;
import lv.vmis.register.edge.Allow;
import lv.vmis.register.edge.Answers;
import lv.vmis.register.edge.Frame;
import lv.vmis.register.edge.Mistakes;
import lv.vmis.register.edge.NotFound;
import lv.vmis.register.edge.Once;
import lv.vmis.register.edge.Parse;
import lv.vmis.register.journal.Looks;
import lv.vmis.register.kernel.Actor;
import lv.vmis.register.kernel.Ids;
import lv.vmis.register.kernel.Outcome;
import lv.vmis.register.kernel.Purpose;
import lv.vmis.register.kernel.Refusal;
import lv.vmis.register.kernel.Right;
import lv.vmis.register.legacy.job.Job;
import lv.vmis.register.legacy.job.JobKind;
import lv.vmis.register.legacy.job.Jobs;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** A file of an old register: put, what was found about it, read on, taken out. */
@RestController
class OldFilePages {

    /** Where files are put: {@link LargeUploads} gives this one address its limit. */
    static final String PUT = LoadPages.HERE + "/files";

    static final Purpose MIGRATION = Purpose.of("MIGRATION");

    private static final int NAME = 255;

    private final Loads loads;
    private final OldFiles files;
    private final FileFindings findings;
    private final Jobs jobs;
    private final Incoming incoming;
    private final PutFile put;
    private final StageAgain again;
    private final TakeOutFile takeOut;
    private final Once once;
    private final Looks looks;
    private final TransactionTemplate reading;
    private final Templates html;

    OldFilePages(
            Loads loads,
            OldFiles files,
            FileFindings findings,
            Jobs jobs,
            Incoming incoming,
            PutFile put,
            StageAgain again,
            TakeOutFile takeOut,
            Once once,
            Looks looks,
            PlatformTransactionManager transactions,
            Templates html) {
        this.loads = loads;
        this.files = files;
        this.findings = findings;
        this.jobs = jobs;
        this.incoming = incoming;
        this.put = put;
        this.again = again;
        this.takeOut = takeOut;
        this.once = once;
        this.looks = looks;
        this.reading = new TransactionTemplate(transactions);
        this.reading.setReadOnly(true);
        this.html = html;
    }

    private record Shown(OldFile file, OldLoad load, List<Found> found, Optional<Job> job) {}

    @Allow(Right.TAKE_OVER)
    @GetMapping(LoadPages.HERE + "/{id}/file")
    JteModel ask(Frame f, @PathVariable UUID id) {
        return form(f, id, OldFileForm.fresh(), Mistakes.NONE);
    }

    /** The taking-over is a field, since the address has a limit of its own. */
    @Allow(Right.TAKE_OVER)
    @PostMapping(PUT)
    ResponseEntity<JteModel> put(Frame f, Actor by, @ModelAttribute OldFileForm form, HttpServletRequest request)
            throws IOException, ServletException {
        var load = Parse.id("load", form.load());
        var part = sent(request);
        var name = part.map(one -> plain(one.getSubmittedFileName())).orElse("");
        var wished = form.wish(f.today()).along(checked(part, name));
        var outcome = wished instanceof Outcome.Refused<?>(var reasons)
                ? Outcome.<String>refused(reasons)
                : put(by, form, load, name, part.orElseThrow(), wished);
        return Answers.to(outcome, mistakes -> form(f, load, form.again(), mistakes));
    }

    private Outcome<String> put(
            Actor by,
            OldFileForm form,
            UUID load,
            String name,
            Part part,
            Outcome<lv.vmis.register.legacy.export.Wish> wished)
            throws IOException {
        forgetOld();
        var content = incoming.take(Ids.next(), part.getInputStream());
        var isKept = false;
        try {
            var outcome = once.run(
                    form.key(),
                    by,
                    form + name + content.sha256(),
                    () -> wished.then(wish -> put.run(new PutFile.Input(load, name, content, wish), by)),
                    id -> id.toString());
            isKept = outcome instanceof Outcome.Done<String>(var id)
                    && id.equals(content.id().toString());
            return outcome.then(_ -> Outcome.done(LoadPages.HERE + "/" + load));
        } finally {
            // Sent twice, the second is not needed.
            if (!isKept) {
                incoming.forget(content.id());
            }
        }
    }

    /** What a process left behind that was stopped while a file came. */
    private void forgetOld() {
        var old = incoming.old();
        if (!old.isEmpty()) {
            var awaited = Objects.requireNonNull(reading.execute(_ -> files.awaited(old)));
            old.stream().filter(id -> !awaited.contains(id)).forEach(incoming::forget);
        }
    }

    private static Outcome<String> checked(Optional<Part> part, String name) {
        if (part.isEmpty()) {
            return Outcome.refused(List.of(Refusal.at("files", StagingRefusal.FILE_NEEDED)));
        }
        return name.isBlank() || name.length() > NAME
                ? Outcome.refused(List.of(Refusal.at("files", StagingRefusal.NAME_TOO_LONG, NAME)))
                : Outcome.done(name);
    }

    /** Without a path, and without signs that nobody sees. */
    private static String plain(String sent) {
        return Normalizer.normalize(
                        sent.substring(Math.max(sent.lastIndexOf('/'), sent.lastIndexOf('\\')) + 1),
                        Normalizer.Form.NFC)
                .replaceAll("[\\p{C}\uFFFD]", "")
                .strip();
    }

    private static Optional<Part> sent(HttpServletRequest request) throws IOException, ServletException {
        request.getParameterMap();
        var type = request.getContentType();
        return type == null || !type.toLowerCase(Locale.ROOT).startsWith("multipart/")
                ? Optional.empty()
                : request.getParts().stream()
                        .filter(part -> part.getName().equals("files")
                                && part.getSubmittedFileName() != null
                                && !part.getSubmittedFileName().isEmpty())
                        .findFirst();
    }

    @Allow(Right.TAKE_OVER)
    @GetMapping(PUT + "/{id}")
    JteModel show(Frame f, Actor by, @PathVariable UUID id) {
        return page(f, by, id, OldFileForm.fresh(), Mistakes.NONE);
    }

    @Allow(Right.TAKE_OVER)
    @PostMapping(PUT + "/{id}/again")
    ResponseEntity<JteModel> again(Frame f, Actor by, @PathVariable UUID id, @ModelAttribute OldFileForm form) {
        return Answers.to(
                once.run(form.key(), by, id + "again", () -> again.run(id, by), _ -> load(id)),
                mistakes -> page(f, by, id, form.again(), mistakes));
    }

    @Allow(Right.TAKE_OVER)
    @PostMapping(PUT + "/{id}/take-out")
    ResponseEntity<JteModel> takeOut(Frame f, Actor by, @PathVariable UUID id, @ModelAttribute OldFileForm form) {
        var outcome = once.run(
                form.key(),
                by,
                id + "take out" + form,
                () -> form.because(f.today()).then(why -> takeOut.run(new TakeOutFile.Input(id, why), by)),
                load -> LoadPages.HERE + "/" + load);
        if (outcome instanceof Outcome.Done<String>) {
            incoming.forget(id);
        }
        return Answers.to(outcome, mistakes -> page(f, by, id, form.again(), mistakes));
    }

    private String load(UUID file) {
        return LoadPages.HERE + "/" + found(file).loadId();
    }

    private OldFile found(UUID file) {
        return Objects.requireNonNull(reading.execute(_ -> files.find(file))).orElseThrow(NotFound::new);
    }

    /** What was found names values of rows, so it is a look at personal data. */
    private JteModel page(Frame f, Actor by, UUID id, OldFileForm form, Mistakes mistakes) {
        var shown = looks.searching(
                        by,
                        "old-register.file",
                        MIGRATION,
                        Map.of("file", id),
                        () -> {
                            var file = files.find(id).orElseThrow(NotFound::new);
                            return new Shown(
                                    file,
                                    loads.find(file.loadId()).orElseThrow(NotFound::new),
                                    findings.all(id),
                                    jobs.last(id, JobKind.STAGE));
                        },
                        _ -> List.of())
                .value();
        return html.legacyFile(f, shown.load(), shown.file(), shown.found(), orNull(shown.job()), form, mistakes);
    }

    private static @Nullable Job orNull(Optional<Job> job) {
        return job.orElse(null);
    }

    private JteModel form(Frame f, UUID load, OldFileForm form, Mistakes mistakes) {
        var found = Objects.requireNonNull(reading.execute(_ -> loads.find(load)));
        if (found.isEmpty()) {
            throw new NotFound();
        }
        return html.legacyPut(f, found.get(), form, mistakes);
    }
}
