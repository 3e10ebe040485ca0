package lv.vmis.register.duty;

import java.sql.Types;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import lv.vmis.register.kernel.Actor;
import lv.vmis.register.kernel.Ids;
import lv.vmis.register.kernel.Rows;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Feeds for calendars, as stored. */
@Component
class CalendarFeeds {

    private final JdbcClient jdbc;

    CalendarFeeds(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** One that has not ended. */
    Optional<CalendarFeed> find(UUID id) {
        return jdbc.sql(FIND).param("id", id).query(Rows.of(CalendarFeed.class)).optional();
    }

    List<CalendarFeed> of(UUID account) {
        return jdbc.sql(OF_ACCOUNT)
                .param("account", account)
                .query(Rows.of(CalendarFeed.class))
                .list();
    }

    /** False when the official has such a feed. */
    boolean add(@Nullable String unit, Actor by, Instant now) {
        return jdbc.sql(ADD)
                        .param("id", Ids.next())
                        .param("account", by.account())
                        .param("institution", by.institution())
                        .param("unit", unit, Types.VARCHAR)
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    boolean end(UUID id, UUID account, Instant now) {
        return jdbc.sql(END)
                        .param("id", id)
                        .param("account", account)
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    static final String FIND = """
            select id, account, institution, unit, made_at from calendar_feed where id = :id and ended_at is null
            """;

    static final String OF_ACCOUNT = """
            select id, account, institution, unit, made_at
              from calendar_feed
             where account = :account and ended_at is null
             order by made_at
            """;

    static final String ADD = """
            insert into calendar_feed (id, account, institution, unit, made_at)
            values (:id, :account, :institution, :unit, :now)
            on conflict do nothing
            """;

    static final String END = """
            update calendar_feed
               set ended_at = :now
             where id = :id and account = :account and ended_at is null
            """;
}
