package lv.vmis.register.file;

import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import lv.vmis.register.edge.Once;
import lv.vmis.register.edge.Parse;
import lv.vmis.register.file.Scanner.Verdict;
import lv.vmis.register.kernel.Actor;
import lv.vmis.register.kernel.Outcome;
import lv.vmis.register.kernel.Outcome.Done;
import lv.vmis.register.kernel.Outcome.Refused;
import lv.vmis.register.kernel.PersonId;
import lv.vmis.register.kernel.Refusal;
import lv.vmis.register.reference.LegalParameters;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Takes in the files of one form, each for itself: a good one is kept whatever the others are, and each bad one is named with
 * what to do about it. What was kept stays kept when the form is sent again.
 */
@Component
class Taking {

    private static final long MEGABYTE = 1L << 20;

    private final Examination examination;
    private final Scanner scanner;
    private final AddFile add;
    private final RefuseMalware refuseMalware;
    private final LegalParameters parameters;
    private final Once once;
    private final Clock clock;

    Taking(
            Examination examination,
            Scanner scanner,
            AddFile add,
            RefuseMalware refuseMalware,
            LegalParameters parameters,
            Once once,
            Clock clock) {
        this.examination = examination;
        this.scanner = scanner;
        this.add = add;
        this.refuseMalware = refuseMalware;
        this.parameters = parameters;
        this.once = once;
        this.clock = clock;
    }

    /** What became of a form: addresses of the files that are kept, and every mistake. */
    record Taken(List<KeptFile> kept, List<Refusal> mistakes) {}

    /** What is said about all files of the form. */
    private record Said(
            FileKind kind, FileSource source, @Nullable LocalDate datedOn) {}

    Taken all(PersonId person, UploadForm form, List<Part> parts, Actor by) {
        var key = Parse.id("key", form.key());
        var in = new Parse(LocalDate.now(clock));
        var said = new Said(form.kindIn(in), form.sourceIn(in), FileForm.optionalPastDay(in, form.datedOn()));
        var chosen = parts.stream()
                .filter(part -> part.getName().equals(UploadForm.FILES)
                        && part.getSubmittedFileName() != null
                        && !part.getSubmittedFileName().isEmpty())
                .toList();
        if (chosen.isEmpty()) {
            in.refuse(UploadForm.FILES, FileRefusal.FILE_NEEDED);
        }
        var kept = new ArrayList<KeptFile>();
        var mistakes = new ArrayList<Refusal>();
        // A wrong date costs nobody his files: they are kept without it, and the date is corrected there.
        if (in.into(() -> true) instanceof Refused<Boolean>(var reasons)) {
            mistakes.addAll(reasons);
        }
        for (var part : chosen) {
            switch (one(person, key, said, part, by)) {
                case Done<KeptFile>(var one) -> kept.add(one);
                case Refused<KeptFile>(var reasons) -> mistakes.addAll(reasons);
            }
        }
        return new Taken(List.copyOf(kept), List.copyOf(mistakes));
    }

    private Outcome<KeptFile> one(PersonId person, UUID key, Said said, Part part, Actor by) {
        return FileName.of(part.getSubmittedFileName())
                .then(name -> sized(name, part).then(size -> arrived(person, key, said, name, part, by)));
    }

    Outcome<Long> sized(FileName name, Part part) {
        var shown = FileName.shown(name.text());
        var most = parameters.count("file.size.max", LocalDate.now(clock));
        if (part.getSize() == 0) {
            return Examination.refused(FileRefusal.EMPTY, shown);
        }
        return part.getSize() > most * MEGABYTE
                ? Examination.refused(FileRefusal.TOO_LARGE, shown, most, part.getSize() / (double) MEGABYTE)
                : Outcome.done(part.getSize());
    }

    private Outcome<KeptFile> arrived(PersonId person, UUID key, Said said, FileName name, Part part, Actor by) {
        try (var content = Arrived.of(part.getInputStream())) {
            return examination
                    .of(content.path(), name, said.kind())
                    .then(found -> searched(person, key, said, name, found, content, by));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private Outcome<KeptFile> searched(
            PersonId person, UUID key, Said said, FileName name, Examined found, Arrived content, Actor by) {
        return switch (verdict(content)) {
            case Verdict.Infected(var malware, var with) -> {
                refuseMalware.run(new RefuseMalware.Input(person, name.text(), content, malware, with), by);
                yield Examination.refused(FileRefusal.MALWARE, FileName.shown(name.text()), malware);
            }
            case Verdict.Clean(var with) -> kept(person, key, said, name, found, content, with, by);
            case Verdict.Silent _, Verdict.Unsure _ -> kept(person, key, said, name, found, content, null, by);
        };
    }

    Verdict verdict(Arrived content) {
        try (var in = Files.newInputStream(content.path())) {
            return scanner.scan(in);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private Outcome<KeptFile> kept(
            PersonId person,
            UUID key,
            Said said,
            FileName name,
            Examined found,
            Arrived content,
            @Nullable String scannedWith,
            Actor by) {
        var input = new AddFile.Input(
                person,
                said.kind(),
                name.title(),
                name.text(),
                said.source(),
                said.datedOn(),
                found,
                content,
                null,
                scannedWith);
        var what = person + " " + said + " " + name.text() + " " + content.sha256();
        // Each file of the form takes effect once: sent again, those that were kept answer as before.
        return once.run(
                        UUID.nameUUIDFromBytes((key + " " + what).getBytes(StandardCharsets.UTF_8)),
                        by,
                        what,
                        () -> add.run(input, by),
                        UUID::toString)
                .then(id -> Outcome.done(new KeptFile(UUID.fromString(id), name.text(), scannedWith == null)));
    }
}
