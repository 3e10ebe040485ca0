package lv.vmis.register.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import lv.vmis.register.legacy.export.Columns;
import lv.vmis.register.legacy.export.ExportReader;
import lv.vmis.register.legacy.export.Finding;
import lv.vmis.register.legacy.export.OldTable;
import lv.vmis.register.legacy.export.RawRow;
import lv.vmis.register.legacy.export.RowSink;
import lv.vmis.register.legacy.export.Wish;
import lv.vmis.register.legacy.meaning.Meaning;
import lv.vmis.register.legacy.meaning.ReasonCode;
import lv.vmis.register.legacy.meaning.Retention;
import lv.vmis.register.legacy.meaning.RowCells;
import lv.vmis.register.legacy.meaning.Understanding;
import lv.vmis.register.legacy.meaning.Understood;
import lv.vmis.register.legacy.meaning.Words;
import lv.vmis.register.legacy.rule.KnownHere;
import lv.vmis.register.legacy.rule.OldRules;
import lv.vmis.register.support.DecisionSamples;
import lv.vmis.register.support.RegisterTest;
import lv.vmis.register.training.OldRow.Dirt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rows of invented exports are understood as their truth has it, with the rules and codes of the register. */
@RegisterTest
class LegacyTruthTest {

    private static final int ROWS = 20_000;

    /** What was written so spoilt that no reader can tell the truth from it. */
    private static final Set<Dirt> OTHER_NAME =
            Set.of(Dirt.LATVIANISED, Dirt.TRANSLITERATED, Dirt.TYPO, Dirt.SWAPPED_FIELDS);

    /** What may make a row unreadable; names without an end come of merged ones, lost letters of wrong code pages. */
    private static final Map<ReasonCode, Set<Dirt>> SPOILT = Map.of(
            ReasonCode.NAME_DAMAGED, Set.of(Dirt.LOST_LETTERS),
            ReasonCode.NAME_ORDER_UNKNOWN, Set.of(Dirt.MERGED_NAME),
            ReasonCode.NO_BIRTH_DATE, Set.of(Dirt.MISSING, Dirt.PLACEHOLDER_DATE),
            ReasonCode.BIRTH_DATE_UNREADABLE, Set.of(Dirt.IMPOSSIBLE_DATE),
            ReasonCode.NO_STATE, Set.of(Dirt.MISSING),
            ReasonCode.FORMER_STATE, Set.of(Dirt.OLD_COUNTRY_NAME),
            ReasonCode.BAN_DATE_UNREADABLE, Set.of(Dirt.IMPOSSIBLE_DATE));

    private final OldRules rules;
    private final KnownHere known;
    private final DecisionSamples samples;

    @TempDir
    Path folder;

    LegacyTruthTest(OldRules rules, KnownHere known, DecisionSamples samples) {
        this.rules = rules;
        this.known = known;
        this.samples = samples;
    }

    private record Read(List<RowCells> rows, List<Columns> columns) implements RowSink {
        @Override
        public void columns(Columns given) {
            columns.add(given);
        }

        @Override
        public void row(RawRow row) {
            rows.add(new RowCells(rows.size() + 1L, row.cells(), row.whole()));
        }

        @Override
        public void finding(Finding finding) {}
    }

    private final Map<String, int[]> compared = new TreeMap<>();

