package lv.vmis.register.decision;

import static lv.vmis.register.support.DecisionSamples.official;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import lv.vmis.register.support.DecisionSamples;
import lv.vmis.register.support.PlainBrowser;
import lv.vmis.register.support.RegisterTest;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What an official typed into the form of a decision is there again when he comes back. */
@RegisterTest
class UnsentDecisionTest {

    private final DecisionSamples samples;
    private final int port;

    UnsentDecisionTest(DecisionSamples samples, @LocalServerPort int port) {
        this.samples = samples;
        this.port = port;
    }

    @Test
    void typed_reasons_wait_until_they_are_sent() {
        var opened = samples.open(official("inspektore"));
        var page = "/cases/" + opened.caseId() + "/decision?kind=DEPARTURE_ORDER";
        var browser = new PlainBrowser(port);
        browser.signIn("inspektore");
        browser.get("/purpose?person=" + opened.person());
        browser.post(
                "/purpose",
                Map.of(
                        "purpose",
                        "FINDING",
                        "reason",
                        "Pārbaude",
                        "person",
                        opened.person().toString(),
                        "back",
                        "/"));
        var fields = new HashMap<>(Map.of(
                "version", "0",
                "kind", "DEPARTURE_ORDER",
                "legalBasis", "IL2002-41-1",
                "termDays", "9",
                "destination", "UZB",
                "reasons", "Vēl nepabeigts pamatojums."));
        browser.get(page);
        fields.put("_unsent", page);
        assertThat(browser.post("/unsent", fields).statusCode()).isEqualTo(200);

        assertThat(browser.get(page).body()).contains("Vēl nepabeigts pamatojums.", "value=\"9\"");
        assertThat(browser.get("/cases/" + opened.caseId() + "/decision?kind=REMOVAL")
                        .body())
                .doesNotContain("Vēl nepabeigts pamatojums.");
        assertThat(browser.post("/cases/" + opened.caseId() + "/decision", fields)
                        .statusCode())
                .isEqualTo(303);
        assertThat(browser.get("/unsent").body()).doesNotContain("nepabeigts");
    }
}
