package lv.vmis.register.file;

import static lv.vmis.register.kernel.Outcome.done;
import static lv.vmis.register.kernel.Outcome.refused;

import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import lv.vmis.register.edge.EdgeRefusal;
import lv.vmis.register.journal.Entry;
import lv.vmis.register.journal.Journal;
import lv.vmis.register.kernel.Action;
import lv.vmis.register.kernel.Actor;
import lv.vmis.register.kernel.Outcome;
import lv.vmis.register.person.Persons;

/** Withdraws a file that is wrong or belongs to somebody else. It stays, for who answers for the data. With a photo go its face images. */
@Action
class WithdrawFile {

    record Input(UUID file, int version, String reason) {}

    private final StoredFiles files;
    private final Persons persons;
    private final Journal journal;
    private final Clock clock;

    WithdrawFile(StoredFiles files, Persons persons, Journal journal, Clock clock) {
        this.files = files;
        this.persons = persons;
        this.journal = journal;
        this.clock = clock;
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
        if (!files.withdraw(file.id(), in.version(), in.reason(), by, clock.instant())) {
            return refused(EdgeRefusal.CHANGED_MEANWHILE);
        }
        var faces = files.withdrawFaces(file.id(), in.reason(), by, clock.instant());
        journal.record(
                by,
                Entry.act(WithdrawFile.class)
                        .on("file", file.id(), in.version() + 1)
                        .about(file.personId())
                        .because(in.reason())
                        .with(Map.of("title", file.title(), "sha256", file.sha256(), "faces", faces)));
        return done(file.id());
    }
}
