package lv.vmis.register.edge;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import lv.vmis.register.kernel.RegisterClock;
import lv.vmis.register.kernel.Role;
import lv.vmis.register.support.RegisterTest;
import lv.vmis.register.support.Someone;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@RegisterTest
class DenialsTest {

    private static final String OPERATION = "api flood-of-a-test";

    private final Denials denials;
    private final JdbcClient jdbc;
    private final Clock clock;
    private final TransactionTemplate transaction;

    DenialsTest(Denials denials, JdbcClient jdbc, Clock clock, PlatformTransactionManager transactions) {
        this.denials = denials;
        this.jdbc = jdbc;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    @Test
    void a_flood_of_wrong_keys_does_not_fill_the_journal_and_is_counted() throws Exception {
        var now = clock.instant();
        RegisterClock.at(now, () -> {
            for (var i = 0; i < Denials.ONE_BY_ONE + 500; i++) {
                denials.record(Denials.nobody("192.0.2." + i % 250), OPERATION);
            }
            denials.writeWhatEnded();
            return true;
        });
        assertThat(entries()).hasSize(Denials.ONE_BY_ONE).containsOnlyNulls();

        RegisterClock.at(now.plus(Duration.ofSeconds(61)), () -> {
            denials.writeWhatEnded();
            denials.record(Denials.nobody("192.0.2.1"), OPERATION);
            denials.writeWhatEnded();
            return true;
        });
        assertThat(entries()).hasSize(Denials.ONE_BY_ONE + 2).containsOnlyOnce("500");
    }

    /** How many more calls each entry stands for. */
    private List<String> entries() {
        return Someone.as(
                Someone.of(Role.AUDITOR),
                () -> Objects.requireNonNull(transaction.execute(_ -> jdbc.sql(
                                "select payload ->> 'more' from entry where operation = :operation and decision = 'deny'")
                        .param("operation", OPERATION)
                        .query(String.class)
                        .list())));
    }
}
