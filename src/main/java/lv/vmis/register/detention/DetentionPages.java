package lv.vmis.register.detention;

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
import lv.vmis.register.reference.Choices;
import lv.vmis.register.reference.Names;
import lv.vmis.register.reference.Unit;
import lv.vmis.register.reference.Units;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Detaining (L7), the page of a detention with its clock, and the list of everybody who is held. */
@RestController
class DetentionPages {

    private final DetentionDesk desk;
    private final Detain detain;
    private final CorrectDetention correct;
    private final Places places;
    private final Choices choices;
    private final Units units;
    private final Names names;
    private final Once once;
    private final Templates html;

    DetentionPages(
            DetentionDesk desk,
            Detain detain,
            CorrectDetention correct,
            Places places,
            Choices choices,
            Units units,
            Names names,
            Once once,
            Templates html) {
        this.desk = desk;
        this.detain = detain;
        this.correct = correct;
        this.places = places;
        this.choices = choices;
        this.units = units;
        this.names = names;
        this.once = once;
        this.html = html;
    }

    @Allow(Right.SEE_PERSON)
    @GetMapping("/detentions")
    JteModel list(Frame f, Actor by) {
        return html.detentionList(f, names, desk.held(by), places.now(f.today()));
    }

    @Allow(Right.SEE_PERSON)
    @GetMapping("/detentions/{id}")
    JteModel show(Frame f, Actor by, @PathVariable UUID id) {
        return html.detentionShow(f, names, desk.open(id, by));
    }

    @Allow(Right.DETAIN)
    @GetMapping("/cases/{id}/detention")
    JteModel form(Frame f, Actor by, @PathVariable UUID id) {
        var own = by.unit();
        var form = new DetainForm(
                Ids.next(),
                f.day(f.today()),
                f.time(f.now()),
                null,
                own,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null);
        return form(f, by, id, form, Mistakes.NONE);
    }

    @Allow(Right.DETAIN)
    @PostMapping("/cases/{id}/detention")
    ResponseEntity<JteModel> detain(Frame f, Actor by, @PathVariable UUID id, @ModelAttribute DetainForm form) {
        var outcome = once.run(
                form.key(),
                by,
                id + form.toString(),
                () -> form.parse(id, f.today())
                        .along(desk.confirmedOfCase(id, form.born(), f.today()))
                        .then(input -> detain.run(input, by)),
                detention -> "/detentions/" + detention);
        return Answers.to(outcome, mistakes -> form(f, by, id, form, mistakes));
    }

    private JteModel form(Frame f, Actor by, UUID id, DetainForm form, Mistakes mistakes) {
        return html.detentionDetain(
                f,
                desk.openCase("detention.enter", id, f.today(), by),
                form,
                choices.of("detention_ground", f),
                guards(f),
                places.offered(f),
                mistakes);
    }

    @Allow(Right.DETAIN)
    @GetMapping("/detentions/{id}/correct")
    JteModel correctForm(Frame f, Actor by, @PathVariable UUID id) {
        var file = desk.open(id, by);
        var now = file.detention();
        var form = new DetentionCorrectionForm(
                Ids.next(),
                now.version(),
                f.day(Moments.day(now.detainedAt())),
                f.time(now.detainedAt()),
                now.ground(),
                now.unit(),
                now.circumstances(),
                now.lastResort(),
                now.releasedAt() == null ? null : f.day(Moments.day(now.releasedAt())),
                f.time(now.releasedAt()),
                now.releaseReason(),
                null,
                null);
        return correctForm(f, file, form, Mistakes.NONE);
    }

    @Allow(Right.DETAIN)
    @PostMapping("/detentions/{id}/correct")
    ResponseEntity<JteModel> correct(
            Frame f, Actor by, @PathVariable UUID id, @ModelAttribute DetentionCorrectionForm form) {
        var isReleased = form.releasedOn() != null;
        var outcome = once.run(
                form.key(),
                by,
                id + form.toString(),
                () -> form.parse(id, isReleased, f.today())
                        .along(desk.confirmed(id, form.born(), f.today()))
                        .then(input -> correct.run(input, by)),
                detention -> "/detentions/" + detention);
        return Answers.to(outcome, mistakes -> correctForm(f, desk.open(id, by), form, mistakes));
    }

    private JteModel correctForm(Frame f, DetentionFile file, DetentionCorrectionForm form, Mistakes mistakes) {
        return html.detentionCorrect(
                f, file, form, choices.of("detention_ground", f), guards(f), choices.of("release_reason", f), mistakes);
    }

    private List<Option> guards(Frame f) {
        return units.of("VRS", f.today()).stream()
                .map((Unit unit) -> new Option(unit.code(), unit.name(f.language())))
                .toList();
    }
}
