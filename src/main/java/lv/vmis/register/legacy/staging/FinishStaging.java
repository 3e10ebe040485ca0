package lv.vmis.register.legacy.staging;

import static lv.vmis.register.kernel.Outcome.done;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import lv.vmis.register.journal.Entry;
import lv.vmis.register.journal.Journal;
import lv.vmis.register.kernel.Action;
import lv.vmis.register.kernel.Actor;
import lv.vmis.register.kernel.Outcome;
import lv.vmis.register.legacy.export.ExportReader;
import lv.vmis.register.legacy.job.RunningJob;

/** Notes that a file is staged, whole or cut, and what it looks like: the last act of its reading. */
@Action
public class FinishStaging {

    record Input(
            RunningJob job, UUID file, ExportReader.Ending ending, Profiling.Keys keys, List<ProfiledColumn> columns) {}

    private final OldFiles files;
    private final Profiles profiles;
    private final Journal journal;
    private final Clock clock;

    FinishStaging(OldFiles files, Profiles profiles, Journal journal, Clock clock) {
        this.files = files;
        this.profiles = profiles;
        this.journal = journal;
        this.clock = clock;
    }

    public Outcome<UUID> run(Input in, Actor by) {
        var ending = in.ending();
        profiles.add(in.file(), in.keys(), in.columns(), clock.instant());
        files.staged(in.file(), ending.rows(), ending.whole(), clock.instant());
        in.job().end("{\"rows\": %d, \"whole\": %b}".formatted(ending.rows(), ending.whole()));
        journal.record(
                by,
                Entry.act(FinishStaging.class)
                        .on("old_file", in.file(), 1)
                        .with(Map.of("rows", ending.rows(), "whole", ending.whole())));
        return done(in.file());
    }
}
