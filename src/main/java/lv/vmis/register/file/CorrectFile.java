package lv.vmis.register.file;

import static lv.vmis.register.kernel.Outcome.done;
import static lv.vmis.register.kernel.Outcome.refused;

import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import lv.vmis.register.edge.EdgeRefusal;
import lv.vmis.register.journal.Entry;
import lv.vmis.register.journal.Journal;
import lv.vmis.register.kernel.Action;
import lv.vmis.register.kernel.Actor;
import lv.vmis.register.kernel.Outcome;
import lv.vmis.register.person.Persons;
import org.jspecify.annotations.Nullable;

/** Corrects what is said about a file; its content never changes. What was said before stays in the journal. */
@Action
class CorrectFile {

    /** @param kind nothing for a photo or a face image, which stay what they are */
    record Input(
            UUID file,
            int version,
            @Nullable FileKind kind,
            String title,
            FileSource source,
            @Nullable LocalDate datedOn,
            String reason) {}

    private final StoredFiles files;
    private final Persons persons;
    private final Journal journal;

    CorrectFile(StoredFiles files, Persons persons, Journal journal) {
        this.files = files;
        this.persons = persons;
        this.journal = journal;
    }

    public Outcome<UUID> run(Input in, Actor by) {
        persons.lock(files.find(in.file()).orElseThrow().personId());
        var file = files.find(in.file()).orElseThrow();
        if (!file.institution().equals(by.institution())) {
            return refused(FileRefusal.NOT_YOURS, file.institution());
        }
        if (file.withdrawnAt() != null) {
            return refused(FileRefusal.ALREADY_WITHDRAWN);
        }
        var kind = in.kind() == null || !FileKind.CORRECTED.contains(file.kind()) ? file.kind() : in.kind();
        if (!files.correct(file.id(), in.version(), kind, in.title(), in.source(), in.datedOn())) {
            return refused(EdgeRefusal.CHANGED_MEANWHILE);
        }
        journal.record(
                by,
                Entry.act(CorrectFile.class)
                        .on("file", file.id(), in.version() + 1)
                        .about(file.personId())
                        .because(in.reason())
                        .with(Map.of(
                                "before", said(file.kind(), file.title(), file.source(), file.datedOn()),
                                "after", said(kind, in.title(), in.source(), in.datedOn()))));
        return done(file.id());
    }

    private static Map<String, String> said(
            FileKind kind, String title, FileSource source, @Nullable LocalDate datedOn) {
        return Map.of(
                "kind",
                kind.name(),
                "title",
                title,
                "source",
                source.name(),
                "datedOn",
                datedOn == null ? "" : datedOn.toString());
    }
}
