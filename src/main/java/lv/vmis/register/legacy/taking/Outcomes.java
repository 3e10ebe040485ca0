package lv.vmis.register.legacy.taking;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import lv.vmis.register.kernel.Rows;
import lv.vmis.register.legacy.export.OldTable;
import lv.vmis.register.reading.DocumentNumbers;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** What became of the rows of a load, as stored. */
@Component
public class Outcomes {

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final Clock clock;

    Outcomes(JdbcClient jdbc, JsonMapper json, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
    }

    /** A staged file that is loaded. */
    record LoadedFile(UUID id, String name, OldTable table, List<String> columns, long rows) {}

    /** A row that waits for its outcome. */
    record PendingRow(UUID file, long rowNo, @Nullable String key, List<String> cells, boolean whole) {}

    /** An entry that is taken over already. */
    record TakenRow(
            UUID file,
            long rowNo,
            UUID load,
            int loadNumber,
            String fileName,
            String key,
            UUID person,
            List<String> columns,
            List<String> cells) {}

    /** Files of entries and cases, in the order they were put. */
    List<LoadedFile> files(UUID load) {
        return jdbc.sql(FILES).param("load", load).query((row, _) -> file(row)).list();
    }

    /** Rows of a file behind a place that nothing became of yet. */
    List<PendingRow> pending(UUID file, long after, int most) {
        return jdbc.sql(PENDING)
                .param("file", file)
                .param("after", after)
                .param("most", most)
                .query((row, _) -> new PendingRow(
                        file,
                        row.getLong("row_no"),
                        row.getString("key"),
                        List.of((String[]) row.getArray("cells").getArray()),
                        row.getBoolean("whole")))
                .list();
    }

    long done(UUID load) {
        return jdbc.sql(DONE).param("load", load).query(Long.class).single();
    }

    /** Entries with these numbers that are taken over. */
    List<TakenRow> taken(OldTable table, Collection<String> keys) {
        return jdbc.sql(TAKEN)
                .param("table", table.name())
                .param("keys", keys.toArray(String[]::new))
                .param("folded", keys.stream().map(DocumentNumbers::key).toArray(String[]::new))
                .query((row, _) -> new TakenRow(
                        row.getObject("file_id", UUID.class),
                        row.getLong("row_no"),
                        row.getObject("load_id", UUID.class),
                        row.getInt("number"),
                        row.getString("name"),
                        row.getString("key"),
                        row.getObject("person_id", UUID.class),
                        List.of((String[]) row.getArray("columns").getArray()),
                        List.of((String[]) row.getArray("cells").getArray())))
                .list();
    }

    /** Of these persons, with whom somebody has worked since they were taken over. */
    public List<UUID> touched(Collection<UUID> persons) {
        return jdbc.sql(TOUCHED)
                .param("persons", persons.toArray(UUID[]::new))
                .query((row, _) -> row.getObject("id", UUID.class))
                .list();
    }

    /** So many rows of a table became that. */
    public record Count(OldTable oldTable, String what, boolean isRejected, long rows) {}

    /** What became of the rows, table by table; what officials joined since is told apart. */
    List<Count> counts(UUID load) {
        return jdbc.sql(COUNTS).param("load", load).query(Rows.of(Count.class)).list();
    }

    /** A row that was rejected, or that an official has to look at. */
    public record Listed(
            UUID fileId,
            String fileName,
            long rowNo,
            @Nullable String key,
            List<RowOutcome.Said> reasons,
            @Nullable UUID personId,
            @Nullable Long personNumber) {}

    /** Rejected rows with a reason behind a place, in the order of the files. */
    List<Listed> rejected(UUID load, String reason, @Nullable RowPlace after, int most) {
        return jdbc.sql(REJECTED)
                .param("load", load)
                .param("reason", reason)
                .param("after_file", after == null ? null : after.file(), Types.OTHER)
                .param("after_row", after == null ? 0 : after.rowNo())
                .param("most", most)
                .query((row, _) -> listed(row))
                .list();
    }

