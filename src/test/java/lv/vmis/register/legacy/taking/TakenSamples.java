package lv.vmis.register.legacy.taking;

import static lv.vmis.register.support.DecisionSamples.as;
import static lv.vmis.register.support.DecisionSamples.done;
import static lv.vmis.register.support.DecisionSamples.official;
import static lv.vmis.register.support.Soon.soon;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import lv.vmis.register.kernel.Actor;
import lv.vmis.register.legacy.export.OldRegister;
import lv.vmis.register.legacy.export.OldTable;
import lv.vmis.register.legacy.job.Jobs;
import lv.vmis.register.legacy.rule.OldRules;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Rows of old registers that are taken over, as two officials do it. */
@Component
public class TakenSamples {

    static final Actor STEWARD = official("parzine");
    static final Actor DECIDER = official("pmlp.vaditajs");

    private static final AtomicInteger NUMBERS = new AtomicInteger(9_000_000);

    private final AskForLoad ask;
    private final AnswerLoad answer;
    private final TakeBackLoad takeBack;
    private final TakeBackRows takeBackRows;
    private final Outcomes outcomes;
    private final OldRules rules;
    private final Jobs jobs;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final StagedExports exports;

    TakenSamples(
            AskForLoad ask,
            AnswerLoad answer,
            TakeBackLoad takeBack,
            TakeBackRows takeBackRows,
            Outcomes outcomes,
            OldRules rules,
            Jobs jobs,
            JdbcClient jdbc,
            PlatformTransactionManager transactions) {
        this.ask = ask;
        this.answer = answer;
        this.takeBack = takeBack;
        this.takeBackRows = takeBackRows;
        this.outcomes = outcomes;
        this.rules = rules;
        this.jobs = jobs;
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
        this.exports = new StagedExports(jdbc);
    }

    /** A row that became a person, and his ban if it is of the entry ban register. */
    public record Taken(UUID load, UUID file, long row, String key, UUID person) {}

    /** One entry of the entry ban register that is taken over. */
    public Taken one() {
        return one(OldTable.LGM_ENTRIES, Map.of());
    }

    /** One row that is taken over, with some cells of one's own. */
    public Taken one(OldTable table, Map<String, String> cells) {
        var load = load(table.register(), "FULL");
        stage(load, "viena.csv", table, List.of(row(table, cells)));
        taken(load);
        return read(() -> jdbc.sql("select file_id, row_no, key, person_id from old_outcome where load_id = :load")
                .param("load", load)
                .query((row, _) -> new Taken(
                        load,
                        row.getObject("file_id", UUID.class),
                        row.getLong("row_no"),
                        row.getString("key"),
                        Objects.requireNonNull(row.getObject("person_id", UUID.class))))
                .single());
    }

    /** The cells of a row nothing is wrong about, in the order of the table; some of them one's own. */
    public static List<String> row(OldTable table, Map<String, String> own) {
        var number = Integer.toString(NUMBERS.incrementAndGet());
        var cells = new HashMap<>(Map.of(
                table.key(),
                number,
                "VARDS",
                "IGORS",
                "UZVARDS",
                "VOLKOVS" + (char) ('A' + number.charAt(6) - '0'),
                "DZIMUMS",
                "V",
                "DZ_DATUMS",
                "12.03.1980",
                "VALSTS_PIED",
                "Krievija",
                "PIED_VEIDS",
                "P",
                "PIEZIMES",
                "Izdomāta persona"));
        if (table == OldTable.LGM_ENTRIES) {
            cells.putAll(Map.of(
                    "DOK1_TIPS", "PASE",
                    "DOK1_NR", "RX" + number,
                    "DOK1_IZDEVEJS", "Krievija",
                    "TIES_NORMA", "Imigrācijas likuma 61. panta piektā daļa",
                    "AIZL_DATUMS", "15.01.2024",
                    "AIZL_NO", "16.01.2024",
                    "AIZL_LIDZ", "10.01.2029",
                    "LEM_NR", "24/" + number,
                    "LEM_DATUMS", "15.01.2024",
                    "LEM_IESTADE", "PMLP"));
            cells.put("SENGENA", "J");
        } else {
            cells.putAll(Map.of("KONST_DATUMS", "03.02.2024", "PARKAPUMS", "Uzturējies bez vīzas", "AVOTS", "VRS"));
        }
        cells.putAll(own);
        return table.fields().stream()
                .map(field -> cells.getOrDefault(field.name(), ""))
                .toList();
    }

    public UUID load(OldRegister register, String kind) {
        return read(() -> exports.load(register, kind, STEWARD));
    }

    public void stage(UUID load, String name, OldTable table, List<List<String>> rows) {
        read(() -> {
            exports.stage(load, name, table, rows, STEWARD);
            return true;
        });
    }

    /** Asked for, approved by another, and taken over. */
    public void taken(UUID load) {
        decided(load);
        ended(load);
    }

    /** Asked for and approved by another. */
    public void decided(UUID load) {
        done(as(STEWARD, () -> ask.run(new AskForLoad.Input(load, read(rules::newest)), STEWARD)));
        done(as(DECIDER, () -> answer.run(new AnswerLoad.Input(load, true, null), DECIDER)));
    }

    /** Asked that all of it is taken back. */
    public void wantedBack(UUID load) {
        done(as(STEWARD, () -> takeBack.run(new TakeBackLoad.Input(load, "Mēģinājums"), STEWARD)));
    }

    /** One row of it is taken back, and the others stay. */
    public void takenBack(UUID load, long row) {
        var rows = read(() -> outcomes.next(load, 1_000)).stream()
                .filter(taken -> taken.rowNo() == row)
                .toList();
        done(as(STEWARD, () -> takeBackRows.run(new TakeBackRows.Input(load, rows), STEWARD)));
    }

    /** What every table holds but for the journal, what follows it, what other systems say meanwhile, and the staging itself. */
    public Map<String, String> contents() {
        return read(() -> {
            var tables = jdbc.sql("""
                            select c.relname from pg_class c
                             where c.relnamespace = 'public'::regnamespace and c.relkind = 'r'
                               and c.relname !~ '^(entry|journal_|old_|person_gone|likeness|spring_session|alert|exchange_|inbox|flyway|submission|outbox)'""").query(String.class).list();
            var contents = new TreeMap<String, String>();
            tables.forEach(table -> contents.put(
                    table,
                    jdbc.sql("select coalesce(md5(string_agg(t::text, '|' order by t::text)), '') from \"" + table
                                    + "\" t")
                            .query(String.class)
                            .single()));
            return contents;
        });
    }

    /** The last work for a load has ended, however it did. */
    public void ended(UUID load) {
        soon(() ->
                read(() -> jobs.of(load)).stream().noneMatch(job -> job.state().isOpen()));
    }

    public <T> T read(Supplier<T> what) {
        return as(STEWARD, () -> transaction.execute(_ -> what.get()));
    }
}
