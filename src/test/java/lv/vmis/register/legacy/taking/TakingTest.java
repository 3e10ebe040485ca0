package lv.vmis.register.legacy.taking;

import static lv.vmis.register.support.DecisionSamples.as;
import static lv.vmis.register.support.DecisionSamples.done;
import static lv.vmis.register.support.DecisionSamples.official;
import static lv.vmis.register.support.DecisionSamples.refusals;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Supplier;
import lv.vmis.register.kernel.Actor;
import lv.vmis.register.kernel.PersonId;
import lv.vmis.register.legacy.export.OldField;
import lv.vmis.register.legacy.export.OldRegister;
import lv.vmis.register.legacy.export.OldTable;
import lv.vmis.register.legacy.job.JobFailure;
import lv.vmis.register.legacy.job.JobState;
import lv.vmis.register.legacy.job.Jobs;
import lv.vmis.register.legacy.meaning.ReasonCode;
import lv.vmis.register.legacy.meaning.TrialResult;
import lv.vmis.register.legacy.rule.OldRules;
import lv.vmis.register.person.EnterFact;
import lv.vmis.register.person.FactKind;
import lv.vmis.register.support.RegisterTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/** Invented exports become part of the register, and are taken back without a trace. */
@RegisterTest
class TakingTest {

    private final AskForLoad ask;
    private final AnswerLoad answer;
    private final GoOnLoading goOn;
    private final SignOffLoad signOff;
    private final TakeBackLoad takeBack;
    private final TakenSamples samples;
    private final TryLoad tryIt;
    private final JsonMapper json;
    private final Outcomes outcomes;
    private final EnterFact enter;
    private final OldRules rules;
    private final Jobs jobs;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final StagedExports exports;
    private final Actor steward = TakenSamples.STEWARD;
    private final Actor decider = TakenSamples.DECIDER;
    private final Actor guard = official("vrs.vaditajs");

    TakingTest(
            AskForLoad ask,
            AnswerLoad answer,
            GoOnLoading goOn,
            SignOffLoad signOff,
            TakeBackLoad takeBack,
            TakenSamples samples,
            TryLoad tryIt,
            JsonMapper json,
            Outcomes outcomes,
            EnterFact enter,
            OldRules rules,
            Jobs jobs,
            JdbcClient jdbc,
            PlatformTransactionManager transactions) {
        this.ask = ask;
        this.answer = answer;
        this.goOn = goOn;
        this.signOff = signOff;
        this.takeBack = takeBack;
        this.samples = samples;
        this.tryIt = tryIt;
        this.json = json;
        this.outcomes = outcomes;
        this.enter = enter;
        this.rules = rules;
        this.jobs = jobs;
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
        this.exports = new StagedExports(jdbc);
    }

    @Test
    void a_load_is_whole_and_goes_without_a_trace(@TempDir Path folder) throws IOException {
        for (var register : OldRegister.values()) {
            var load = written(() -> exports.load(register, "FULL", steward));
            for (var file : StagedExports.invented(folder.resolve(register.name()), 400, 7)) {
                if (file.getFileName().toString().matches(".*\\.(csv|xlsx|xml|txt)")) {
                    written(() -> {
                        exports.stage(load, register, file, steward);
                        return true;
                    });
                }
            }
            var before = samples.contents();
            assertThat(refusals(as(steward, () -> signOff.run(load, steward)))).containsExactly("NOT_WHOLE");
            done(as(steward, () -> ask.run(new AskForLoad.Input(load, read(rules::newest)), steward)));
            assertThat(refusals(as(steward, () -> answer.run(new AnswerLoad.Input(load, true, null), steward))))
                    .containsExactly("OWN_REQUEST");
            done(as(decider, () -> answer.run(new AnswerLoad.Input(load, true, null), decider)));
            ended(load);

            var counts = read(() -> counts(load));

            assertThat(counts.values().stream().mapToLong(Long::longValue).sum())
                    .isEqualTo(read(() -> rows(load)));
            assertThat(counts.getOrDefault("IMPORTED", 0L)).as("%s", counts).isGreaterThan(50);
            assertThat(counts).doesNotContainKey("NOT_ACCEPTED");
            assertThat(samples.contents()).isNotEqualTo(before);

            done(as(steward, () -> takeBack.run(new TakeBackLoad.Input(load, "Mēģinājums"), steward)));
            ended(load);
            assertThat(read(() -> counts(load))).isEmpty();
            assertThat(samples.contents()).isEqualTo(before);
        }
    }

