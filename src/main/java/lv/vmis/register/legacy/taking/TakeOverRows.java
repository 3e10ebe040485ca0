package lv.vmis.register.legacy.taking;

import static lv.vmis.register.kernel.Outcome.done;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lv.vmis.register.ban.BanTakenOver;
import lv.vmis.register.ban.BansTakenOver;
import lv.vmis.register.journal.Entry;
import lv.vmis.register.journal.Journal;
import lv.vmis.register.kernel.Action;
import lv.vmis.register.kernel.Actor;
import lv.vmis.register.kernel.Ids;
import lv.vmis.register.kernel.Outcome;
import lv.vmis.register.kernel.PersonId;
import lv.vmis.register.legacy.meaning.Meaning;
import lv.vmis.register.legacy.meaning.OldBan;
import lv.vmis.register.legacy.meaning.RowCells;
import lv.vmis.register.legacy.meaning.Understanding;
import lv.vmis.register.legacy.meaning.Understood;
import lv.vmis.register.legacy.taking.Outcomes.LoadedFile;
import lv.vmis.register.legacy.taking.Outcomes.PendingRow;
import lv.vmis.register.legacy.taking.Outcomes.RowPlace;
import lv.vmis.register.legacy.taking.Outcomes.TakenRow;
import lv.vmis.register.person.PersonTakenOver;
import lv.vmis.register.person.PersonsTakenOver;
import org.jspecify.annotations.Nullable;

/** Takes over some rows of a staged file: each becomes a person, with a ban where the entry ban register has one, or is rejected with its reasons. */
@Action
class TakeOverRows {

    /**
     * @param isDelta whether a changed entry takes the place of the one before
     * @param notAccepted the invariant that does not hold for the one row there is; nothing at first
     */
    record Input(
            UUID load,
            boolean isDelta,
            LoadedFile file,
            Understanding understanding,
            List<PendingRow> rows,
            @Nullable String notAccepted) {}

    private final Outcomes outcomes;
    private final PersonsTakenOver persons;
    private final BansTakenOver bans;
    private final OldDeciders deciders;
    private final Journal journal;

    TakeOverRows(
            Outcomes outcomes, PersonsTakenOver persons, BansTakenOver bans, OldDeciders deciders, Journal journal) {
        this.outcomes = outcomes;
        this.persons = persons;
        this.bans = bans;
        this.deciders = deciders;
        this.journal = journal;
    }

    /** What comes of a batch while it is worked out. */
    private final class Batch {

        final Input in;
        final Map<String, TakenRow> taken;
        final Set<UUID> touched;
        final Map<String, Map<String, String>> seen = new HashMap<>();
        final List<RowOutcome> all = new ArrayList<>();
        final List<PersonTakenOver> newPersons = new ArrayList<>();
        final List<BanTakenOver> newBans = new ArrayList<>();
        final Map<UUID, List<RowPlace>> back = new LinkedHashMap<>();
        final List<RowOutcome> replaced = new ArrayList<>();
        final List<PersonId> gone = new ArrayList<>();

        Batch(Input in, Map<String, TakenRow> taken, Set<UUID> touched) {
            this.in = in;
            this.taken = taken;
            this.touched = touched;
        }

        void row(PendingRow row) {
            if (in.notAccepted() != null) {
                all.add(RowOutcome.rejected(row, RowFate.NOT_ACCEPTED, in.notAccepted()));
                return;
            }
            switch (in.understanding().understand(new RowCells(row.rowNo(), row.cells(), row.whole()))) {
                case Understood.Refused refused -> all.add(RowOutcome.refused(row, refused.reasons()));
                case Understood.Expired expired ->
                    all.add(RowOutcome.rejected(
                                    row,
                                    RowFate.EXPIRED,
                                    expired.purposeReached().toString())
                            .reached(expired.purposeReached()));
                case Understood.Ready ready -> ready(row, ready.meaning());
            }
        }