    /** Cases that are not carried out in the old register, and bans whose part for the Schengen territory is to be looked at anew. */
    List<Listed> toTakeUp(UUID load, boolean schengen, @Nullable RowPlace after, int most) {
        return jdbc.sql(TO_TAKE_UP)
                .param("load", load)
                .param("schengen", schengen)
                .param("after_file", after == null ? null : after.file(), Types.OTHER)
                .param("after_row", after == null ? 0 : after.rowNo())
                .param("most", most)
                .query((row, _) -> listed(row))
                .list();
    }

    /** A rejected row with its cells and the columns of its file. */
    record RejectedRow(OldTable table, List<String> columns, List<String> cells, List<RowOutcome.Said> reasons) {}

    /** Gives every rejected row of a table that can be corrected, one after another. */
    void eachRejected(UUID load, OldTable table, Consumer<RejectedRow> given) {
        jdbc.sql(EACH_REJECTED)
                .param("load", load)
                .param("table", table.name())
                .withFetchSize(500)
                .query((RowCallbackHandler) row -> given.accept(new RejectedRow(
                        table,
                        List.of((String[]) row.getArray("columns").getArray()),
                        List.of((String[]) row.getArray("cells").getArray()),
                        said(row.getString("reasons")))));
    }

    private Listed listed(ResultSet row) throws SQLException {
        return new Listed(
                row.getObject("file_id", UUID.class),
                row.getString("name"),
                row.getLong("row_no"),
                row.getString("key"),
                said(row.getString("reasons")),
                row.getObject("person_id", UUID.class),
                row.getObject("number", Long.class));
    }

    private List<RowOutcome.Said> said(String reasons) {
        return List.of(json.readValue(reasons, RowOutcome.Said[].class));
    }

    /** The row a person came from; nothing when it is another's. */
    Optional<OldCard> card(UUID person, UUID file, long row) {
        return jdbc.sql(CARD)
                .param("person", person)
                .param("file", file)
                .param("row", row)
                .query((found, _) -> new OldCard(
                        file,
                        row,
                        found.getLong("line"),
                        found.getString("name"),
                        OldTable.valueOf(found.getString("old_table")),
                        found.getInt("number"),
                        found.getString("key"),
                        found.getString("sha256"),
                        List.of((String[]) found.getArray("columns").getArray()),
                        List.of((String[]) found.getArray("cells").getArray()),
                        found.getObject("at", OffsetDateTime.class),
                        found.getString("by_name"),
                        found.getBoolean("is_open"),
                        found.getBoolean("schengen"),
                        found.getObject("purpose_reached", LocalDate.class)))
                .optional();
    }

    /** Whether something became of each row of the load. */
    boolean isWhole(UUID load) {
        return jdbc.sql(WHOLE).param("load", load).query(Boolean.class).single();
    }

