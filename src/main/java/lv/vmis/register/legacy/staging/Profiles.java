package lv.vmis.register.legacy.staging;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import lv.vmis.register.kernel.Rows;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** What staged files look like, as stored. */
@Component
class Profiles {

    private final JdbcClient jdbc;
    private final JsonMapper json;

    Profiles(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    void add(UUID file, Profiling.Keys keys, List<ProfiledColumn> columns, Instant at) {
        jdbc.sql(ADD)
                .param("file", file)
                .param("no_key", keys.noKey())
                .param("repeated", keys.repeated())
                .param("elsewhere", keys.elsewhere())
                .param("repeated_first", keys.first().toArray(Long[]::new))
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
        for (var one : columns) {
            jdbc.sql(ADD_COLUMN)
                    .param("file", file)
                    .param("place", one.place())
                    .param("name", one.name())
                    .param("field", one.field(), Types.VARCHAR)
                    .param("filled", one.filled())
                    .param("empty", one.empty())
                    .param("distinct", one.distinct())
                    .param("shortest", one.shortest())
                    .param("longest", one.longest())
                    .param("longest_row", one.longestRow())
                    .param("read", one.read())
                    .param("unread", one.unread())
                    .param("common", json.writeValueAsString(one.common()))
                    .param("shapes", json.writeValueAsString(one.shapes()))
                    .param("remarks", json.writeValueAsString(one.remarks()))
                    .update();
        }
    }

    Optional<FileProfile> find(UUID file) {
        return jdbc.sql(FIND)
                .param("file", file)
                .query(Rows.of(FileProfile.class))
                .optional();
    }

    List<ProfiledColumn> columns(UUID file) {
        return jdbc.sql(COLUMNS)
                .param("file", file)
                .query((row, _) -> column(row))
                .list();
    }

    private ProfiledColumn column(ResultSet row) throws SQLException {
        return new ProfiledColumn(
                row.getInt("place"),
                row.getString("name"),
                row.getString("field"),
                row.getLong("filled"),
                row.getLong("empty"),
                row.getLong("distinct_about"),
                row.getInt("shortest"),
                row.getInt("longest"),
                row.getLong("longest_row"),
                row.getLong("read"),
                row.getLong("unread"),
                json.readValue(row.getString("common"), new TypeReference<>() {}),
                json.readValue(row.getString("shapes"), new TypeReference<>() {}),
                json.readValue(row.getString("remarks"), new TypeReference<>() {}));
    }

    static final String ADD = """
            insert into old_profile (file_id, no_key, repeated, elsewhere, repeated_first, made_at)
            values (:file, :no_key, :repeated, :elsewhere, :repeated_first, :at)
            """;

    static final String ADD_COLUMN = """
            insert into old_profile_column (file_id, place, name, field, filled, empty, distinct_about, shortest, longest, longest_row,
                                            read, unread, common, shapes, remarks)
            values (:file, :place, :name, :field, :filled, :empty, :distinct, :shortest, :longest, :longest_row, :read, :unread,
                    cast(:common as jsonb), cast(:shapes as jsonb), cast(:remarks as jsonb))
            """;

    static final String FIND = """
            select no_key, repeated, elsewhere, made_at from old_profile where file_id = :file
            """;

    static final String COLUMNS = """
            select place, name, field, filled, empty, distinct_about, shortest, longest, longest_row, read, unread, common, shapes, remarks
              from old_profile_column
             where file_id = :file
             order by place
            """;
}
