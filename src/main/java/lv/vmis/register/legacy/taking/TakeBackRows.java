package lv.vmis.register.legacy.taking;

import static lv.vmis.register.kernel.Outcome.done;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import lv.vmis.register.journal.Entry;
import lv.vmis.register.journal.Journal;
import lv.vmis.register.kernel.Action;
import lv.vmis.register.kernel.Actor;
import lv.vmis.register.kernel.Outcome;
import lv.vmis.register.kernel.PersonId;

/** Takes back what became of some rows of a load: their persons and bans are gone as if they had never been; the rows stay. */
@Action
class TakeBackRows {

    record Input(UUID load, List<Outcomes.Taken> rows) {}

    private final Outcomes outcomes;
    private final Journal journal;

    TakeBackRows(Outcomes outcomes, Journal journal) {
        this.outcomes = outcomes;
        this.journal = journal;
    }

    public Outcome<Integer> run(Input in, Actor by) {
        var gone = outcomes.takeBack(
                in.load(),
                in.rows().stream()
                        .map(row -> new Outcomes.RowPlace(row.file(), row.rowNo()))
                        .toList());
        journal.record(
                by,
                Entry.act(TakeBackRows.class)
                        .on("old_load", in.load(), 1)
                        .about(in.rows().stream()
                                .map(Outcomes.Taken::person)
                                .filter(Objects::nonNull)
                                .map(PersonId::new)
                                .toList())
                        .with(Map.of("rows", gone)));
        return done(gone);
    }
}
