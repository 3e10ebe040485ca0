package lv.vmis.register.file;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import lv.vmis.register.file.Scanner.Verdict;
import lv.vmis.register.kernel.Actor;
import lv.vmis.register.kernel.Outcome;
import lv.vmis.register.kernel.PersonId;
import lv.vmis.register.kernel.Refusal;
import org.springframework.stereotype.Component;

/** Receives the one file of a form for another module, with the care files of a person get: sized, examined, searched. */
@Component
public class Receiving {

    private final Taking taking;
    private final Examination examination;
    private final RefuseMalware refuseMalware;

    Receiving(Taking taking, Examination examination, RefuseMalware refuseMalware) {
        this.taking = taking;
        this.examination = examination;
        this.refuseMalware = refuseMalware;
    }

    /** The first file of the field "files". Nothing that was not searched is received: there is no quarantine for it. */
    public Outcome<ReceivedFile> one(PersonId person, HttpServletRequest request, Set<FileType> types, Actor by) {
        var sent = sent(request);
        if (sent.isEmpty()) {
            return Outcome.refused(List.of(Refusal.at(UploadForm.FILES, FileRefusal.FILE_NEEDED)));
        }
        var part = sent.getFirst();
        return FileName.of(part.getSubmittedFileName()).then(name -> {
            var type = FileType.named(name.extension()).filter(types::contains);
            return type.isEmpty()
                    ? Examination.refused(FileRefusal.TYPE_UNKNOWN, FileName.shown(name.text()), FileType.list(types))
                    : taking.sized(name, part).then(_ -> received(person, part, name, type.get(), by));
        });
    }

    private Outcome<ReceivedFile> received(PersonId person, Part part, FileName name, FileType type, Actor by) {
        try (var content = Arrived.of(part.getInputStream())) {
            return examination
                    .of(content.path(), name, FileKind.CASE_DOCUMENT)
                    .then(_ -> searched(person, content, name, by))
                    .then(_ -> Outcome.done(new ReceivedFile(type, read(content))));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private Outcome<String> searched(PersonId person, Arrived content, FileName name, Actor by) {
        var shown = FileName.shown(name.text());
        return switch (taking.verdict(content)) {
            case Verdict.Clean(var with) -> Outcome.done(with);
            case Verdict.Infected(var malware, var with) -> {
                refuseMalware.run(new RefuseMalware.Input(person, name.text(), content, malware, with), by);
                yield Examination.refused(FileRefusal.MALWARE, shown, malware);
            }
            case Verdict.Silent _, Verdict.Unsure _ -> Examination.refused(FileRefusal.NOT_SEARCHED, shown);
        };
    }

    private static byte[] read(Arrived content) {
        try {
            return Files.readAllBytes(content.path());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static List<Part> sent(HttpServletRequest request) {
        var type = request.getContentType();
        if (type == null || !type.toLowerCase(Locale.ROOT).startsWith("multipart/")) {
            return List.of();
        }
        try {
            return request.getParts().stream()
                    .filter(part -> part.getName().equals(UploadForm.FILES)
                            && part.getSubmittedFileName() != null
                            && !part.getSubmittedFileName().isEmpty())
                    .toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (ServletException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
