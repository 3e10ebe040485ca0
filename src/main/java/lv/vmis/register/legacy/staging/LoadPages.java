package lv.vmis.register.legacy.staging;

import gg.jte.models.runtime.JteModel;
import java.util.Arrays;
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
import lv.vmis.register.edge.Option;
import lv.vmis.register.kernel.Actor;
import lv.vmis.register.kernel.Right;
import lv.vmis.register.legacy.export.OldRegister;
import lv.vmis.register.legacy.job.CancelJob;
import lv.vmis.register.legacy.job.Job;
import lv.vmis.register.legacy.job.Jobs;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Takings-over of old registers: all of them, a new one, and one with its files and how far its long work is. */
@RestController
class LoadPages {

    static final String HERE = "/old-registers";

    private final Loads loads;
    private final OldFiles files;
    private final Jobs jobs;
    private final OpenLoad open;
    private final CancelJob cancel;
    private final Once once;
    private final TransactionTemplate reading;
    private final Templates html;

    LoadPages(
            Loads loads,
            OldFiles files,
            Jobs jobs,
            OpenLoad open,
            CancelJob cancel,
            Once once,
            PlatformTransactionManager transactions,
            Templates html) {
        this.loads = loads;
        this.files = files;
        this.jobs = jobs;
        this.open = open;
        this.cancel = cancel;
        this.once = once;
        this.reading = new TransactionTemplate(transactions);
        this.reading.setReadOnly(true);
        this.html = html;
    }

    private record Shown(OldLoad load, List<OldFile> files, List<Job> jobs) {}

    @Allow(Right.SEE_TAKING)
    @GetMapping(HERE)
    JteModel list(Frame f) {
        return html.legacyLoads(f, Objects.requireNonNull(reading.execute(_ -> loads.all())));
    }

    @Allow(Right.TAKE_OVER)
    @GetMapping(HERE + "/new")
    JteModel ask(Frame f) {
        return form(f, LoadForm.fresh(), Mistakes.NONE);
    }

    @Allow(Right.TAKE_OVER)
    @PostMapping(HERE)
    ResponseEntity<JteModel> open(Frame f, Actor by, @ModelAttribute LoadForm form) {
        return Answers.to(
                once.run(
                        form.key(),
                        by,
                        form,
                        () -> form.parse(f.today()).then(input -> open.run(input, by)),
                        id -> HERE + "/" + id),
                mistakes -> form(f, form, mistakes));
    }

    @Allow(Right.TAKE_OVER)
    @GetMapping(HERE + "/{id}")
    JteModel show(Frame f, @PathVariable UUID id) {
        return page(f, id, Mistakes.NONE);
    }

    /** Sent twice it is the same: what ended stays as it ended. */
    @Allow(Right.TAKE_OVER)
    @PostMapping(HERE + "/jobs/{id}/cancel")
    ResponseEntity<JteModel> cancel(Frame f, Actor by, @PathVariable UUID id) {
        var job = Objects.requireNonNull(reading.execute(_ -> jobs.find(id))).orElseThrow(NotFound::new);
        return Answers.to(
                cancel.run(id, by).then(load -> lv.vmis.register.kernel.Outcome.done(HERE + "/" + load)),
                mistakes -> page(f, job.loadId(), mistakes));
    }

    private JteModel page(Frame f, UUID id, Mistakes mistakes) {
        var shown = Objects.requireNonNull(
                reading.execute(_ -> new Shown(loads.find(id).orElseThrow(NotFound::new), files.of(id), jobs.of(id))));
        return html.legacyLoad(f, shown.load(), shown.files(), shown.jobs(), mistakes);
    }

    private JteModel form(Frame f, LoadForm form, Mistakes mistakes) {
        return html.legacyOpen(
                f,
                form,
                Arrays.stream(OldRegister.values())
                        .map(one -> new Option(one.name(), f.name("staging.register", one)))
                        .toList(),
                Arrays.stream(LoadKind.values())
                        .map(one -> new Option(one.name(), f.name("staging.kind", one)))
                        .toList(),
                mistakes);
    }
}
