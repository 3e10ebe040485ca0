package lv.vmis.register.support;

import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The demo officials of tests have accepted the usage rules, so that tests of other things meet their pages. */
@Order(1000)
final class RulesAccepted implements ApplicationRunner {

    private final JdbcClient jdbc;

    RulesAccepted(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        jdbc.sql("update account set rules_accepted = :version, rules_accepted_at = now() where demo")
                .param("version", "2026-11-23")
                .update();
    }
}
