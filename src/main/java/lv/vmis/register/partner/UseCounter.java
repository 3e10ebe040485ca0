package lv.vmis.register.partner;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import lv.vmis.register.edge.Clients.Beyond;
import lv.vmis.register.edge.Clients.Client;
import lv.vmis.register.kernel.Gathering;
import lv.vmis.register.kernel.RegisterClock;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Counts what is asked under each agreement and holds it to its limits, for all processes together: the count is a row that
 * one of them holds at a time. Calls that come together are counted together.
 */
@Component
class UseCounter implements DisposableBean {

    private static final int MOST = 256;

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Gathering<Asked, Optional<Beyond>> gathering = new Gathering<>("use", 1, MOST, this::counted);

    UseCounter(JdbcClient jdbc, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
    }

    private record Asked(Client client, String purpose, int questions, Instant now) {}

    private record Purposed(LocalDate day, String purpose) {}

    Optional<Beyond> count(Client client, String purpose, int questions, Instant now) {
        return gathering.ask(new Asked(client, purpose, questions, now));
    }

    @Override
    public void destroy() {
        gathering.close();
    }

    private List<Optional<Beyond>> counted(List<Asked> group) {
        // In one order everywhere, so that two processes never wait for each other.
        var byAgreement = new TreeMap<String, List<Asked>>();
        group.forEach(one -> byAgreement
                .computeIfAbsent(one.client().agreement(), _ -> new ArrayList<>())
                .add(one));
        var answers = new HashMap<Asked, Beyond>();
        transaction.executeWithoutResult(_ -> {
            // A count lost with the machine lets somebody ask a little more; waiting for the disk would slow everybody.
            jdbc.sql(DO_NOT_WAIT).query(String.class).single();
            byAgreement.forEach((agreement, asked) -> count(agreement, asked, answers));
        });
        return group.stream().map(one -> Optional.ofNullable(answers.get(one))).toList();
    }

    private void count(String agreement, List<Asked> group, Map<Asked, Beyond> beyond) {
        var now = group.getLast().now();
        var minute = now.truncatedTo(ChronoUnit.MINUTES);
        var day = now.atZone(RegisterClock.RIGA).toLocalDate();
        int inMinute = pace(agreement, minute, 0);
        int inDay = jdbc.sql(IN_DAY)
                .param("agreement", agreement)
                .param("day", day)
                .query(Integer.class)
                .single();
        int more = 0;
        var counted = new HashMap<Purposed, Integer>();
        for (var one : group) {
            if (isOver(one.client().perDay(), inDay + more + one.questions())) {
                beyond.put(
                        one,
                        new Beyond(
                                true,
                                seconds(
                                        now,
                                        day.plusDays(1)
                                                .atStartOfDay(RegisterClock.RIGA)
                                                .toInstant())));
            } else if (isOver(one.client().perMinute(), inMinute + more + one.questions())) {
                beyond.put(one, new Beyond(false, seconds(now, minute.plus(Duration.ofMinutes(1)))));
            } else {
                more += one.questions();
                counted.merge(new Purposed(day, one.purpose()), one.questions(), Integer::sum);
            }
        }
        if (more > 0) {
            pace(agreement, minute, more);
            counted.forEach((purposed, questions) -> jdbc.sql(USE)
                    .param("agreement", agreement)
                    .param("day", purposed.day())
                    .param("purpose", purposed.purpose())
                    .param("questions", questions)
                    .update());
        }
    }

    private int pace(String agreement, Instant minute, int more) {
        return Objects.requireNonNull(jdbc.sql(PACE)
                .param("agreement", agreement)
                .param("minute", OffsetDateTime.ofInstant(minute, ZoneOffset.UTC))
                .param("more", more)
                .query(Integer.class)
                .single());
    }

    private static boolean isOver(@Nullable Integer limit, int questions) {
        return limit != null && questions > limit;
    }

    private static long seconds(Instant now, Instant until) {
        return Math.max(1, Duration.between(now, until).plusMillis(999).toSeconds());
    }

    static final String DO_NOT_WAIT = """
            select set_config('synchronous_commit', 'off', true)
            """;

    static final String PACE = """
            insert into agreement_pace as known (agreement, minute, questions)
            values (:agreement, :minute, :more)
            on conflict (agreement) do update
               set minute = greatest(known.minute, excluded.minute),
                   questions = excluded.questions
                               + case when known.minute >= excluded.minute then known.questions else 0 end
            returning questions
            """;

    static final String IN_DAY = """
            select coalesce(sum(questions), 0)
              from agreement_use
             where agreement = :agreement and day = :day
            """;

    static final String USE = """
            insert into agreement_use as known (agreement, day, purpose, questions)
            values (:agreement, :day, :purpose, :questions)
            on conflict (agreement, day, purpose) do update
               set questions = known.questions + excluded.questions
            """;
}
