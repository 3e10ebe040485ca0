package lv.vmis.register.legacy.staging;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import lv.vmis.register.legacy.export.Finding;
import lv.vmis.register.legacy.export.FindingCode;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** What was found about files, as stored: how often each, and of each the first thousand. */
@Component
class FileFindings {

    /** A file with a wrong separator says the same of every row. */
    private static final long KEPT = 1_000;

    private static final int ROWS = 20;

    private final JdbcClient jdbc;
    private final JsonMapper json;

    FileFindings(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** How often each was found in a file so far. */
    final class Tally {

        private record Kind(FindingCode code, String field) {}

        private record Counted(String code, String field, long found) {}

        private record Kept(
                int place,
                String code,
                long row,
                long line,
                @Nullable String field,
                List<String> words) {}

        private final UUID file;
        private final Map<Kind, Long> before = new HashMap<>();
        private int places;

        private Tally(UUID file) {
            this.file = file;
            jdbc.sql(COUNTS)
                    .param("file", file)
                    .query((row, _) -> before.put(
                            new Kind(FindingCode.valueOf(row.getString("code")), row.getString("field")),
                            row.getLong("found")))
                    .list();
            places = jdbc.sql(PLACES).param("file", file).query(Integer.class).single();
        }

        /** Adds them within the transaction of the batch; the counts hold only once it is committed. */
        void add(List<Finding> findings) {
            if (findings.isEmpty()) {
                return;
            }
            var counts = new LinkedHashMap<Kind, Long>();
            var kept = new ArrayList<Kept>();
            for (var one : findings) {
                var kind = new Kind(one.code(), storable(one.field() == null ? "" : one.field()));
                var so = before.getOrDefault(kind, 0L) + counts.merge(kind, 1L, Long::sum);
                if (so <= KEPT) {
                    kept.add(new Kept(
                            ++places,
                            one.code().name(),
                            one.at().row(),
                            one.at().line(),
                            one.field() == null ? null : storable(one.field()),
                            one.words().stream().map(Tally::storable).toList()));
                }
            }
            jdbc.sql(ADD)
                    .param("file", file)
                    .param("findings", json.writeValueAsString(kept))
                    .update();
            jdbc.sql(COUNT)
                    .param("file", file)
                    .param(
                            "counts",
                            json.writeValueAsString(counts.entrySet().stream()
                                    .map(one -> new Counted(
                                            one.getKey().code().name(),
                                            one.getKey().field(),
                                            one.getValue()))
                                    .toList()))
                    .update();
            counts.forEach((kind, more) -> before.merge(kind, more, Long::sum));
        }

        private static String storable(String text) {
            return StagedRows.storable(text);
        }
    }

    Tally of(UUID file) {
        return new Tally(file);
    }

    /** Each with how often it was found, the gravest for the whole file first. */
    List<Found> all(UUID file) {
        return jdbc.sql(ALL)
                .param("file", file)
                .param("most", ROWS)
                .query((row, _) -> new Found(
                        FindingCode.valueOf(row.getString("code")),
                        row.getString("field").isEmpty() ? null : row.getString("field"),
                        row.getLong("found"),
                        row.getLong("line"),
                        List.of((String[]) row.getArray("words").getArray()),
                        List.of((Long[]) row.getArray("rows").getArray())))
                .list();
    }

    static final String COUNTS = """
            select code, field, found from old_finding_count where file_id = :file
            """;

    static final String PLACES = """
            select coalesce(max(place), 0) from old_finding where file_id = :file
            """;

    static final String ADD = """
            insert into old_finding (file_id, place, code, row_no, line, field, words)
            select cast(:file as uuid), f.place, f.code, f.row, f.line, f.field, f.words
              from jsonb_to_recordset(cast(:findings as jsonb))
                   as f (place integer, code text, row bigint, line bigint, field text, words text[])
            """;

    static final String COUNT = """
            insert into old_finding_count (file_id, code, field, found)
            select cast(:file as uuid), c.code, c.field, c.found
              from jsonb_to_recordset(cast(:counts as jsonb)) as c (code text, field text, found bigint)
            on conflict (file_id, code, field) do update set found = old_finding_count.found + excluded.found
            """;

    static final String ALL = """
            select c.code, c.field, c.found, f.line, f.words,
                   array(select distinct r.row_no from old_finding r
                          where r.file_id = c.file_id and r.code = c.code and coalesce(r.field, '') = c.field and r.row_no > 0
                          order by r.row_no
                          limit :most) as rows
              from old_finding_count c
              join lateral (
                   select o.line, o.words, o.row_no from old_finding o
                    where o.file_id = c.file_id and o.code = c.code and coalesce(o.field, '') = c.field
                    order by o.place
                    limit 1) f on true
             where c.file_id = :file
             order by (f.row_no = 0) desc, c.found desc, c.code, c.field
            """;
}
