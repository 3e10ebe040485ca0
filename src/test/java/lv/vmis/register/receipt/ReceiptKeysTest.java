package lv.vmis.register.receipt;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import lv.vmis.register.edge.Seals;
import lv.vmis.register.support.RegisterTest;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

@RegisterTest
class ReceiptKeysTest {

    private static final int DAYS = 365;

    private final JdbcClient jdbc;
    private final Seals seals;
    private final Clock clock;
    private final PlatformTransactionManager transactions;

    ReceiptKeysTest(JdbcClient jdbc, Seals seals, Clock clock, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.seals = seals;
        this.clock = clock;
        this.transactions = transactions;
    }

    /** A node that remembers nothing. */
    private ReceiptKeys node(int days) {
        return new ReceiptKeys(jdbc, seals, clock, days, transactions);
    }

    @Test
    void a_key_signs_for_its_time_and_stays_published_when_another_takes_its_place() {
        var first = node(DAYS).current().kid();
        assertThat(node(DAYS).current().kid()).as("the same on every node").isEqualTo(first);

        var next = node(0);
        assertThat(next.current().kid()).as("its time is over").isNotEqualTo(first);
        assertThat(node(DAYS).current().kid()).isEqualTo(next.current().kid());
        assertThat(next.all())
                .filteredOn(key -> key.kid().equals(first))
                .singleElement()
                .satisfies(old -> assertThat(old.retiredAt()).isNotNull());
        assertThat(jdbc.sql("select count(*) from receipt_key where kid = :kid and secret is not null")
                        .param("kid", first)
                        .query(Integer.class)
                        .single())
                .as("nobody signs with it again")
                .isZero();
    }
}
