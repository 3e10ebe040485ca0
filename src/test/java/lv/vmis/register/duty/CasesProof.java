package lv.vmis.register.duty;

import static lv.vmis.register.support.DecisionSamples.official;
import static lv.vmis.register.support.DecisionSamples.order;
import static lv.vmis.register.support.DecisionSamples.removal;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import lv.vmis.register.support.DecisionSamples;
import lv.vmis.register.support.ManyCases;
import lv.vmis.register.support.RegisterTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What takes too long for every build: {@code ./register prove cases}. It prints the line of the table in docs/proofs.md. */
@RegisterTest
class CasesProof {

    private static final int CASES = 100_000;
    private static final int KINDS = 5;

    /** One for each processor of the smallest machine. */
    private static final int CONNECTIONS = 2;

    private final DecisionSamples samples;
    private final ManyCases many;
    private final JdbcClient jdbc;

    CasesProof(DecisionSamples samples, @Qualifier("migrations") DataSource owner, JdbcClient jdbc) {
        this.samples = samples;
        this.many = new ManyCases(owner);
        this.jdbc = jdbc;
    }

    @Test
    void a_hundred_thousand_open_cases_are_settled_within_a_minute() throws Exception {
        var inspector = official("inspektore");
        var decider = official("vrs.vaditajs");
        for (var i = 0; i < 10; i++) {
            samples.open(inspector);
            samples.toSign(order(), inspector);
            samples.signed(removal(), inspector, decider);
            samples.served(order(), inspector, decider);
            samples.served(removal(), inspector, decider);
        }
        many.copy(CASES / (10 * KINDS) - 1);

        var took = settled();
        var again = settled();

        var steps = samples.reading(() -> jdbc.sql("select next_step, count(*) from return_case group by 1 order by 1")
                .query((row, _) -> row.getString(1) + " " + row.getInt(2))
                .list());
        var each = CASES / KINDS;
        assertThat(steps)
                .containsExactly("DECIDE " + each, "LEAVE " + each, "REMOVE " + each, "SERVE " + each, "SIGN " + each);
        System.out.printf(
                "| %s | %d | %.1f s | %.1f s |%n",
                LocalDate.now(ZoneId.of("Europe/Riga")), CASES, took / 1000.0, again / 1000.0);
        assertThat(took).isLessThanOrEqualTo(60_000);
    }

    /** Settles all, a part of them over each connection, and says how long it took in milliseconds. */
    private long settled() throws Exception {
        var begun = System.nanoTime();
        try (var pool = Executors.newFixedThreadPool(CONNECTIONS)) {
            var parts = IntStream.range(0, CONNECTIONS)
                    .<Callable<Long>>mapToObj(part -> () -> many.all(List.of(
                            "select set_config('register.actor', 'proof', true)",
                            "select settle_case(id) from return_case where abs(hashtext(id::text)) % " + CONNECTIONS
                                    + " = " + part)))
                    .toList();
            for (var done : pool.invokeAll(parts)) {
                done.get();
            }
        }
        return (System.nanoTime() - begun) / 1_000_000;
    }
}
