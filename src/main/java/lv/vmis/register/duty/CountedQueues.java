package lv.vmis.register.duty;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import lv.vmis.register.kernel.Actor;
import lv.vmis.register.kernel.Right;
import lv.vmis.register.kernel.Rows;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Queues of which the desktop shows how many wait, and not for whom: their own lists say that. */
@Component
class CountedQueues {

    record Counted(long total, @Nullable Instant oldest, long late) {}

    private final JdbcClient jdbc;

    CountedQueues(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Those of the official.
     *
     * @param late how many notices are late
     */
    Stream<Queue> of(Actor by, long late, LocalDate today) {
        var queues = new ArrayList<Queue>();
        if (by.may(Right.ENTER_FINDING)) {
            queues.add(travellers(by.institution()));
        }
        if (by.may(Right.ENTER_NOTICE)) {
            queues.add(notices(late));
        }
        if (by.may(Right.KEEP_ALERTS)) {
            queues.add(alerts(today));
        }
        return queues.stream();
    }

    /** Travellers whom somebody at the border has handed over and no inspector has taken. */
    private Queue travellers(String institution) {
        return queue("travellers", "/check/requests", TRAVELLERS, Map.of("institution", institution));
    }

    /** Notices that are not entered yet. */
    private Queue notices(long late) {
        return queue("notices", "/notices", NOTICES, Map.of("late", late));
    }

    /** Questions and hits of other States that nobody has answered. */
    private Queue alerts(LocalDate today) {
        return queue("alerts", "/sis", ALERTS, Map.of("today", today));
    }

    private Queue queue(String key, String all, String sql, Map<String, Object> values) {
        var counted = jdbc.sql(sql).params(values).query(Rows.of(Counted.class)).single();
        return new Queue(key, all, counted.total(), counted.oldest(), counted.late(), List.of());
    }

    static final String TRAVELLERS = """
            select count(*) as total, min(r.at) as oldest, 0 as late
              from inspector_request r
             where r.institution = :institution and r.taken_at is null
            """;

    static final String NOTICES = """
            select count(*) as total, min(n.received_at) as oldest, cast(:late as bigint) as late
              from notice n
             where n.handled_at is null
            """;

    static final String ALERTS = """
            select count(*) as total, min(w.since) as oldest, count(*) filter (where w.due_on < :today) as late
              from (select c.asked_at as since, c.due_on
                      from alert_consultation c
                     where c.direction = 'IN' and c.answer is null and c.ended_on is null
                    union all
                    select n.received_at, null
                      from alert_notice n
                     where n.answer is null) w
            """;
}
