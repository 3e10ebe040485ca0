package lv.vmis.register.legacy.reconciling;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import lv.vmis.register.kernel.Rows;
import lv.vmis.register.legacy.export.OldTable;
import lv.vmis.register.legacy.reconciling.Reconciliation.Basis;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Rows of a load, what became of them and what the register says now, as stored; and where both differ. */
@Component
class RowsTakenOver {

    private final JdbcClient jdbc;

    RowsTakenOver(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A staged file that counts, whole or cut. */
    record StagedFile(
            UUID id, String name, OldTable table, List<String> columns, String sha256, long rows, boolean whole) {}

    /** A row and what became of it; nothing yet when the outcome is missing. */
    record TakenRow(
            long rowNo,
            @Nullable String key,
            List<String> cells,
            String sha256,
            boolean whole,
            @Nullable String reason,
            @Nullable UUID person,
            @Nullable UUID decision,
            boolean isJoined,
            @Nullable OffsetDateTime at) {

        boolean isTold() {
            return at != null;
        }
    }

    /** What the register says of the person a row became. */
    record Here(Map<KeptField, String> says, long bans, long documents, long addresses) {}

    /** A row that differs in a field. */
    record Difference(UUID fileId, long rowNo, KeptField field, boolean isExplained) {}

    List<StagedFile> files(UUID load) {
        return jdbc.sql(FILES)
                .param("load", load)
                .query((row, _) -> new StagedFile(
                        row.getObject("id", UUID.class),
                        row.getString("name"),
                        OldTable.valueOf(row.getString("old_table")),
                        texts(row.getArray("columns")),
                        row.getString("sha256"),
                        row.getLong("rows"),
                        row.getBoolean("whole")))
                .list();
    }

    List<TakenRow> after(UUID file, long after, int most) {
        return jdbc.sql(AFTER)
                .param("file", file)
                .param("after", after)
                .param("most", most)
                .query((row, _) -> row(row))
                .list();
    }

    /** Some rows of a file. */
    List<TakenRow> at(UUID file, Collection<Long> rows) {
        return jdbc.sql(AT)
                .param("file", file)
                .param("rows", rows.toArray(Long[]::new))
                .query((row, _) -> row(row))
                .list();
    }

    private static TakenRow row(ResultSet row) throws SQLException {
        return new TakenRow(
                row.getLong("row_no"),
                row.getString("key"),
                texts(row.getArray("cells")),
                row.getString("sha256"),
                row.getBoolean("whole"),
                row.getString("reason"),
                row.getObject("person_id", UUID.class),
                row.getObject("decision_id", UUID.class),
                row.getBoolean("joined"),
                row.getObject("at", OffsetDateTime.class));
    }

    /** What the register says of the persons of rows, by person. */
    Map<UUID, Here> here(Collection<TakenRow> rows) {
        var taken = rows.stream().filter(row -> row.person() != null).toList();
        var found = new HashMap<UUID, Here>();
        jdbc.sql(HERE)
                .param("persons", taken.stream().map(TakenRow::person).toArray(UUID[]::new))
                .param("decisions", taken.stream().map(TakenRow::decision).toArray(UUID[]::new))
                .query(row -> {
                    var says = new EnumMap<KeptField, String>(KeptField.class);
                    var documents = texts(row.getArray("documents"));
                    var addresses = texts(row.getArray("addresses"));
                    KeptField.put(says, KeptField.SURNAME, row.getString("family_name"));
                    KeptField.put(says, KeptField.BIRTH, row.getString("birth_date"));
                    KeptField.put(says, KeptField.SEX, row.getString("sex"));
                    KeptField.put(says, KeptField.PERSONAL_CODE, row.getString("personal_code"));
                    KeptField.put(says, KeptField.NATIONALITY, joined(texts(row.getArray("countries"))));
                    KeptField.put(says, KeptField.DOCUMENTS, joined(documents));
                    KeptField.put(says, KeptField.ADDRESSES, joined(addresses));
                    KeptField.put(says, KeptField.BAN_FROM, row.getString("ban_from"));
                    KeptField.put(says, KeptField.BAN_UNTIL, row.getString("ban_until"));
                    KeptField.put(says, KeptField.DECISION_NUMBER, row.getString("number"));
                    KeptField.put(says, KeptField.DECIDED_ON, row.getString("decided_on"));
                    found.put(
                            row.getObject("id", UUID.class),
                            new Here(says, row.getLong("bans"), documents.size(), addresses.size()));
                });
        return found;
    }

    private static String joined(List<String> values) {
        return KeptField.joined(values.stream());
    }

    Basis basis(UUID load) {
        return jdbc.sql(BASIS).param("load", load).query(Rows.of(Basis.class)).single();
    }

    /** Whether somebody has worked with a person of the load since. */
    boolean isWorkedWith(UUID load, OffsetDateTime since) {
        return jdbc.sql(WORKED_WITH)
                .param("load", load)
                .param("since", since)
                .query(Boolean.class)
                .single();
    }

    void add(UUID run, List<Difference> differences) {
        if (!differences.isEmpty()) {
            jdbc.sql(ADD)
                    .param("run", run)
                    .param("files", differences.stream().map(Difference::fileId).toArray(UUID[]::new))
                    .param("rows", differences.stream().map(Difference::rowNo).toArray(Long[]::new))
                    .param(
                            "fields",
                            words(differences.stream().map(one -> one.field().name())))
                    .param(
                            "why",
                            words(differences.stream()
                                    .map(one -> one.isExplained() ? "CHANGED_HERE" : "NOT_EXPLAINED")))
                    .update();
        }
    }

    /** Differences of a comparison behind a place: file, row, field. */
    List<Difference> differences(UUID run, @Nullable UUID afterFile, long afterRow, String afterField, int most) {
        return jdbc.sql(DIFFERENCES)
                .param("run", run)
                .param("file", afterFile, Types.OTHER)
                .param("row", afterRow)
                .param("field", afterField)
                .param("most", most)
                .query((row, _) -> new Difference(
                        row.getObject("file_id", UUID.class),
                        row.getLong("row_no"),
                        KeptField.valueOf(row.getString("field")),
                        row.getString("why").equals("CHANGED_HERE")))
                .list();
    }

    private static String[] words(Stream<String> words) {
        return words.toArray(String[]::new);
    }

    private static List<String> texts(@Nullable Array texts) throws SQLException {
        return texts == null ? List.of() : List.of(Objects.requireNonNull((String[]) texts.getArray()));
    }

    static final String FILES = """
            select id, name, old_table, columns, sha256, rows, whole
              from old_file
             where load_id = :load and taken_out_at is null and staged_at is not null
             order by put_at, id
            """;

    private static final String ROWS = """
            select r.row_no, r.key, r.cells, r.sha256, r.whole, o.reason, o.person_id, o.decision_id, o.at,
                   coalesce(p.head_id <> p.id, false) as joined
              from old_row r
              left join old_outcome o on o.file_id = r.file_id and o.row_no = r.row_no
              left join person p on p.id = o.person_id
            """;

    static final String AFTER = ROWS + """
             where r.file_id = :file and r.row_no > :after
             order by r.row_no
             limit :most
            """;

    static final String AT = ROWS + """
             where r.file_id = :file and r.row_no = any(:rows)
            """;

    static final String HERE = """
            select p.id, i.family_name, i.birth_date, i.sex, i.personal_code,
                   array(select n.country from nationality n where n.identity_id = i.id) as countries,
                   array(select d.type || ' ' || d.number || ' ' || d.issuer from document d where d.person_id = p.id) as documents,
                   array(select a.country || ' ' || a.text from address a where a.person_id = p.id) as addresses,
                   case when b.id is null then 0 else 1 end as bans,
                   b.starts_on::text as ban_from,
                   case when b.id is not null and b.ends_on is null and b.term_months is null then '∞' else b.ends_on::text end as ban_until,
                   d.number, d.decided_on::text as decided_on
              from unnest(cast(:persons as uuid[]), cast(:decisions as uuid[])) as w (person_id, decision_id)
              join person p on p.id = w.person_id
              left join identity i on i.person_id = p.id and i.kind = 'PRIMARY'
              left join decision d on d.id = w.decision_id
              left join ban b on b.decision_id = w.decision_id and b.territory = 'LV'
            """;

    static final String BASIS = """
            select (select coalesce(sum(f.rows), 0)::bigint from old_file f where f.load_id = :load and f.taken_out_at is null) as rows,
                   count(*) as outcomes, coalesce(extract(epoch from max(o.at)) * 1000000, 0)::bigint as newest,
                   count(*) filter (where p.head_id <> p.id) as joined
              from old_outcome o
              left join person p on p.id = o.person_id
             where o.load_id = :load
            """;

    static final String WORKED_WITH = """
            select exists (
                select 1
                  from entry e
                 cross join unnest(e.persons) as p (id)
                  join old_outcome o on o.person_id = p.id
                 where e.at > :since and e.kind = 'act' and e.operation <> 'TakeOverRows' and o.load_id = :load) as worked
            """;

    static final String ADD = """
            insert into old_difference (run, file_id, row_no, field, why)
            select :run, w.file_id, w.row_no, w.field, w.why
              from unnest(cast(:files as uuid[]), cast(:rows as bigint[]), cast(:fields as text[]), cast(:why as text[]))
                   as w (file_id, row_no, field, why)
            """;

    static final String DIFFERENCES = """
            select d.file_id, d.row_no, d.field, d.why
              from old_difference d
             where d.run = :run
               and (cast(:file as uuid) is null or (d.file_id, d.row_no, d.field) > (cast(:file as uuid), cast(:row as bigint), cast(:field as text)))
             order by d.file_id, d.row_no, d.field
             limit :most
            """;
}
