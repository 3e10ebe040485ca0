package lv.vmis.register.duty;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import lv.vmis.register.support.DecisionSamples;
import lv.vmis.register.support.PlainBrowser;
import lv.vmis.register.support.RegisterTest;
import lv.vmis.register.support.SomeForeigner;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The list of open cases asked for the name of a person. */
@RegisterTest
class NamedCasesTest {

    private final DecisionSamples samples;
    private final int port;

    NamedCasesTest(DecisionSamples samples, @LocalServerPort int port) {
        this.samples = samples;
        this.port = port;
    }

    @Test
    void a_case_is_found_by_the_beginning_of_a_name_that_stands_in_no_address() {
        var inspector = DecisionSamples.official("inspektore");
        var family = "Šukurov" + letters();
        var opened = samples.openFor(SomeForeigner.named(family, "Otabek"), inspector);
        var other = samples.openFor(SomeForeigner.named(family, "Zuhra"), inspector);
        var browser = new PlainBrowser(port);
        browser.signIn("inspektore");
        browser.get("/duties");

        var sent = browser.post("/duties/search", Map.of("name", "ota " + family.replace("Š", "S")));

        assertThat(sent.statusCode()).isEqualTo(303);
        var address = PlainBrowser.location(sent);
        assertThat(address).contains("/duties?found=").doesNotContainIgnoringCase("otabek", "ukurov");
        assertThat(browser.get(address).body()).contains(opened.number()).doesNotContain(other.number());

        var nobody = PlainBrowser.location(browser.post("/duties/search", Map.of("name", family + "quux")));
        assertThat(browser.get(nobody).body()).contains("Neslēgtu lietu personai", family + "quux");
        assertThat(browser.post("/duties/search", Map.of("name", "x".repeat(101)))
                        .statusCode())
                .isEqualTo(422);
        assertThat(browser.post("/duties/search", Map.of("name", "a\u0000b")).statusCode())
                .isEqualTo(422);
        assertThat(PlainBrowser.location(browser.post("/duties/search", Map.of("name", " "))))
                .endsWith("/duties");

        var colleague = new PlainBrowser(port);
        colleague.signIn("lietvede");
        assertThat(colleague.get(address).statusCode())
                .as("what another searched for")
                .isEqualTo(404);
    }

    private static String letters() {
        return ThreadLocalRandom.current()
                .ints(5, 'a', 'e')
                .collect(StringBuilder::new, (text, letter) -> text.append((char) letter), StringBuilder::append)
                .toString();
    }
}