    void add(UUID load, OldTable table, Collection<RowOutcome> outcomes) {
        var rows = json.createArrayNode();
        outcomes.forEach(one -> {
            var row = rows.addObject()
                    .put("file_id", one.file().toString())
                    .put("row_no", one.rowNo())
                    .put("key", one.key())
                    .put("key_folded", one.key() == null ? null : DocumentNumbers.key(one.key()))
                    .put("outcome", one.person() == null ? "REJECTED" : "IMPORTED")
                    .put("reason", one.reason())
                    .put("person_id", one.person() == null ? null : one.person().toString())
                    .put(
                            "decision_id",
                            one.decision() == null ? null : one.decision().toString())
                    .put("is_open", one.isOpen())
                    .put("schengen", one.schengen())
                    .put(
                            "purpose_reached",
                            one.purposeReached() == null
                                    ? null
                                    : one.purposeReached().toString());
            row.set("reasons", json.valueToTree(one.reasons()));
        });
        jdbc.sql(ADD)
                .param("rows", json.writeValueAsString(rows))
                .param("load", load)
                .param("table", table.name())
                .param("at", OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                .update();
    }

    /** Takes back what became of some rows of a load; so many there were. */
    int takeBack(UUID load, List<RowPlace> rows) {
        patiently();
        return jdbc.sql(TAKE_BACK)
                .param("load", load)
                .param("files", rows.stream().map(RowPlace::file).toArray(UUID[]::new))
                .param("rows", rows.stream().map(RowPlace::rowNo).toArray(Long[]::new))
                .query(Integer.class)
                .single();
    }

    /** A row by its file and its place there. */
    record RowPlace(UUID file, long rowNo) {}

    /** The next rows of a load that something became of, and their persons. */
    record Taken(UUID file, long rowNo, @Nullable UUID person) {}

    List<Taken> next(UUID load, int most) {
        return jdbc.sql(NEXT)
                .param("load", load)
                .param("most", most)
                .query(Rows.of(Taken.class))
                .list();
    }

    /** Persons of a load with whom somebody has worked since; a few of them. */
    List<Long> touched(UUID load, int most) {
        patiently();
        return jdbc.sql(LOAD_TOUCHED)
                .param("load", load)
                .param("most", most)
                .query((row, _) -> row.getLong("number"))
                .list();
    }

    /** Until the transaction ends: nobody waits for a page, and whoever searches for likely duplicates may have to end his step first. */
    private void patiently() {
        jdbc.sql(PATIENTLY).query(String.class).single();
    }

    void numberOn() {
        jdbc.sql(NUMBER_ON).query((_, _) -> Boolean.TRUE).list();
    }

    private static LoadedFile file(ResultSet row) throws SQLException {
        return new LoadedFile(
                row.getObject("id", UUID.class),
                row.getString("name"),
                OldTable.valueOf(row.getString("old_table")),
                List.of((String[]) row.getArray("columns").getArray()),
                row.getLong("rows"));
    }

    static final String FILES = """
            select id, name, old_table, columns, rows
              from old_file
             where load_id = :load and taken_out_at is null and whole and old_table in ('LGM_ENTRIES', 'NIR_CASES')
             order by put_at, id
            """;

    static final String PENDING = """
            select r.row_no, r.key, r.cells, r.whole
              from old_row r
             where r.file_id = :file and r.row_no > :after
               and not exists (select from old_outcome o where o.file_id = r.file_id and o.row_no = r.row_no)
             order by r.row_no
             limit :most
            """;

    static final String DONE = """
            select count(*) from old_outcome where load_id = :load
            """;

    static final String CARD = """
            select r.line, f.name, o.old_table, l.number, o.key, r.sha256, f.columns, r.cells, o.at, o.is_open, o.schengen, o.purpose_reached,
                   coalesce(a.name, '–') as by_name
              from old_outcome o
              join old_row r on r.file_id = o.file_id and r.row_no = o.row_no
              join old_file f on f.id = o.file_id
              join old_load l on l.id = o.load_id
              join person p on p.id = o.person_id
              left join account a on a.id = p.entered_by
             where o.file_id = :file and o.row_no = :row and o.person_id in (select * from records_of(:person))
            """;

    static final String COUNTS = """
            select o.old_table, case when o.outcome = 'REJECTED' then o.reason when p.head_id <> p.id then 'JOINED' else 'IMPORTED' end as what,
                   o.outcome = 'REJECTED' as is_rejected, count(*) as rows
              from old_outcome o
              left join person p on p.id = o.person_id
             where o.load_id = :load
             group by 1, 2, 3
             order by 1, 3, 4 desc, 2
            """;

    private static final String LISTED = """
            select o.file_id, f.name, o.row_no, o.key, o.reasons, o.person_id, p.number
              from old_outcome o
              join old_file f on f.id = o.file_id
              left join person p on p.id = o.person_id
             where o.load_id = :load
               and (cast(:after_file as uuid) is null or (o.file_id, o.row_no) > (cast(:after_file as uuid), cast(:after_row as bigint)))
            """;

    static final String REJECTED = LISTED + """
               and o.outcome = 'REJECTED' and o.reason = :reason
             order by o.file_id, o.row_no
             limit :most
            """;

    static final String TO_TAKE_UP = LISTED + """
               and o.outcome = 'IMPORTED' and case when :schengen then o.schengen else o.is_open end
             order by o.file_id, o.row_no
             limit :most
            """;

    static final String EACH_REJECTED = """
            select f.columns, r.cells, o.reasons
              from old_outcome o
              join old_file f on f.id = o.file_id
              join old_row r on r.file_id = o.file_id and r.row_no = o.row_no
             where o.load_id = :load and o.old_table = :table and o.outcome = 'REJECTED'
               and o.reason not in ('EXPIRED', 'SAME_ROW', 'REPLACED')
             order by f.put_at, o.file_id, o.row_no
            """;

    static final String WHOLE = """
            select exists (select 1 from old_outcome o where o.load_id = :load)
                   and not exists (select 1 from old_file f join old_row r on r.file_id = f.id
                                    where f.load_id = :load and f.taken_out_at is null and f.old_table in ('LGM_ENTRIES', 'NIR_CASES')
                                      and not exists (select 1 from old_outcome o where o.file_id = r.file_id and o.row_no = r.row_no))
                   as whole
            """;

    // By the folded number: what asks for a part of the number finds no index while rows are shown to those who act
    // only.
    static final String TAKEN = """
            with k as materialized (
                select a.key, left(a.folded, 100) as folded from unnest(cast(:keys as text[]), cast(:folded as text[])) as a (key, folded))
            select o.file_id, o.row_no, o.load_id, l.number, f.name, o.key, o.person_id, f.columns, r.cells
              from k
             cross join lateral (select o.file_id, o.row_no, o.load_id, o.key, o.person_id
                                   from old_outcome o
                                  where o.key_folded = k.folded and o.old_table = :table and o.outcome = 'IMPORTED'
                                    and left(o.key, 100) = left(k.key, 100)
                                  limit 1) o
              join old_load l on l.id = o.load_id
              join old_file f on f.id = o.file_id
              join old_row r on r.file_id = o.file_id and r.row_no = o.row_no
            """;

    // Acts since then are read once: no index of their persons is used while entries are shown to those who act only.
    static final String TOUCHED = """
            with acts as materialized (
                select a.id, max(e.at) as at
                  from entry e
                 cross join unnest(e.persons) a (id)
                 where e.at >= (select min(entered_at) from person where id = any(:persons))
                   and e.kind = 'act' and e.operation not in ('TakeOverRows', 'TakeBackRows') and a.id = any(:persons)
                 group by a.id)
            select p.id
              from person p
              left join acts on acts.id = p.id
             where p.id = any(:persons)
               and (p.head_id <> p.id or exists (select from person m where m.head_id = p.id and m.id <> p.id) or acts.at >= p.entered_at)
            """;

    static final String ADD = """
            insert into old_outcome (file_id, row_no, load_id, old_table, key, key_folded, outcome, reason, reasons, person_id, decision_id, is_open,
                                     schengen, purpose_reached, at)
            select r.file_id, r.row_no, :load, :table, r.key, left(r.key_folded, 100), r.outcome, r.reason, r.reasons, r.person_id, r.decision_id, r.is_open,
                   r.schengen, r.purpose_reached, :at
              from jsonb_populate_recordset(cast(null as old_outcome), cast(:rows as jsonb)) r
            """;

    static final String TAKE_BACK = """
            select take_back_old_rows(:load, cast(:files as uuid[]), cast(:rows as bigint[])) as gone
            """;

    static final String NEXT = """
            select file_id as file, row_no, person_id as person
              from old_outcome
             where load_id = :load
             limit :most
            """;

    static final String LOAD_TOUCHED = """
            select p.number
              from old_load_touched(:load, :most) t
              join person p on p.id = t
             order by p.number
            """;

    static final String PATIENTLY = """
            select set_config('statement_timeout', '60s', true)
            """;

    static final String NUMBER_ON = """
            select persons_numbered_on()
            """;
}
