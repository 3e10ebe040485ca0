package lv.vmis.register.check;

import gg.jte.models.runtime.JteModel;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
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
import lv.vmis.register.kernel.PersonId;
import lv.vmis.register.kernel.Purpose;
import lv.vmis.register.kernel.Refusal;
import lv.vmis.register.kernel.Right;
import lv.vmis.register.person.PersonBar;
import lv.vmis.register.person.Persons;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Travellers told apart from those they were taken for, and taken back. */
@RestController
class ClearingPages {

    private static final int LONGEST_REASON = 500;

    private final InspectorRequests requests;
    private final ClearedHits cleared;
    private final ClearHits clear;
    private final ReopenHit reopen;
    private final Persons persons;
    private final Once once;
    private final Looks looks;
    private final Templates html;
    private final Clock clock;

    ClearingPages(
            InspectorRequests requests,
            ClearedHits cleared,
            ClearHits clear,
            ReopenHit reopen,
            Persons persons,
            Once once,
            Looks looks,
            Templates html,
            Clock clock) {
        this.requests = requests;
        this.cleared = cleared;
        this.clear = clear;
        this.reopen = reopen;
        this.persons = persons;
        this.once = once;
        this.looks = looks;
        this.html = html;
        this.clock = clock;
    }

    /** By what somebody was told apart, or why it is taken back. */
    public record WhyForm(@Nullable String reason) {

        static final WhyForm BLANK = new WhyForm(null);

        Outcome<String> parse(LocalDate today) {
            var in = new Parse(today);
            var why = in.text("reason", reason, LONGEST_REASON);
            return in.into(why::get);
        }
    }

    @GetMapping("/check/requests/{id}/clearing")
    @Allow(Right.ENTER_FINDING)
    JteModel ask(Frame f, Actor by, @PathVariable UUID id) {
        return clearing(f, by, id, WhyForm.BLANK, Ids.next(), Mistakes.NONE);
    }

    @PostMapping("/check/requests/{id}/clearing")
    @Allow(Right.ENTER_FINDING)
    ResponseEntity<JteModel> clear(
            Frame f, Actor by, @PathVariable UUID id, @RequestParam UUID key, @ModelAttribute WhyForm form) {
        var answer = form.parse(LocalDate.now(clock))
                .then(why -> once.run(
                        key,
                        by,
                        List.of(id, form),
                        () -> clear.run(new ClearHits.Input(id, why), by),
                        _ -> "/check/cleared"));
        return Answers.to(answer, mistakes -> clearing(f, by, id, form, key, mistakes));
    }

    @GetMapping("/check/cleared")
    @Allow(Right.ENTER_FINDING)
    JteModel list(Frame f, Actor by) {
        var hits = looks.at(
                by,
                "check.cleared",
                Purpose.TASK_LIST,
                cleared::newest,
                found -> found.stream().map(ClearedHit::person).distinct().toList());
        return html.checkCleared(f, hits);
    }

    @GetMapping("/check/cleared/{id}")
    @Allow(Right.ENTER_FINDING)
    JteModel askBack(Frame f, Actor by, @PathVariable UUID id) {
        return reopening(f, by, id, WhyForm.BLANK, Ids.next(), Mistakes.NONE);
    }

    @PostMapping("/check/cleared/{id}")
    @Allow(Right.ENTER_FINDING)
    ResponseEntity<JteModel> reopen(
            Frame f, Actor by, @PathVariable UUID id, @RequestParam UUID key, @ModelAttribute WhyForm form) {
        var answer = form.parse(LocalDate.now(clock))
                .then(why -> once.run(
                        key,
                        by,
                        List.of(id, form),
                        () -> reopen.run(new ReopenHit.Input(id, why), by),
                        _ -> "/check/cleared"));
        return Answers.to(answer, mistakes -> reopening(f, by, id, form, key, mistakes));
    }

    /** What the page of a clearing shows: the traveller, those he is like, and why they cannot be told apart by this official. */
    private record Shown(InspectorRequest request, List<PersonBar> persons, Optional<CheckRefusal> refusal) {}

    private JteModel clearing(Frame f, Actor by, UUID id, WhyForm form, UUID key, Mistakes mistakes) {
        var shown = looks.at(
                        by,
                        "check.requests",
                        Purpose.TASK_LIST,
                        () -> requests.find(id, by.institution())
                                .map(request ->
                                        new Shown(request, bars(request.persons()), clear.refusal(request, by))),
                        found -> found.map(one -> one.request().persons()).orElse(List.of()))
                .orElseThrow(NotFound::new);
        var why = mistakes.any()
                ? mistakes
                : shown.refusal()
                        .map(code -> new Mistakes(List.of(Refusal.of(code))))
                        .orElse(Mistakes.NONE);
        return html.checkClearing(
                f, shown.request(), shown.persons(), shown.refusal().isEmpty(), form.reason(), key, why);
    }

    private List<PersonBar> bars(List<PersonId> known) {
        return known.stream().flatMap(person -> persons.bar(person).stream()).toList();
    }

    private JteModel reopening(Frame f, Actor by, UUID id, WhyForm form, UUID key, Mistakes mistakes) {
        var hit = looks.at(
                        by,
                        "check.cleared",
                        Purpose.TASK_LIST,
                        () -> cleared.find(id),
                        found -> found.stream().map(ClearedHit::person).toList())
                .orElseThrow(NotFound::new);
        return html.checkReopening(f, hit, form.reason(), key, mistakes);
    }
}
