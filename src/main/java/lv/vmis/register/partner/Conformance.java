package lv.vmis.register.partner;

import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import lv.vmis.register.kernel.Rows;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What a system has shown within the last hour that it can do, as the journal tells: its own trial of its connection. */
@Component
class Conformance {

    private static final Duration PAST = Duration.ofHours(1);

    private final JdbcClient jdbc;
    private final Clock clock;

    Conformance(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    List<TriedStep> of(UUID client) {
        var now = clock.instant();
        var calls = jdbc.sql(CALLS)
                .param("client", client)
                .param("from", now.minus(PAST).atOffset(ZoneOffset.UTC))
                .query(Rows.of(TrialStep.Calls.class))
                .single();
        return Arrays.stream(TrialStep.values())
                .map(step -> new TriedStep(step, step.isDone(calls)))
                .toList();
    }

    static final String CALLS = """
            with own as (
                select e.request, e.operation, e.kind, date_trunc('minute', e.at) as minute, e.at
                  from entry e
                 where e.at >= :from and e.actor = :client
            ), refused as (
                select minute, count(*) as times, max(at) as at
                  from own
                 where operation = 'api too-fast'
                 group by minute
            )
            select (select count(*) from own where kind = 'look' and operation = 'check') as checks,
                   (select coalesce(max(n), 0)
                      from (select count(*) as n from own where kind = 'look' and operation = 'check' group by request) c) as most,
                   (select count(*) from own where operation in ('api permission-other', 'api permission-missing')) as permissions,
                   (select count(*) from own where operation in ('api purpose-other', 'api purpose-missing')) as purposes,
                   (select count(*) from own where operation = 'api case-missing') as cases,
                   (select count(*)
                      from refused r
                     where r.times = 1
                       and exists (select 1 from own o where o.kind = 'look' and o.minute > r.minute)
                       and not exists (select 1 from own o where o.minute = r.minute and o.at > r.at)) as waits
            """;
}
