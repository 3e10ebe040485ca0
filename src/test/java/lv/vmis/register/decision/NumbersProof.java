package lv.vmis.register.decision;

import static lv.vmis.register.support.DecisionSamples.as;
import static lv.vmis.register.support.DecisionSamples.done;
import static lv.vmis.register.support.DecisionSamples.official;
import static lv.vmis.register.support.DecisionSamples.order;
import static lv.vmis.register.support.DecisionSamples.removal;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import lv.vmis.register.kernel.RegisterClock;
import lv.vmis.register.support.DecisionSamples;
import lv.vmis.register.support.ManyCases;
import lv.vmis.register.support.RegisterTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What takes too long for every build: {@code ./register prove numbers}. It prints the line of the table in docs/proofs.md. The
 * signatures are of a past day, for which a demo prints nothing: the numbers are tried, not the printing.
 */
@RegisterTest
class NumbersProof {

    private static final int DECISIONS = 10_000;
    private static final int PERSONS = 50;
    private static final int THREADS = 8;
    private static final Instant SIGNED = Instant.parse("2019-05-06T07:00:00Z");

    private final DecisionSamples samples;
    private final SignDecision sign;
    private final ManyCases many;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    NumbersProof(
            DecisionSamples samples,
            SignDecision sign,
            @Qualifier("migrations") DataSource owner,
            JdbcClient jdbc,
            PlatformTransactionManager transactions) {
        this.samples = samples;
        this.sign = sign;
        this.many = new ManyCases(owner);
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
    }

    @Test
    void ten_thousand_signed_at_once_have_each_a_number_and_no_gap() throws Exception {
        var inspector = official("inspektore");
        var decider = official("vrs.vaditajs");
        for (var i = 0; i < PERSONS; i++) {
            samples.toSign(i % 2 == 0 ? order() : removal(), inspector);
        }
        many.copy(DECISIONS / PERSONS - 1);
        var drafts =
                samples.reading(() -> jdbc.sql("select id from decision where signed_at is null order by md5(id::text)")
                        .query((row, _) -> row.getObject("id", UUID.class))
                        .list());
        assertThat(drafts).hasSize(DECISIONS);
        var lost = new AtomicInteger();
        var begun = System.nanoTime();
        try (var pool = Executors.newFixedThreadPool(THREADS)) {
            var runs = drafts.stream()
                    .map(id -> pool.submit(() -> RegisterClock.at(SIGNED, () -> {
                        // Every fifth signature is lost once, as when the machine stops before the end.
                        if (id.hashCode() % 5 == 0) {
                            as(
                                    decider,
                                    () -> transaction.execute(status -> {
                                        done(sign.run(new SignDecision.Input(id, 1), decider));
                                        status.setRollbackOnly();
                                        return lost.incrementAndGet();
                                    }));
                        }
                        return as(decider, () -> done(sign.run(new SignDecision.Input(id, 1), decider)));
                    })))
                    .toList();
            for (var run : runs) {
                run.get();
            }
        }
        var took = (System.nanoTime() - begun) / 1_000_000_000;

        var numbers = samples.reading(() -> jdbc.sql("""
                        select number_in_year from decision where institution = 'VRS' and number_year = 2019 order by 1
                        """).query(Integer.class).list());
        assertThat(numbers)
                .isEqualTo(IntStream.rangeClosed(1, DECISIONS).boxed().toList());
        System.out.printf(
                "| %s | %d | %d | %d | 0 | 0 | %d s |%n",
                LocalDate.now(ZoneId.of("Europe/Riga")), DECISIONS, THREADS, lost.get(), took);
    }
}
