package lv.vmis.register.file;

import gg.jte.models.runtime.JteModel;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.UUID;
import lv.vmis.pages.Templates;
import lv.vmis.register.edge.Allow;
import lv.vmis.register.edge.Frame;
import lv.vmis.register.edge.Mistakes;
import lv.vmis.register.edge.NotFound;
import lv.vmis.register.edge.Once;
import lv.vmis.register.edge.Parse;
import lv.vmis.register.edge.Purposes;
import lv.vmis.register.journal.Looks;
import lv.vmis.register.kernel.Actor;
import lv.vmis.register.kernel.Ids;
import lv.vmis.register.kernel.Outcome;
import lv.vmis.register.kernel.Outcome.Done;
import lv.vmis.register.kernel.Outcome.Refused;
import lv.vmis.register.kernel.Right;
import lv.vmis.register.person.Persons;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Cutting the face image from a photo: a proposal, moved and enlarged as needed, then kept in the standard size. */
@RestController
class FacePages {

    /** What searched a face image: nothing of the photo's own bytes is in it. */
    private static final String DRAWN_HERE = "–";

    private final Opening opening;
    private final AddFile add;
    private final Persons persons;
    private final Purposes purposes;
    private final Looks looks;
    private final Once once;
    private final Templates html;

    FacePages(
            Opening opening, AddFile add, Persons persons, Purposes purposes, Looks looks, Once once, Templates html) {
        this.opening = opening;
        this.add = add;
        this.persons = persons;
        this.purposes = purposes;
        this.looks = looks;
        this.once = once;
        this.html = html;
    }

    @Allow(Right.ADD_FILES)
    @GetMapping("/files/{id}/face")
    JteModel form(Frame f, Actor by, @PathVariable UUID id, CropForm form) {
        return page(f, by, photo(id, by), form.crop(), Mistakes.NONE);
    }

    @Allow(Right.ADD_FILES)
    @GetMapping("/files/{id}/face/preview")
    ResponseEntity<byte[]> preview(Actor by, @PathVariable UUID id, CropForm form) {
        var photo = photo(id, by);
        looks.at(by, "file.preview", purposes.at(by, photo.personId()), photo.personId(), () -> photo);
        return ContentPages.shown(face(photo, form.crop(), by), MediaType.IMAGE_JPEG);
    }

    @Allow(Right.ADD_FILES)
    @PostMapping("/files/{id}/face")
    ResponseEntity<JteModel> keep(Frame f, Actor by, @PathVariable UUID id, CropForm form) {
        var key = Parse.id("key", form.key());
        var photo = photo(id, by);
        // Drawn before the transaction begins, so that no connection waits for room to draw.
        var outcome = kept(key, photo, form, face(photo, form.crop(), by), by);
        return switch (outcome) {
            case Done<String> _ ->
                ResponseEntity.status(303)
                        .location(URI.create("/persons/" + photo.personId() + "/files"))
                        .build();
            case Refused<String>(var reasons) ->
                ResponseEntity.unprocessableContent().body(page(f, by, photo, form.crop(), new Mistakes(reasons)));
        };
    }

    private Outcome<String> kept(UUID key, StoredFile photo, CropForm form, byte[] face, Actor by) {
        try (var content = Arrived.of(new ByteArrayInputStream(face))) {
            var input = new AddFile.Input(
                    photo.personId(),
                    FileKind.FACE,
                    photo.title(),
                    photo.name(),
                    FileSource.REGISTER,
                    photo.datedOn(),
                    new Examined(FileType.JPEG, null, Crop.WIDTH, Crop.HEIGHT),
                    content,
                    photo.id(),
                    DRAWN_HERE);
            return once.run(key, by, form, () -> add.run(input, by), UUID::toString);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private byte[] face(StoredFile photo, Crop crop, Actor by) {
        return opening.drawn(photo, by, content -> Images.face(content.path(), photo.type(), crop));
    }

    private StoredFile photo(UUID id, Actor by) {
        var photo = opening.readable(id, by);
        if (photo.kind() != FileKind.PHOTO || photo.withdrawnAt() != null) {
            throw new NotFound();
        }
        return photo;
    }

    private JteModel page(Frame f, Actor by, StoredFile photo, Crop crop, Mistakes mistakes) {
        return looks.at(by, "file.add", purposes.at(by, photo.personId()), photo.personId(), () -> {
            var bar = persons.bar(photo.personId()).orElseThrow();
            return html.fileFace(f, bar, photo, Ids.next(), crop.zoom(), crop.x(), crop.y(), Crop.MOST_ZOOM, mistakes);
        });
    }
}
