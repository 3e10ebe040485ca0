package lv.vmis.register.file;

import gg.jte.models.runtime.JteModel;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import lv.vmis.pages.Templates;
import lv.vmis.register.edge.Allow;
import lv.vmis.register.edge.Frame;
import lv.vmis.register.edge.Mistakes;
import lv.vmis.register.edge.NotFound;
import lv.vmis.register.edge.Purposes;
import lv.vmis.register.journal.Looks;
import lv.vmis.register.kernel.Actor;
import lv.vmis.register.kernel.PersonId;
import lv.vmis.register.kernel.Right;
import lv.vmis.register.person.PersonBar;
import lv.vmis.register.person.Persons;
import lv.vmis.register.reference.LegalParameters;
import lv.vmis.register.reference.Names;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The files of a person (P8): their list, one of them, and adding more. */
@RestController
class FilePages {

    private final StoredFiles files;
    private final Opening opening;
    private final Taking taking;
    private final Persons persons;
    private final Names names;
    private final LegalParameters parameters;
    private final Purposes purposes;
    private final Looks looks;
    private final Templates html;
    private final Clock clock;

    FilePages(
            StoredFiles files,
            Opening opening,
            Taking taking,
            Persons persons,
            Names names,
            LegalParameters parameters,
            Purposes purposes,
            Looks looks,
            Templates html,
            Clock clock) {
        this.files = files;
        this.opening = opening;
        this.taking = taking;
        this.persons = persons;
        this.names = names;
        this.parameters = parameters;
        this.purposes = purposes;
        this.looks = looks;
        this.html = html;
        this.clock = clock;
    }

    @Allow(Right.SEE_FILES)
    @GetMapping("/persons/{id}/files")
    JteModel list(
            Frame f,
            Actor by,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String kind,
            @RequestParam(defaultValue = "kept") String state,
            @RequestParam(defaultValue = "") String hash,
            @RequestParam(required = false) @Nullable UUID before) {
        var person = new PersonId(id);
        var filter = new StoredFiles.Filter(
                kind, state.equals("all") ? "" : state, hash.strip().toLowerCase(Locale.ROOT));
        return looks.at(
                by,
                "file.list",
                purposes.at(by, person),
                person,
                () -> html.fileList(
                        f,
                        bar(person),
                        files.list(person, filter, before == null ? StoredFiles.LAST : before),
                        files.waiting(person),
                        kind,
                        state,
                        hash));
    }

    @Allow(Right.SEE_FILES)
    @GetMapping("/files/{id}")
    JteModel show(Frame f, Actor by, @PathVariable UUID id, @RequestParam(defaultValue = "1") int page) {
        var file = opening.found(id);
        var shown = Math.clamp(page, 1, file.shownPages());
        return looks.at(
                by,
                "file.show",
                purposes.at(by, file.personId()),
                file.personId(),
                () -> html.fileShow(
                        f, names, bar(file.personId()), file, Opening.mayRead(file, by), by.institution(), shown));
    }

    @Allow(Right.ADD_FILES)
    @GetMapping("/persons/{id}/files/new")
    JteModel form(Frame f, Actor by, @PathVariable UUID id, @RequestParam(required = false) @Nullable String kind) {
        return uploadPage(f, by, new PersonId(id), UploadForm.empty(kind), List.of(), Mistakes.NONE);
    }

    @Allow(Right.ADD_FILES)
    @PostMapping("/persons/{id}/files")
    ResponseEntity<JteModel> upload(
            Frame f, Actor by, @PathVariable UUID id, UploadForm form, HttpServletRequest request)
            throws IOException, ServletException {
        var person = new PersonId(id);
        if (opening.in(() -> persons.bar(person)).isEmpty()) {
            throw new NotFound();
        }
        var taken = taking.all(person, form, parts(request), by);
        if (taken.mistakes().isEmpty()) {
            return ResponseEntity.status(303)
                    .location(next(person, form, taken))
                    .build();
        }
        return ResponseEntity.unprocessableContent()
                .body(uploadPage(f, by, person, form.again(), taken.kept(), new Mistakes(taken.mistakes())));
    }

    /** One photo is cut to the face image at once; of anything else the list shows what became of it. */
    private static URI next(PersonId person, UploadForm form, Taking.Taken taken) {
        var first = taken.kept().getFirst();
        var isPhoto = FileKind.PHOTO.name().equals(form.kind()) && taken.kept().size() == 1 && !first.waits();
        return URI.create(isPhoto ? "/files/" + first.id() + "/face" : "/persons/" + person + "/files");
    }

    private static List<Part> parts(HttpServletRequest request) throws IOException, ServletException {
        var type = request.getContentType();
        return type == null || !type.toLowerCase(Locale.ROOT).startsWith("multipart/")
                ? List.of()
                : List.copyOf(request.getParts());
    }

    private JteModel uploadPage(
            Frame f, Actor by, PersonId person, UploadForm form, List<KeptFile> kept, Mistakes mistakes) {
        var most = parameters.count("file.size.max", LocalDate.now(clock));
        return looks.at(
                by,
                "file.add",
                purposes.at(by, person),
                person,
                () -> html.fileUpload(
                        f, bar(person), form, kept, most, FileType.list(), FileType.accepted(), mistakes));
    }

    private PersonBar bar(PersonId person) {
        return persons.bar(person).orElseThrow(NotFound::new);
    }
}
