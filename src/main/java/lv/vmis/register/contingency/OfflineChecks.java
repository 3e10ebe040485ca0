package lv.vmis.register.contingency;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import lv.vmis.register.check.CheckSlip;
import lv.vmis.register.kernel.Actor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Checks made without network, as stored. */
@Component
class OfflineChecks {

    private static final int SHOWN = 200;

    private final JdbcClient jdbc;

    OfflineChecks(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    boolean isEntered(UUID device, UUID queue, int place) {
        return jdbc.sql(IS_ENTERED)
                .param("device", device)
                .param("queue", queue)
                .param("place", place)
                .query(Boolean.class)
                .single();
    }

    void add(
            EnterOfflineCheck.Input in,
            UUID entry,
            String asked,
            CheckSlip.@Nullable Verdict now,
            List<UUID> persons,
            Actor by,
            Instant at) {
        var made = in.check();
        jdbc.sql(ADD)
                .param("device", in.device().id())
                .param("queue", in.queue())
                .param("place", in.place())
                .param("entry", entry)
                .param("list", made.list())
                .param("checked_at", made.at().atOffset(ZoneOffset.UTC))
                .param("inspector", made.inspector())
                .param("verdict", made.verdict().name())
                .param("verdict_now", now == null ? null : now.name(), java.sql.Types.VARCHAR)
                .param("asked", asked)
                .param("persons", persons.toArray(UUID[]::new))
                .param("by", by.account())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Those first whom the register would not have let pass, then the newest. */
    List<OfflineRow> newest() {
        return jdbc.sql(NEWEST).param("most", SHOWN).query((row, _) -> row(row)).list();
    }

    private static OfflineRow row(ResultSet row) throws SQLException {
        var now = (@Nullable String) row.getString("verdict_now");
        return new OfflineRow(
                row.getObject("entry", UUID.class),
                row.getString("device"),
                row.getInt("list_number"),
                row.getObject("checked_at", OffsetDateTime.class),
                row.getString("inspector"),
                CheckSlip.Verdict.valueOf(row.getString("verdict")),
                now == null ? null : CheckSlip.Verdict.valueOf(now),
                row.getString("asked"),
                List.of((UUID[]) row.getArray("persons").getArray()),
                row.getObject("entered_at", OffsetDateTime.class));
    }

    static final String IS_ENTERED = """
            select exists (select 1 from offline_check where device_id = :device and queue = :queue and place = :place)
            """;

    static final String ADD = """
            insert into offline_check (device_id, queue, place, entry, list_number, checked_at, inspector, verdict, verdict_now,
                                       asked, persons, entered_by, entered_at)
            values (:device, :queue, :place, :entry, :list, :checked_at, :inspector, :verdict, :verdict_now,
                    :asked, :persons, :by, :at)
            """;

    static final String NEWEST = """
            select c.entry, d.name as device, c.list_number, c.checked_at, c.inspector, c.verdict, c.verdict_now, c.asked,
                   c.persons, c.entered_at
              from offline_check c
              join contingency_device d on d.id = c.device_id
             order by (c.verdict = 'NO_BAN' and c.verdict_now <> 'NO_BAN') desc nulls last, c.checked_at desc, c.queue, c.place
             limit :most
            """;
}
