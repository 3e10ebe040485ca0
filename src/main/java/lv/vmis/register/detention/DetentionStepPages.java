package lv.vmis.register.detention;

import gg.jte.models.runtime.JteModel;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import lv.vmis.pages.Templates;
import lv.vmis.register.edge.Allow;
import lv.vmis.register.edge.Answers;
import lv.vmis.register.edge.Frame;
import lv.vmis.register.edge.Mistakes;
import lv.vmis.register.edge.Once;
import lv.vmis.register.edge.Option;
import lv.vmis.register.kernel.Actor;
import lv.vmis.register.kernel.Ids;
import lv.vmis.register.kernel.Outcome;
import lv.vmis.register.kernel.Right;
import lv.vmis.register.reference.Choices;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** What happens to somebody who is held: a judge's decision, a placement, his release. */
@RestController
class DetentionStepPages {

    private final DetentionDesk desk;
    private final NoteSubmission submit;
    private final ExtendDetention extend;
    private final PlaceDetained place;
    private final ReleaseDetained release;
    private final Places places;
    private final Choices choices;
    private final Once once;
    private final Templates html;

    DetentionStepPages(
            DetentionDesk desk,
            NoteSubmission submit,
            ExtendDetention extend,
            PlaceDetained place,
            ReleaseDetained release,
            Places places,
            Choices choices,
            Once once,
            Templates html) {
        this.desk = desk;
        this.submit = submit;
        this.extend = extend;
        this.place = place;
        this.release = release;
        this.places = places;
        this.choices = choices;
        this.once = once;
        this.html = html;
    }

    @Allow(Right.DETAIN)
    @GetMapping("/detentions/{id}/submission")
    JteModel submission(Frame f, Actor by, @PathVariable UUID id) {
        var file = desk.open(id, by);
        var title = file.titles().getLast();
        var form = new SubmissionForm(
                Ids.next(),
                file.detention().version(),
                f.day(f.today()),
                f.time(f.now()),
                title.submittedTo() == null ? title.court() : title.submittedTo(),
                null);
        return html.detentionSubmission(f, file, form, Mistakes.NONE);
    }

    @Allow(Right.DETAIN)
    @PostMapping("/detentions/{id}/submission")
    ResponseEntity<JteModel> submit(Frame f, Actor by, @PathVariable UUID id, @ModelAttribute SubmissionForm form) {
        return step(
                by,
                id,
                form.key(),
                form,
                () -> form.parse(id, f.today())
                        .along(desk.confirmed(id, form.born(), f.today()))
                        .then(input -> submit.run(input, by)),
                mistakes -> html.detentionSubmission(f, desk.open(id, by), form, mistakes));
    }

    @Allow(Right.DETAIN)
    @GetMapping("/detentions/{id}/ruling")
    JteModel ruling(Frame f, Actor by, @PathVariable UUID id) {
        var file = desk.open(id, by);
        var form = new RulingForm(
                Ids.next(),
                file.detention().version(),
                DetentionTitle.COURT,
                file.titles().getLast().court(),
                null,
                f.day(f.today()),
                null,
                f.time(file.clock().titleEnds()),
                null);
        return html.detentionRuling(f, file, form, Mistakes.NONE);
    }

    @Allow(Right.DETAIN)
    @PostMapping("/detentions/{id}/ruling")
    ResponseEntity<JteModel> extend(Frame f, Actor by, @PathVariable UUID id, @ModelAttribute RulingForm form) {
        return step(
                by,
                id,
                form.key(),
                form,
                () -> form.parse(id, f.today())
                        .along(desk.confirmed(id, form.born(), f.today()))
                        .then(input -> extend.run(input, by)),
                mistakes -> html.detentionRuling(f, desk.open(id, by), form, mistakes));
    }

    @Allow(Right.DETAIN)
    @GetMapping("/detentions/{id}/placement")
    JteModel placement(Frame f, Actor by, @PathVariable UUID id) {
        var file = desk.open(id, by);
        var form = new PlacementForm(Ids.next(), file.detention().version(), null, f.day(f.today()), f.time(f.now()));
        return html.detentionPlacement(f, file, form, places.offered(f), Mistakes.NONE);
    }

    @Allow(Right.DETAIN)
    @PostMapping("/detentions/{id}/placement")
    ResponseEntity<JteModel> place(Frame f, Actor by, @PathVariable UUID id, @ModelAttribute PlacementForm form) {
        return step(
                by,
                id,
                form.key(),
                form,
                () -> form.parse(id, f.today()).then(input -> place.run(input, by)),
                mistakes -> html.detentionPlacement(f, desk.open(id, by), form, places.offered(f), mistakes));
    }

    @Allow(Right.DETAIN)
    @GetMapping("/detentions/{id}/release")
    JteModel release(Frame f, Actor by, @PathVariable UUID id) {
        var file = desk.open(id, by);
        var form = new ReleaseForm(
                Ids.next(), file.detention().version(), f.day(f.today()), f.time(f.now()), null, null, null);
        return html.detentionRelease(f, file, form, reasons(f), Mistakes.NONE);
    }

    @Allow(Right.DETAIN)
    @PostMapping("/detentions/{id}/release")
    ResponseEntity<JteModel> release(Frame f, Actor by, @PathVariable UUID id, @ModelAttribute ReleaseForm form) {
        return step(
                by,
                id,
                form.key(),
                form,
                () -> form.parse(id, f.today())
                        .along(desk.confirmed(id, form.born(), f.today()))
                        .then(input -> release.run(input, by)),
                mistakes -> html.detentionRelease(f, desk.open(id, by), form, reasons(f), mistakes));
    }

    private ResponseEntity<JteModel> step(
            Actor by,
            UUID id,
            UUID key,
            Object form,
            Supplier<Outcome<UUID>> action,
            Function<Mistakes, JteModel> again) {
        return Answers.to(once.run(key, by, id + form.toString(), action, _ -> "/detentions/" + id), again);
    }

    /** Who is removed is released by the confirmation of his removal. */
    private List<Option> reasons(Frame f) {
        return choices.of("release_reason", f).stream()
                .filter(option -> !option.value().equals(DetentionRules.REMOVED))
                .toList();
    }
}
