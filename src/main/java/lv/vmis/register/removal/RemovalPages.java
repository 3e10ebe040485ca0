package lv.vmis.register.removal;

import gg.jte.models.runtime.JteModel;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import lv.vmis.pages.Templates;
import lv.vmis.register.document.DocumentKind;
import lv.vmis.register.document.DocumentPrinter;
import lv.vmis.register.edge.Allow;
import lv.vmis.register.edge.Answers;
import lv.vmis.register.edge.Frame;
import lv.vmis.register.edge.Mistakes;
import lv.vmis.register.edge.NotFound;
import lv.vmis.register.edge.Once;
import lv.vmis.register.edge.Option;
import lv.vmis.register.kernel.Actor;
import lv.vmis.register.kernel.Ids;
import lv.vmis.register.kernel.Right;
import lv.vmis.register.reference.Choices;
import lv.vmis.register.reference.Countries;
import lv.vmis.register.reference.Names;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The board of removals (I1), the preparation of one (I2), and noting a step of it. */
@RestController
class RemovalPages {

    private static final String READY = "READY";

    private final RemovalDesk desk;
    private final NoteRemovalStep note;
    private final Choices choices;
    private final Countries countries;
    private final Names names;
    private final Once once;
    private final Templates html;

    RemovalPages(
            RemovalDesk desk,
            NoteRemovalStep note,
            Choices choices,
            Countries countries,
            Names names,
            Once once,
            Templates html) {
        this.desk = desk;
        this.note = note;
        this.choices = choices;
        this.countries = countries;
        this.names = names;
        this.once = once;
        this.html = html;
    }

    @Allow(Right.SEE_SPECIAL)
    @GetMapping("/removals")
    JteModel board(
            Frame f,
            Actor by,
            @RequestParam(required = false) @Nullable String whose,
            @RequestParam(required = false) @Nullable String state,
            @RequestParam(required = false) @Nullable Instant before,
            @RequestParam(required = false) @Nullable UUID id) {
        var filter = new RemovalBoard.Filter(
                one(RemovalBoard.Whose.values(), whose), one(Block.values(), state), READY.equals(state));
        var from = before == null || id == null ? null : new RemovalBoard.Place(before, id);
        var states = Stream.concat(
                        Stream.of(new Option(READY, f.t("removal.ready"))),
                        Arrays.stream(Block.values())
                                .map(block -> new Option(block.name(), f.name("removal.block", block))))
                .toList();
        return html.removalBoard(f, names, desk.board(filter, from, by), states);
    }

    /** The one of the name; none for what somebody made up. */
    private static <E extends Enum<E>> @Nullable E one(E[] all, @Nullable String name) {
        return Arrays.stream(all)
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElse(null);
    }

    @Allow(Right.SEE_SPECIAL)
    @GetMapping("/decisions/{id}/removal")
    JteModel show(Frame f, Actor by, @PathVariable UUID id) {
        return html.removalShow(f, names, desk.open(id, by));
    }

    @Allow(Right.EXECUTE_REMOVAL)
    @GetMapping("/decisions/{id}/removal/papers/{paper}")
    ResponseEntity<byte[]> print(
            Actor by,
            @PathVariable UUID id,
            @PathVariable String paper,
            @RequestParam(required = false) @Nullable String language) {
        var kind = Arrays.stream(DocumentKind.values())
                .filter(one -> paper.equals(one.path() + ".pdf"))
                .findFirst()
                .orElseThrow(NotFound::new);
        return DocumentPrinter.answer(
                desk.print(id, kind, language, by), language == null ? paper : language + "-" + paper);
    }

    @Allow(Right.EXECUTE_REMOVAL)
    @GetMapping("/decisions/{id}/removal/{kind}")
    JteModel form(Frame f, Actor by, @PathVariable UUID id, @PathVariable String kind) {
        var file = desk.open(id, by);
        var destination = file.decision().goesTo();
        var form = RemovalStepForm.fresh(
                Ids.next(),
                f.day(f.today()),
                f.time(f.now()),
                destination == null ? null : countries.name(destination, f.language()));
        return form(f, file, kind(kind), form, Mistakes.NONE);
    }

    @Allow(Right.EXECUTE_REMOVAL)
    @PostMapping("/decisions/{id}/removal/{kind}")
    ResponseEntity<JteModel> note(
            Frame f, Actor by, @PathVariable UUID id, @PathVariable String kind, @ModelAttribute RemovalStepForm form) {
        var step = kind(kind);
        var outcome = once.run(
                form.key(),
                by,
                id + kind + form,
                () -> form.parse(id, step, countries, f.today())
                        .along(desk.confirmed(id, form.born(), f.today()))
                        .then(input -> note.run(input, by)),
                decision -> "/decisions/" + decision + "/removal");
        return Answers.to(outcome, mistakes -> form(f, desk.open(id, by), step, form, mistakes));
    }

    private JteModel form(Frame f, RemovalFile file, StepKind kind, RemovalStepForm form, Mistakes mistakes) {
        var outcomes = kind.outcomes();
        return html.removalStep(
                f,
                names,
                file,
                kind,
                form,
                outcomes == null ? List.<Option>of() : outcomes(f, outcomes),
                choices.of("escort_end", f),
                choices.of("language", f),
                choices.countries(f),
                mistakes);
    }

    /** An answer that is awaited is none. */
    private List<Option> outcomes(Frame f, String list) {
        return choices.of(list, f).stream()
                .filter(option -> !option.value().equals("PENDING"))
                .toList();
    }

    private static StepKind kind(String path) {
        return Arrays.stream(StepKind.values())
                .filter(kind -> kind.path().equals(path))
                .findFirst()
                .orElseThrow(NotFound::new);
    }
}
