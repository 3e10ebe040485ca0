package lv.vmis.register.file;

import static lv.vmis.register.kernel.Outcome.done;
import static lv.vmis.register.kernel.Outcome.refused;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import lv.vmis.register.edge.Seals;
import lv.vmis.register.journal.Entry;
import lv.vmis.register.journal.Journal;
import lv.vmis.register.kernel.Action;
import lv.vmis.register.kernel.Actor;
import lv.vmis.register.kernel.Ids;
import lv.vmis.register.kernel.Outcome;
import lv.vmis.register.kernel.PersonId;
import lv.vmis.register.person.Persons;
import org.jspecify.annotations.Nullable;

/** Adds a face image or a file to what the register holds on a person (Reg. 122 items 5.8 and 5.15). */
@Action
public class AddFile {

    /**
     * @param examined what the examination of the content found
     * @param madeFrom the photo, for a face image
     * @param scannedWith what searched the content for malware; nothing when that is still to be done
     */
    public record Input(
            PersonId person,
            FileKind kind,
            String title,
            String name,
            FileSource source,
            @Nullable LocalDate datedOn,
            Examined examined,
            Arrived content,
            @Nullable UUID madeFrom,
            @Nullable String scannedWith) {}

    private final StoredFiles files;
    private final Contents contents;
    private final Persons persons;
    private final Seals seals;
    private final Journal journal;
    private final Clock clock;

    AddFile(StoredFiles files, Contents contents, Persons persons, Seals seals, Journal journal, Clock clock) {
        this.files = files;
        this.contents = contents;
        this.persons = persons;
        this.seals = seals;
        this.journal = journal;
        this.clock = clock;
    }

    public Outcome<UUID> run(Input in, Actor by) {
        persons.lock(in.person());
        if (persons.bar(in.person()).isEmpty()) {
            return refused(FileRefusal.PERSON_UNKNOWN);
        }
        if (files.isThere(in.person(), in.content().sha256())) {
            return Examination.refused(FileRefusal.ALREADY_THERE, FileName.shown(in.name()));
        }
        var id = Ids.next();
        var envelope = Envelope.fresh(id);
        files.add(id, in, envelope.sealed(seals), by, clock.instant());
        contents.keep(id, envelope, in.content().path(), in.content().sha256());
        journal.record(
                by,
                Entry.act(AddFile.class).on("file", id, 0).about(in.person()).with(state(in)));
        return done(id);
    }

    private static Map<String, Object> state(Input in) {
        var state = new HashMap<String, Object>();
        state.put("kind", in.kind());
        state.put("title", in.title());
        state.put("name", in.name());
        state.put("source", in.source());
        state.put("type", in.examined().type());
        state.put("size", in.content().size());
        state.put("sha256", in.content().sha256());
        state.put("quarantine", in.scannedWith() == null);
        if (in.datedOn() != null) {
            state.put("datedOn", in.datedOn());
        }
        if (in.madeFrom() != null) {
            state.put("madeFrom", in.madeFrom());
        }
        return state;
    }
}