    @Test
    void what_changed_there_takes_the_place_of_what_nobody_has_worked_with() {
        var table = OldTable.LGM_ENTRIES;
        var rows = List.of(
                TakenSamples.row(table, Map.of()),
                TakenSamples.row(table, Map.of()),
                TakenSamples.row(table, Map.of()));
        var load = written(() -> exports.load(OldRegister.LGM, "FULL", steward));
        written(() -> stage(load, "pirmā.csv", table, rows));
        taken(load);
        assertThat(read(() -> counts(load))).containsExactly(Map.entry("IMPORTED", 3L));

        var touched = person(rows.get(2));
        done(as(
                steward,
                () -> enter.run(
                        new EnterFact.Input(
                                touched, FactKind.REMARK, Map.of("text", "Pārbaudīts lietā", "source", "OFFICIAL")),
                        steward)));
        var delta = written(() -> exports.load(OldRegister.LGM, "DELTA", steward));
        var again = List.of(
                rows.get(0), changed(rows.get(1)), changed(rows.get(2)), rows.get(1), List.of("ne", "tik", "daudz"));
        written(() -> stage(delta, "otrā.csv", table, again));
        taken(delta);
        assertThat(read(() -> counts(delta)))
                .containsExactly(
                        Map.entry("CHANGED_HERE", 1L),
                        Map.entry("IMPORTED", 1L),
                        Map.entry("NUMBER_TWICE", 1L),
                        Map.entry("SAME_ROW", 1L),
                        Map.entry("WRONG_LENGTH", 1L));
        assertThat(read(() -> counts(load))).containsExactly(Map.entry("IMPORTED", 2L), Map.entry("REPLACED", 1L));

        // Nothing is taken back of whom somebody has worked with; the others stay as well.
        done(as(steward, () -> takeBack.run(new TakeBackLoad.Input(load, "Kļūda"), steward)));
        samples.ended(load);
        assertThat(read(() -> jobs.of(load)).getFirst().failure()).isEqualTo(JobFailure.TOUCHED);
        assertThat(read(() -> counts(load))).containsExactly(Map.entry("IMPORTED", 2L), Map.entry("REPLACED", 1L));

        // What comes to the load later is taken over without a second decision, and nothing twice.
        written(() -> stage(load, "trešā.csv", table, List.of(rows.get(0))));
        done(as(steward, () -> goOn.run(load, steward)));
        ended(load);
        assertThat(read(() -> counts(load))).containsEntry("SAME_ROW", 1L).containsEntry("IMPORTED", 2L);

        done(as(decider, () -> signOff.run(load, decider)));
        assertThat(refusals(as(decider, () -> signOff.run(load, decider)))).containsExactly("SIGNED_ALREADY");
        assertThat(refusals(as(steward, () -> goOn.run(load, steward)))).containsExactly("SIGNED_OFF");
        done(as(guard, () -> signOff.run(load, guard)));
        assertThat(refusals(as(steward, () -> takeBack.run(new TakeBackLoad.Input(load, "Kļūda"), steward))))
                .containsExactly("SIGNED_OFF");
    }

    @Test
    void the_card_of_the_old_register_stands_beside_its_person_only() {
        var one = samples.one(OldTable.NIR_CASES, Map.of("LIETAS_NR", "2024/" + UUID.randomUUID()));
        var card =
                read(() -> outcomes.card(one.person(), one.file(), one.row())).orElseThrow();
        assertThat(card.isOpen()).isTrue();
        assertThat(card.lines())
                .extracting(OldCard.Line::column, OldCard.Line::text)
                .contains(tuple("KONST_DATUMS", "03.02.2024"), tuple("AVOTS", "VRS"));
        assertThat(read(() -> outcomes.card(UUID.randomUUID(), one.file(), one.row())))
                .isEmpty();
    }

    @Test
    void a_trial_says_what_the_load_then_does_and_changes_nothing() {
        var table = OldTable.LGM_ENTRIES;
        var load = samples.load(OldRegister.LGM, "FULL");
        var twice = TakenSamples.row(table, Map.of());
        samples.stage(
                load,
                "izmēģinājums.csv",
                table,
                List.of(
                        TakenSamples.row(table, Map.of()),
                        TakenSamples.row(table, Map.of("VALSTS_PIED", "PSRS")),
                        TakenSamples.row(
                                table,
                                Map.of(
                                        "AIZL_LIDZ",
                                        "10.01.2001",
                                        "AIZL_NO",
                                        "10.01.2000",
                                        "AIZL_DATUMS",
                                        "09.01.2000",
                                        "LEM_DATUMS",
                                        "09.01.2000")),
                        twice,
                        twice));
        var before = samples.contents();
        done(as(steward, () -> tryIt.run(load, steward)));
        ended(load);

        var own = List.of("person", "identity", "document", "remark", "decision", "ban");
        var after = samples.contents();
        assertThat(own).allSatisfy(name -> assertThat(after.get(name)).isEqualTo(before.get(name)));
        var result =
                read(() -> json.readValue(jobs.result(jobs.of(load).getFirst().id()), Trying.OfTable[].class))[0]
                        .result();
        assertThat(result.kinds())
                .containsEntry(TrialResult.Kind.READY, 3L)
                .containsEntry(TrialResult.Kind.REFUSED, 1L)
                .containsEntry(TrialResult.Kind.EXPIRED, 1L);
        assertThat(result.reasons()).containsOnly(Map.entry(ReasonCode.FORMER_STATE, 1L));
        assertThat(result.doubled()).isEqualTo(1);
        taken(load);
        assertThat(read(() -> counts(load)))
                .containsExactly(
                        Map.entry("EXPIRED", 1L),
                        Map.entry("FORMER_STATE", 1L),
                        Map.entry("IMPORTED", 2L),
                        Map.entry("SAME_ROW", 1L));
    }

