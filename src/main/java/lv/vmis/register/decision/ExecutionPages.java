package lv.vmis.register.decision;

import gg.jte.models.runtime.JteModel;
import java.util.List;
import java.util.UUID;
import lv.vmis.pages.Templates;
import lv.vmis.register.edge.Allow;
import lv.vmis.register.edge.Answers;
import lv.vmis.register.edge.Frame;
import lv.vmis.register.edge.Mistakes;
import lv.vmis.register.edge.Once;
import lv.vmis.register.edge.Option;
import lv.vmis.register.kernel.Actor;
import lv.vmis.register.kernel.Ids;
import lv.vmis.register.kernel.Right;
import lv.vmis.register.reference.Countries;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Serving a decision (L9) and confirming the departure under it (I3). */
@RestController
class ExecutionPages {

    private final DecisionDesk desk;
    private final DecisionWords words;
    private final Countries countries;
    private final ServeDecision serve;
    private final ConfirmDeparture depart;
    private final Once once;
    private final Templates html;

    ExecutionPages(
            DecisionDesk desk,
            DecisionWords words,
            Countries countries,
            ServeDecision serve,
            ConfirmDeparture depart,
            Once once,
            Templates html) {
        this.desk = desk;
        this.words = words;
        this.countries = countries;
        this.serve = serve;
        this.depart = depart;
        this.once = once;
        this.html = html;
    }

    @Allow(Right.SERVE)
    @GetMapping("/decisions/{id}/service")
    JteModel service(Frame f, Actor by, @PathVariable UUID id) {
        var form = new ServiceForm(Ids.next(), f.day(f.today()), "SIGNED", null, null, null);
        return service(f, desk.open(id, by), form, Mistakes.NONE);
    }

    @Allow(Right.SERVE)
    @PostMapping("/decisions/{id}/service")
    ResponseEntity<JteModel> serve(Frame f, Actor by, @PathVariable UUID id, @ModelAttribute ServiceForm form) {
        var outcome = once.run(
                form.key(),
                by,
                id + form.toString(),
                () -> form.parse(
                                f.today(),
                                (on, manner, language, note) -> new ServeDecision.Input(id, on, manner, language, note))
                        .along(desk.confirmed(id, form.born(), f.today()))
                        .then(input -> serve.run(input, by)),
                _ -> "/decisions/" + id);
        return Answers.to(outcome, mistakes -> service(f, desk.open(id, by), form, mistakes));
    }

    private JteModel service(Frame f, DecisionFile file, ServiceForm form, Mistakes mistakes) {
        return html.decisionService(
                f, words.in(f), file, form, words.codes(f, "service_manner"), words.codes(f, "language"), mistakes);
    }

    @Allow(Right.CONFIRM_DEPARTURE)
    @GetMapping("/decisions/{id}/departure")
    JteModel departure(Frame f, Actor by, @PathVariable UUID id) {
        var file = desk.open(id, by);
        var told = file.exit();
        var destination = file.decision().goesTo();
        var isOrder = file.decision().kind().isOrder();
        var isSeen = told != null && told.country() != null;
        var form = new DepartureForm(
                Ids.next(),
                f.day(told == null ? f.today() : told.leftOn()),
                null,
                told == null ? null : told.crossingPoint(),
                destination == null ? null : countries.name(destination, f.language()),
                isOrder || isSeen ? "VOLUNTARY" : "FORCED",
                told != null ? told.source() : source(by),
                null,
                null,
                told == null ? null : where(f, told),
                null);
        return departure(f, file, form, Mistakes.NONE);
    }

    @Allow(Right.CONFIRM_DEPARTURE)
    @PostMapping("/decisions/{id}/departure")
    ResponseEntity<JteModel> depart(Frame f, Actor by, @PathVariable UUID id, @ModelAttribute DepartureForm form) {
        var outcome = once.run(
                form.key(),
                by,
                id + form.toString(),
                () -> form.parse(id, countries, f.today())
                        .along(desk.confirmed(id, form.born(), f.today()))
                        .then(input -> depart.run(input, by)),
                _ -> "/decisions/" + id);
        return Answers.to(outcome, mistakes -> departure(f, desk.open(id, by), form, mistakes));
    }

    private JteModel departure(Frame f, DecisionFile file, DepartureForm form, Mistakes mistakes) {
        return html.decisionDeparture(
                f,
                words.in(f),
                file,
                form,
                words.points(f, f.today()),
                returnTypes(f, file.decision().kind()),
                words.codes(f, "exit_source"),
                words.codes(f, "return_assistance").stream()
                        .filter(option -> !option.value().equals("NONE"))
                        .toList(),
                words.destinations(f),
                mistakes);
    }

    /** Of an official of the Border Guard that he or his colleagues saw him leave; nothing of anybody else. */
    private static @Nullable String source(Actor by) {
        return ConfirmDeparture.BORDER_GUARD.equals(by.institution()) ? ConfirmDeparture.BORDER_GUARD : null;
    }

    /** "Vācija, Frankfurte": where another State saw him leave. */
    private @Nullable String where(Frame f, ToldExit told) {
        if (told.country() == null) {
            return null;
        }
        var state = countries.name(told.country(), f.language());
        return told.place() == null ? state : state + ", " + told.place();
    }

    private List<Option> returnTypes(Frame f, DecisionKind kind) {
        return words.codes(f, "return_type").stream()
                .filter(option -> kind.allows(option.value()))
                .toList();
    }
}