    @Test
    void ready_rows_say_what_is_true_and_only_spoilt_ones_are_refused() throws IOException {
        var written = new HashMap<Path, List<OldRow>>();
        LegacyExports.write(
                folder,
                ROWS,
                1,
                (file, row) ->
                        written.computeIfAbsent(file, _ -> new ArrayList<>()).add(row));
        var inForce = samples.reading(() -> rules.of(1));
        var codes = samples.reading(known::now);
        var refusedFor = new EnumMap<ReasonCode, Integer>(ReasonCode.class);
        var ready = 0;
        var expired = 0;
        for (var file : written.entrySet()) {
            var read = new Read(new ArrayList<>(), new ArrayList<>());
            ExportReader.usual().read(file.getKey(), Wish.NONE, read);
            var columns = read.columns().getFirst();
            var understanding = Understanding.of(
                    columns.table(), columns.names(), inForce, codes, new Retention(OldRows.EXPORTED, 10));
            for (var at = 0; at < read.rows().size(); at++) {
                var truth = file.getValue().get(at);
                switch (understanding.understand(read.rows().get(at))) {
                    case Understood.Ready one -> {
                        ready++;
                        compare(truth, one.meaning());
                    }
                    case Understood.Expired one -> {
                        expired++;
                        assertThat(truth.dirt.contains(Dirt.BEYOND_RETENTION) || isCancelled(truth))
                                .as(one.toString())
                                .isTrue();
                    }
                    case Understood.Refused one ->
                        one.reasons().forEach(reason -> {
                            refusedFor.merge(reason.code(), 1, Integer::sum);
                            if (reason.code() != ReasonCode.BAN_DATE_IN_FUTURE) {
                                assertThat(truth.dirt)
                                        .as(reason.toString())
                                        .containsAnyElementsOf(SPOILT.getOrDefault(reason.code(), Set.of()));
                            }
                        });
                }
            }
        }

        assertThat(ready).isGreaterThan(ROWS / 2);
        assertThat(expired).isGreaterThan(ROWS / 4);
        assertThat(refusedFor).containsKeys(ReasonCode.NO_STATE, ReasonCode.NO_BIRTH_DATE, ReasonCode.FORMER_STATE);
        assertThat(refusedFor.values().stream().mapToInt(Integer::intValue).sum())
                .isLessThan(ROWS / 30);
        assertThat(compared)
                .hasSizeGreaterThanOrEqualTo(9)
                .allSatisfy((what, counts) -> assertThat((double) counts[0] / counts[1])
                        .as(what + " " + counts[0] + " of " + counts[1])
                        .isGreaterThanOrEqualTo(0.995));
    }

    private static boolean isCancelled(OldRow row) {
        return row.table == OldTable.LGM_ENTRIES && !row.get("ATCELTS_DAT").isEmpty();
    }

    private void compare(OldRow truth, Meaning meaning) {
        var who = meaning.who();
        var person = truth.person;
        assertThat(meaning.key()).isEqualTo(truth.number());
        assertThat(truth.dirt.contains(Dirt.BEYOND_RETENTION))
                .as(truth.number())
                .isFalse();
        if (truth.dirt.stream().noneMatch(OTHER_NAME::contains)) {
            is("surname", who.surname(), person.surname());
            is("given", who.given(), person.given().latin());
            if (person.patronymic() != null && !who.patronymic().isEmpty()) {
                is("patronymic", Words.folded(who.patronymic()), Words.folded(person.patronymic()));
            }
        }
        if (!truth.dirt.contains(Dirt.TYPO) && !truth.dirt.contains(Dirt.ZERO_DAY)) {
            is("birth", who.birth().toString(), person.birthDate());
        }
        is("sex", who.sex(), truth.get("DZIMUMS").isEmpty() ? "U" : person.male() ? "M" : "F");
        is(
                "nationality",
                who.nationalities().getFirst().country(),
                person.culture().country());
        is("documents", Integer.toString(who.documents().size()), truth.document.isEmpty() ? "0" : "1");
        if (!who.documents().isEmpty()) {
            var paper = who.documents().getFirst();
            is("number", paper.number().replace(" ", ""), truth.document.replace(" ", ""));
            is("issuer", String.valueOf(paper.issuer()), person.culture().country());
        }
        var ban = meaning.ban();
        if (ban != null) {
            is("from", ban.from().toString(), truth.from);
            is("decided", ban.decidedOn().toString(), truth.from);
            is("until", ban.until() == null ? "9999-12-31" : ban.until().toString(), truth.until);
            is("decision", ban.number(), truth.decision);
        }
    }

    private void is(String what, String read, String truth) {
        var counts = compared.computeIfAbsent(what, _ -> new int[2]);
        counts[0] += read.equals(truth) ? 1 : 0;
        counts[1]++;
    }
}
