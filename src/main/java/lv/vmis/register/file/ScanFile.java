package lv.vmis.register.file;

import static lv.vmis.register.kernel.Outcome.done;
import static lv.vmis.register.kernel.Outcome.refused;

import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import lv.vmis.register.file.Scanner.Verdict;
import lv.vmis.register.journal.Entry;
import lv.vmis.register.journal.Journal;
import lv.vmis.register.kernel.Action;
import lv.vmis.register.kernel.Actor;
import lv.vmis.register.kernel.Outcome;

/** Searches a file in quarantine: lets it out, or destroys its content. */
@Action
class ScanFile {

    record Input(UUID file) {}

    private final StoredFiles files;
    private final Contents contents;
    private final Scanner scanner;
    private final Journal journal;
    private final Clock clock;

    ScanFile(StoredFiles files, Contents contents, Scanner scanner, Journal journal, Clock clock) {
        this.files = files;
        this.contents = contents;
        this.scanner = scanner;
        this.journal = journal;
        this.clock = clock;
    }

    public Outcome<Boolean> run(Input in, Actor by) {
        // The row stays locked while the file is searched: another process takes the next one meanwhile.
        if (files.takeWaiting(in.file()).isEmpty()) {
            return refused(FileRefusal.NOT_WAITING);
        }
        var file = files.find(in.file()).orElseThrow();
        return switch (scanner.scan(contents.open(file))) {
            case Verdict.Clean(var with) -> {
                files.scanned(file.id(), with, clock.instant());
                record(file, by, Map.of("scannedWith", with));
                yield done(true);
            }
            case Verdict.Infected(var malware, var with) -> {
                files.destroy(file.id(), malware, with, clock.instant());
                record(file, by, Map.of("scannedWith", with, "malware", malware, "sha256", file.sha256()));
                yield done(false);
            }
            case Verdict.Silent(var why) -> refused(FileRefusal.SCANNER_SILENT, why);
            case Verdict.Unsure(var answer) -> refused(FileRefusal.SCANNER_UNSURE, answer);
        };
    }

    private void record(StoredFile file, Actor by, Map<String, ?> state) {
        journal.record(
                by,
                Entry.act(ScanFile.class)
                        .on("file", file.id(), file.version() + 1)
                        .about(file.personId())
                        .with(state));
    }
}
