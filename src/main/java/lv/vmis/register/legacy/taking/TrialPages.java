package lv.vmis.register.legacy.taking;

import gg.jte.models.runtime.JteModel;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import lv.vmis.pages.Templates;
import lv.vmis.register.edge.Allow;
import lv.vmis.register.edge.Answers;
import lv.vmis.register.edge.Frame;
import lv.vmis.register.edge.Mistakes;
import lv.vmis.register.edge.NotFound;
import lv.vmis.register.edge.Once;
import lv.vmis.register.kernel.Actor;
import lv.vmis.register.kernel.Right;
import lv.vmis.register.legacy.job.Job;
import lv.vmis.register.legacy.job.JobKind;
import lv.vmis.register.legacy.job.JobState;
import lv.vmis.register.legacy.job.Jobs;
import lv.vmis.register.legacy.rule.OldRules;
import lv.vmis.register.legacy.staging.Loads;
import lv.vmis.register.legacy.staging.OldLoad;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/** What a load would come to, before anything is decided (Q3): numbers and where the rows stand, and nothing of persons. */
@RestController
class TrialPages {

    private static final String HERE = "/old-registers/{load}/trial";

    private final Loads loads;
    private final Outcomes outcomes;
    private final Jobs jobs;
    private final OldRules rules;
    private final TryLoad tryIt;
    private final Once once;
    private final JsonMapper json;
    private final TransactionTemplate reading;
    private final Templates html;

    TrialPages(
            Loads loads,
            Outcomes outcomes,
            Jobs jobs,
            OldRules rules,
            TryLoad tryIt,
            Once once,
            JsonMapper json,
            PlatformTransactionManager transactions,
            Templates html) {
        this.loads = loads;
        this.outcomes = outcomes;
        this.jobs = jobs;
        this.rules = rules;
        this.tryIt = tryIt;
        this.once = once;
        this.json = json;
        this.reading = new TransactionTemplate(transactions);
        this.reading.setReadOnly(true);
        this.html = html;
    }

    @Allow(Right.TAKE_OVER)
    @GetMapping(HERE)
    JteModel show(Frame f, @PathVariable UUID load) {
        return page(f, load, TakingForm.fresh(), Mistakes.NONE);
    }

    @Allow(Right.TAKE_OVER)
    @PostMapping(HERE)
    ResponseEntity<JteModel> tryIt(Frame f, Actor by, @PathVariable UUID load, @ModelAttribute TakingForm form) {
        return Answers.to(
                once.run(
                        form.key(),
                        by,
                        load + "try",
                        () -> tryIt.run(load, by),
                        _ -> HERE.replace("{load}", load.toString())),
                mistakes -> page(f, load, form.again(), mistakes));
    }

    private record Shown(
            OldLoad load,
            List<Job> jobs,
            @Nullable Job last,
            List<Trying.OfTable> tried,
            Map<String, String> names,
            int newestRules) {}

    private JteModel page(Frame f, UUID id, TakingForm form, Mistakes mistakes) {
        var shown = Objects.requireNonNull(reading.execute(_ -> {
            var all = jobs.of(id);
            var last = all.stream()
                    .filter(job -> job.kind() == JobKind.TRIAL && job.state() == JobState.DONE)
                    .findFirst()
                    .orElse(null);
            return new Shown(
                    loads.find(id).orElseThrow(NotFound::new),
                    all.stream().filter(job -> job.state().isOpen()).toList(),
                    last,
                    last == null ? List.of() : List.of(json.readValue(jobs.result(last.id()), Trying.OfTable[].class)),
                    outcomes.files(id).stream()
                            .collect(Collectors.toMap(file -> file.id().toString(), Outcomes.LoadedFile::name)),
                    rules.newest());
        }));
        return html.legacyTrial(
                f,
                shown.load(),
                shown.jobs(),
                shown.last(),
                shown.tried(),
                shown.names(),
                shown.newestRules(),
                form,
                mistakes);
    }
}
