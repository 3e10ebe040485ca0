package lv.vmis.register.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Map;
import lv.vmis.register.support.PlainBrowser;
import lv.vmis.register.support.RegisterTest;
import lv.vmis.register.support.Samples;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

/** An older decision whose finding was never entered can be read and carried out like any other. */
@RegisterTest
class DecisionWithoutFindingTest {

    private final Samples samples;
    private final int port;

    DecisionWithoutFindingTest(JdbcClient jdbc, PlatformTransactionManager transactions, @LocalServerPort int port) {
        this.samples = new Samples(jdbc, transactions);
        this.port = port;
    }

    @Test
    void its_pages_open_and_its_forms_answer() {
        var person = samples.person("Senākova", "Anna", "1990-03-12", "VNM");
        var decision = samples.decision(person, LocalDate.of(2020, 1, 1));
        var browser = new PlainBrowser(port);
        browser.signIn("inspektore");
        browser.get("/purpose?person=" + person);
        browser.post(
                "/purpose",
                Map.of("purpose", "FINDING", "reason", "Pārbaude", "person", person.toString(), "back", "/"));

        for (var page : new String[] {"", "/service", "/departure"}) {
            assertThat(browser.get("/decisions/" + decision + page).statusCode())
                    .as(page)
                    .isEqualTo(200);
        }
        var refused = browser.post("/decisions/" + decision + "/departure", Map.of("departedOn", "rīt"));
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("value=\"rīt\"");
    }
}
