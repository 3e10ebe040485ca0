package lv.vmis.register.database;

import static org.assertj.core.api.Assertions.assertThat;

import javax.sql.DataSource;
import lv.vmis.register.support.RegisterTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;

@RegisterTest
class DatabaseTest {

    private final JdbcClient owner;
    private final JdbcClient application;

    DatabaseTest(@Qualifier("migrations") DataSource owner, JdbcClient application) {
        this.owner = JdbcClient.create(owner);
        this.application = application;
    }

    /** The lock of all migrations idles in a transaction while another connection migrates a table of millions. */
    @Test
    void a_migration_may_take_as_long_as_it_needs_and_an_official_may_not() {
        assertThat(idling(owner)).isEqualTo("0");
        assertThat(idling(application)).isEqualTo("1min");
    }

    private static String idling(JdbcClient database) {
        return database.sql("show idle_in_transaction_session_timeout")
                .query(String.class)
                .single();
    }
}
