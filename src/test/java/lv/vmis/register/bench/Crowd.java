package lv.vmis.register.bench;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Makes a register of a demo's size as large as wanted: each record many times over, with everything that hangs on it, under other
 * keys, numbers, names and dates of birth. Their files, printed decisions, alerts and journal entries are not repeated.
 */
final class Crowd {

    private static final List<String> TABLES = List.of(
            "person",
            "identity",
            "nationality",
            "document",
            "address",
            "kinship",
            "mark",
            "remark",
            "vulnerability",
            "warning",
            "return_case",
            "finding",
            "handover",
            "detention",
            "detention_title",
            "placement",
            "alternative_measure",
            "decision",
            "service",
            "safeguard",
            "departure",
            "removal_step",
            "ban",
            "ban_review",
            "follow_up",
            "follow_up_service",
            "remedy",
            "likeness",
            "likeness_verdict",
            "person_link");

    private static final String KEY = "md5(%s::text || k)::uuid";

    /** The lower key of a pair stands first. */
    private static final String PAIR = KEY.formatted("one_id") + ", " + KEY.formatted("other_id");

    /** One of seventy. */
    private static final String SYLLABLE =
            "substr('bdfgklmnprstvz', 1 + k % 14, 1) || substr('aeiou', 1 + k / 14 % 5, 1)";

    /** Within nineteen years; a date known in part stays as it is. */
    private static final String SHIFTED =
            "case when birth_earliest = birth_latest then %s + (k * 37 %% 7000 - 3500) else %s end";

    /** What is no key and yet differs from copy to copy. */
    private static final Map<String, String> OTHERWISE = Map.ofEntries(
            Map.entry("identity.family_name", "family_name || " + SYLLABLE),
            Map.entry("identity.name_key", "name_key || upper(" + SYLLABLE + ")"),
            Map.entry(
                    "identity.birth_date",
                    "case when birth_earliest = birth_latest and left(birth_date, 1) <> '~'"
                            + " then to_char(birth_earliest + (k * 37 % 7000 - 3500), 'YYYY-MM-DD') else birth_date end"),
            Map.entry("identity.birth_earliest", SHIFTED.formatted("birth_earliest", "birth_earliest")),
            Map.entry("identity.birth_latest", SHIFTED.formatted("birth_latest", "birth_latest")),
            // The centres have no more places: whoever is held is held once, his copies were released.
            Map.entry("detention.released_at", "coalesce(released_at, detained_at + interval '1 day')"),
            Map.entry("detention.release_reason", "coalesce(release_reason, 'ALTERNATIVE')"),
            Map.entry("detention.released_by", "coalesce(released_by, entered_by)"),
            Map.entry("detention.release_noted_at", "coalesce(release_noted_at, detained_at + interval '1 day')"),
            Map.entry("likeness.one_id", "least(" + PAIR + ")"),
            Map.entry("likeness.other_id", "greatest(" + PAIR + ")"),
            Map.entry("likeness_verdict.one_id", "least(" + PAIR + ")"),
            Map.entry("likeness_verdict.other_id", "greatest(" + PAIR + ")"),
            Map.entry("document.number", "number || k"),
            Map.entry("document.number_key", "number_key || k"),
            Map.entry("return_case.number", "left(number, 7) || (substr(number, 8)::bigint + k * 1000000)"),
            Map.entry("follow_up.number", "number || k"),
            Map.entry("decision.number_in_year", "number_in_year + k * 100000"),
            // A minister's has the number he gave it.
            Map.entry(
                    "decision.number",
                    "coalesce(regexp_replace(number, '[0-9]+$', '') || (number_in_year + k * 100000), number || '-' || k)"));

    private final Connection connection;

    Crowd(Connection connection) {
        this.connection = connection;
    }

    /** Copies each record so many times. */
    void multiply(int copies) throws SQLException {
        try (var statement = connection.createStatement()) {
            // Keys lead to rows that come later; what the triggers keep is kept by copying all of it.
            statement.execute("set session_replication_role = replica");
            for (var table : TABLES) {
                statement.execute(INSERT.formatted(
                        table,
                        String.join(", ", columns(table)),
                        String.join(
                                ", ",
                                columns(table).stream()
                                        .map(column -> value(table, column))
                                        .toList()),
                        table,
                        copies));
            }
            statement.execute("set session_replication_role = origin");
            statement.execute("vacuum analyze");
        }
    }

    private List<String> columns(String table) throws SQLException {
        var columns = new ArrayList<String>();
        try (var query = connection.prepareStatement(COLUMNS)) {
            query.setString(1, table);
            try (var found = query.executeQuery()) {
                while (found.next()) {
                    columns.add(found.getString(1));
                }
            }
        }
        return columns;
    }

    private static String value(String table, String column) {
        var otherwise = OTHERWISE.get(table + "." + column);
        if (otherwise != null) {
            return otherwise;
        }
        return column.equals("id") || column.endsWith("_id") ? KEY.formatted(column) : column;
    }

    static final String COLUMNS = """
            select column_name from information_schema.columns
             where table_schema = 'public' and table_name = ? and is_identity = 'NO' and is_generated = 'NEVER'
             order by ordinal_position
            """;

    static final String INSERT = """
            insert into %s (%s)
            select %s from %s, generate_series(1, %d) k
            """;
}