        private void ready(PendingRow row, Meaning meaning) {
            var says = says(in.file().columns(), row.cells());
            var here = seen.get(meaning.key());
            if (here != null) {
                all.add(RowOutcome.rejected(
                        row,
                        here.equals(says) ? RowFate.SAME_ROW : RowFate.NUMBER_TWICE,
                        in.file().name()));
                return;
            }
            var before = taken.get(meaning.key());
            if (before != null) {
                var fate = fate(before, says);
                if (fate != RowFate.REPLACED) {
                    all.add(RowOutcome.rejected(
                            row,
                            fate,
                            before.fileName(),
                            Long.toString(before.rowNo()),
                            Integer.toString(before.loadNumber())));
                    return;
                }
                back.computeIfAbsent(before.load(), _ -> new ArrayList<>())
                        .add(new RowPlace(before.file(), before.rowNo()));
                gone.add(new PersonId(before.person()));
                replaced.add(RowOutcome.rejected(
                        before.file(),
                        before.rowNo(),
                        before.key(),
                        RowFate.REPLACED,
                        in.file().name(),
                        Long.toString(row.rowNo())));
            }
            seen.put(meaning.key(), says);
            take(row, meaning);
        }

        private RowFate fate(TakenRow before, Map<String, String> says) {
            if (says(before.columns(), before.cells()).equals(says)) {
                return RowFate.SAME_ROW;
            }
            if (!in.isDelta()) {
                return RowFate.NUMBER_TWICE;
            }
            return touched.contains(before.person()) ? RowFate.CHANGED_HERE : RowFate.REPLACED;
        }

        private void take(PendingRow row, Meaning meaning) {
            var person = PersonId.next();
            newPersons.add(TakenPerson.of(meaning, person));
            var ban = meaning.ban();
            var decision = ban == null ? null : Ids.next();
            if (ban != null && decision != null) {
                newBans.add(ban(ban, decision, person));
            }
            all.add(new RowOutcome(
                    row.file(),
                    row.rowNo(),
                    meaning.key(),
                    null,
                    List.of(),
                    person.value(),
                    decision,
                    ban == null && meaning.purposeReached() == null,
                    ban != null && ban.schengen() && ban.cancelledOn() == null,
                    meaning.purposeReached()));
        }
    }

    public Outcome<Integer> run(Input in, Actor by) {
        var keys = in.rows().stream()
                .map(PendingRow::key)
                .filter(key -> key != null)
                .distinct()
                .toList();
        var taken = outcomes.taken(in.file().table(), keys).stream()
                .collect(Collectors.toMap(TakenRow::key, row -> row, (first, _) -> first));
        var touched = in.isDelta() && !taken.isEmpty()
                ? new HashSet<>(outcomes.touched(
                        taken.values().stream().map(TakenRow::person).toList()))
                : Set.<UUID>of();
        var batch = new Batch(in, taken, touched);
        in.rows().forEach(batch::row);
        batch.back.forEach(outcomes::takeBack);
        persons.add(batch.newPersons, by);
        bans.add(batch.newBans, by);
        batch.replaced.stream()
                .collect(Collectors.groupingBy(row ->
                        java.util.Objects.requireNonNull(taken.get(row.key())).load()))
                .forEach((load, rows) -> outcomes.add(load, in.file().table(), rows));
        outcomes.add(in.load(), in.file().table(), batch.all);
        var first = in.rows().getFirst().rowNo();
        journal.record(
                by,
                Entry.act(TakeOverRows.class)
                        .on("old_file", in.file().id(), 1)
                        .about(Stream.concat(batch.newPersons.stream().map(PersonTakenOver::id), batch.gone.stream())
                                .toList())
                        .with(Map.of(
                                "load",
                                in.load(),
                                "rows",
                                List.of(first, in.rows().getLast().rowNo()),
                                "rules",
                                in.understanding().rulesVersion(),
                                "became",
                                batch.all.stream()
                                        .filter(row -> row.person() != null)
                                        .collect(Collectors.toMap(
                                                row -> Long.toString(row.rowNo()),
                                                row -> String.valueOf(row.person()),
                                                (one, _) -> one,
                                                TreeMap::new)))));
        return done(batch.all.size());
    }

    private BanTakenOver ban(OldBan ban, UUID decision, PersonId person) {
        var decider = deciders.of(ban.decider());
        return new BanTakenOver(
                decision,
                person,
                ban.number(),
                ban.decidedOn(),
                decider.institution(),
                decider.unit(),
                decider.decider(),
                ban.legalBasis(),
                ban.from(),
                ban.until(),
                ban.cancelledOn(),
                ban.reasons());
    }

    /** What a row says, column by column, however its file is laid out. */
    private static Map<String, String> says(List<String> columns, List<String> cells) {
        var says = new HashMap<String, String>();
        for (var at = 0; at < Math.min(columns.size(), cells.size()); at++) {
            var cell = cells.get(at).strip();
            if (!cell.isEmpty()) {
                says.put(columns.get(at), cell);
            }
        }
        return says;
    }
}