    @Test
    void rejected_rows_come_back_corrected_in_the_file_that_told_why() {
        var table = OldTable.LGM_ENTRIES;
        var load = samples.load(OldRegister.LGM, "FULL");
        var bad = TakenSamples.row(table, Map.of("VALSTS_PIED", "PSRS", "PIEZIMES", "=1+1"));
        samples.stage(load, "pirmā.csv", table, List.of(bad));
        samples.stage(load, "nošķelta.csv", table, List.of(TakenSamples.row(table, Map.of())));
        taken(load);
        // A file that was cut is not loaded: what is missing would look as if it had been left out.
        assertThat(read(() -> counts(load))).containsExactly(Map.entry("FORMER_STATE", 1L));

        var columns =
                new ArrayList<>(table.fields().stream().map(OldField::name).toList());
        columns.add("NORAIDITS");
        var corrected = new ArrayList<>(bad);
        corrected.set(columns.indexOf("VALSTS_PIED"), "Krievija");
        corrected.set(columns.indexOf("PIEZIMES"), "'=1+1");
        corrected.add("„PSRS” vairs nav");
        written(() -> {
            exports.stage(load, "labota.csv", table, columns, List.of(corrected), steward);
            return true;
        });
        done(as(steward, () -> goOn.run(load, steward)));
        ended(load);
        assertThat(read(() -> counts(load))).containsExactly(Map.entry("FORMER_STATE", 1L), Map.entry("IMPORTED", 1L));
        assertThat(read(() -> jdbc.sql("select string_agg(text, ' ') from remark where person_id = :person")
                        .param("person", person(bad).value())
                        .query(String.class)
                        .single()))
                .contains("=1+1")
                .doesNotContain("'=1+1", "NORAIDITS", "vairs nav");
    }

    private boolean stage(UUID load, String name, OldTable table, List<List<String>> rows) {
        exports.stage(load, name, table, rows, steward);
        return true;
    }

    private void taken(UUID load) {
        samples.taken(load);
        assertThat(read(() -> jobs.of(load)).getFirst().state()).isEqualTo(JobState.DONE);
    }

    private static List<String> changed(List<String> row) {
        var changed = new ArrayList<>(row);
        changed.set(row.size() - 1, "Labots vecajā reģistrā");
        return changed;
    }

    private PersonId person(List<String> row) {
        return read(() -> jdbc.sql("select person_id from old_outcome where key = :key and outcome = 'IMPORTED'")
                .param("key", row.getFirst().strip())
                .query((found, _) -> new PersonId(found.getObject("person_id", UUID.class)))
                .single());
    }

    private void ended(UUID load) {
        samples.ended(load);
        assertThat(read(() -> jobs.of(load)).getFirst().state()).isEqualTo(JobState.DONE);
    }

    private Map<String, Long> counts(UUID load) {
        var counts = new TreeMap<String, Long>();
        jdbc.sql(
                        "select coalesce(reason, outcome) as what, count(*) as rows from old_outcome where load_id = :load group by 1")
                .param("load", load)
                .query(row -> {
                    counts.put(row.getString("what"), row.getLong("rows"));
                });
        return counts;
    }

    private long rows(UUID load) {
        return jdbc.sql(
                        "select count(*) from old_row r join old_file f on f.id = r.file_id where f.load_id = :load and f.old_table in ('LGM_ENTRIES', 'NIR_CASES')")
                .param("load", load)
                .query(Long.class)
                .single();
    }

    private <T> T read(Supplier<T> what) {
        return as(steward, () -> transaction.execute(_ -> what.get()));
    }

    private <T> T written(Supplier<T> what) {
        return read(what);
    }
}
