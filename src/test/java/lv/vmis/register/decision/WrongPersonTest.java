package lv.vmis.register.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;
import lv.vmis.register.kernel.LatvianDates;
import lv.vmis.register.support.DecisionSamples;
import lv.vmis.register.support.PlainBrowser;
import lv.vmis.register.support.RegisterTest;
import lv.vmis.register.support.Samples;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

/**
 * An official with the papers of one person opens the decision of another of almost the same name: none of two hundred acts
 * is done on the wrong person (U-17), for he types the date of birth that his papers have.
 */
@RegisterTest
class WrongPersonTest {

    private static final int PAIRS = 50;

    /** How the date of birth of a near-homonym differs: each is a slip that a hurried eye passes over. */
    private static final List<UnaryOperator<LocalDate>> SLIPS = List.of(
            born -> born.plusDays(1),
            born -> born.plusDays(10),
            born -> born.plusMonths(1),
            born -> born.plusYears(1),
            born -> born.minusYears(10),
            born -> LocalDate.of(born.getYear(), born.getDayOfMonth(), born.getMonthValue()));

    private final DecisionSamples decisions;
    private final Samples samples;
    private final JdbcClient jdbc;
    private final int port;

    WrongPersonTest(
            DecisionSamples decisions,
            JdbcClient jdbc,
            PlatformTransactionManager transactions,
            @LocalServerPort int port) {
        this.decisions = decisions;
        this.samples = new Samples(jdbc, transactions);
        this.jdbc = jdbc;
        this.port = port;
    }

    /** Somebody with a signed decision. */
    private record Removed(UUID person, UUID decision, LocalDate born) {}

    @Test
    void no_act_is_done_on_a_person_whose_birth_date_is_not_the_one_meant() {
        var browser = new PlainBrowser(port);
        browser.signIn("inspektore");
        var refused = new ArrayList<UUID>();
        for (int i = 0; i < PAIRS; i++) {
            var born = LocalDate.of(1970 + i % 30, 1 + i % 12, 2 + i % 11);
            if (born.getDayOfMonth() == born.getMonthValue()) {
                born = born.plusDays(1);
            }
            var name = Samples.name();
            var one = removed(browser, name + "jevs", born);
            var other =
                    removed(browser, name + "yevs", SLIPS.get(i % SLIPS.size()).apply(born));
            for (var act : List.of(service(), departure())) {
                for (var pair : List.of(List.of(one, other), List.of(other, one))) {
                    var opened = pair.getFirst();
                    refuses(browser, opened, act, pair.getLast().born());
                    refused.add(opened.decision());
                }
                done(browser, one, act);
                done(browser, other, act);
            }
        }
        assertThat(refused).hasSize(200);
    }

    private Removed removed(PlainBrowser browser, String family, LocalDate born) {
        var person = samples.person(family, "Rustam", born.toString(), "UZB");
        var decision = samples.decision(person, LocalDate.of(2020, 1, 1));
        browser.get("/purpose?person=" + person);
        browser.post(
                "/purpose",
                Map.of("purpose", "FINDING", "reason", "Pārbaude", "person", person.toString(), "back", "/"));
        return new Removed(person, decision, born);
    }

    @Test
    void a_wrong_date_of_birth_hides_no_other_mistake() {
        var browser = new PlainBrowser(port);
        browser.signIn("inspektore");
        var opened = removed(browser, Samples.name(), LocalDate.of(1980, 3, 4));
        var address = "/decisions/" + opened.decision() + "/service";
        browser.get(address);
        var act = new Act("service", Map.of("servedOn", "", "manner", "SIGNED", "language", "ru"));
        assertThat(browser.post(address, with(act, opened.born().plusDays(1))).body())
                .contains("id=\"born-error\"", "id=\"servedOn-error\"");
    }

    private record Act(String name, Map<String, String> fields) {}

    private static Act service() {
        return new Act("service", Map.of("servedOn", "02.01.2020", "manner", "SIGNED", "language", "ru"));
    }

    private static Act departure() {
        return new Act(
                "departure",
                Map.of(
                        "departedOn", "05.01.2020",
                        "crossingPoint", "LIDOSTA_RIGA",
                        "destination", "UZB",
                        "returnType", "VOLUNTARY",
                        "source", "PERSON",
                        "note", "Zīmogs"));
    }

    /** The page shows whom it is about, and takes no other date of birth. */
    private void refuses(PlainBrowser browser, Removed opened, Act act, LocalDate meant) {
        var address = "/decisions/" + opened.decision() + "/" + act.name();
        assertThat(browser.get(address).body())
                .contains(LatvianDates.numeric(opened.born()))
                .doesNotContain(LatvianDates.numeric(meant));
        var before = state(opened);
        var answer = browser.post(address, with(act, meant));
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("id=\"born-error\"");
        assertThat(state(opened)).isEqualTo(before);
    }

    private void done(PlainBrowser browser, Removed opened, Act act) {
        var address = "/decisions/" + opened.decision() + "/" + act.name();
        browser.get(address);
        assertThat(browser.post(address, with(act, opened.born())).statusCode()).isEqualTo(303);
    }

    private static Map<String, String> with(Act act, LocalDate born) {
        var fields = new HashMap<>(act.fields());
        fields.put("born", LatvianDates.numeric(born));
        return fields;
    }

    private String state(Removed opened) {
        return decisions.reading(() -> jdbc.sql(STATE)
                .param("decision", opened.decision())
                .query(String.class)
                .single());
    }

    private static final String STATE = """
            select d.version || ' ' || count(s.decision_id) || ' ' || count(e.id)
              from decision d
              left join service s on s.decision_id = d.id
              left join departure e on e.decision_id = d.id
             where d.id = :decision
             group by d.id
            """;
}
