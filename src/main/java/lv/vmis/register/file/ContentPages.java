package lv.vmis.register.file;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import lv.vmis.register.edge.Allow;
import lv.vmis.register.edge.NotFound;
import lv.vmis.register.edge.Purposes;
import lv.vmis.register.journal.Looks;
import lv.vmis.register.kernel.Actor;
import lv.vmis.register.kernel.PersonId;
import lv.vmis.register.kernel.Right;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.ContentDisposition;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What is in a file: pages drawn anew to look at, the file itself to take away, and the face of a person. */
@RestController
class ContentPages {

    private static final Logger LOG = LoggerFactory.getLogger(ContentPages.class);

    /** Nothing in a file acts, whatever a browser takes it for. */
    private static final String SANDBOX = "default-src 'none'; frame-ancestors 'none'; sandbox";

    private final StoredFiles files;
    private final Contents contents;
    private final Opening opening;
    private final FaceLooks faceLooks;
    private final Purposes purposes;
    private final Looks looks;

    ContentPages(
            StoredFiles files,
            Contents contents,
            Opening opening,
            FaceLooks faceLooks,
            Purposes purposes,
            Looks looks) {
        this.files = files;
        this.contents = contents;
        this.opening = opening;
        this.faceLooks = faceLooks;
        this.purposes = purposes;
        this.looks = looks;
    }

    @Allow(Right.SEE_FILES)
    @GetMapping("/files/{id}/preview")
    ResponseEntity<byte[]> preview(Actor by, @PathVariable UUID id, @RequestParam(defaultValue = "1") int page) {
        var file = opening.readable(id, by);
        if (!file.type().isShown() || page < 1 || page > file.shownPages()) {
            throw new NotFound();
        }
        looks.at(by, "file.preview", purposes.at(by, file.personId()), file.personId(), () -> file);
        var isPdf = file.type() == FileType.PDF;
        var drawn = opening.drawn(
                file,
                by,
                content -> isPdf
                        ? Pdfs.page(content.path(), page - 1)
                        : Images.shown(content.path(), file.type(), page - 1));
        return shown(drawn, isPdf ? MediaType.IMAGE_PNG : MediaType.IMAGE_JPEG);
    }

    @Allow(Right.SEE_FILES)
    @GetMapping("/files/{id}/content")
    void download(Actor by, @PathVariable UUID id, HttpServletResponse response) throws IOException {
        var file = opening.readable(id, by);
        looks.at(by, "file.download", purposes.at(by, file.personId()), file.personId(), () -> file);
        opening.guarded(file, by, () -> {
            contents.verify(file);
            return true;
        });
        response.setContentType(file.type().mediaType());
        response.setContentLengthLong(file.size());
        response.setHeader("Content-Security-Policy", SANDBOX);
        response.setHeader(
                "Content-Disposition",
                ContentDisposition.attachment()
                        .filename(downloadName(file), StandardCharsets.UTF_8)
                        .build()
                        .toString());
        try (var content = contents.open(file)) {
            content.transferTo(response.getOutputStream());
        } catch (DamagedFile damagedMeanwhile) {
            // Parts have left already: the rest must not be filled up with an error page.
            LOG.error("A file was damaged while it was sent", damagedMeanwhile);
        }
    }

    /** The face image of the person bar. A look of its own, unless it is part of the page that was just shown. */
    @Allow(Right.SEE_FILES)
    @GetMapping("/persons/{id}/face")
    ResponseEntity<byte[]> face(Actor by, @PathVariable UUID id) {
        var person = new PersonId(id);
        var file = opening.in(() -> files.face(person)).orElseThrow(NotFound::new);
        var purpose = purposes.at(by, person);
        if (!faceLooks.isPartOfAPage(by, person)) {
            looks.at(by, "file.face", purpose, person, () -> file);
        }
        return shown(opening.guarded(file, by, () -> contents.whole(file)), MediaType.IMAGE_JPEG);
    }

    static ResponseEntity<byte[]> shown(byte[] image, MediaType type) {
        return ResponseEntity.ok()
                .contentType(type)
                .header("Content-Security-Policy", SANDBOX)
                .header("Content-Disposition", "inline")
                .body(image);
    }

    /** The title with the ending of what the content is; nothing in it means anything to a file system. */
    private static String downloadName(StoredFile file) {
        var title = file.title().replaceAll("[\\\\/:*?\"<>|\\p{Cntrl}]", "_").strip();
        return (title.isEmpty() || title.startsWith(".") ? "_" + title : title) + "."
                + file.type().extension();
    }
}
