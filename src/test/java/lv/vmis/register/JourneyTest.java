package lv.vmis.register;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import lv.vmis.register.kernel.Acting;
import lv.vmis.register.support.Browser;
import lv.vmis.register.support.DecisionSamples;
import lv.vmis.register.support.Passports;
import lv.vmis.register.support.PostgresKiller;
import lv.vmis.register.support.RegisterTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * A foreigner is found, ordered to leave, banned and refused at the border: one real case through every floor, in the
 * browser and by the keyboard alone.
 */
@RegisterTest
class JourneyTest {

    private static final Pattern CASE = Pattern.compile("L-\\d{4}-\\d{6}");
    /** Of everybody whose passport is shown here. */
    private static final String BIRTH = "17.04.1991.";

    private static final Pattern DECISION = Pattern.compile("VRS-R-\\d{4}-\\d{5}");
    /** What the whole of steps 1 to 3 may take beyond typed data. */
    private static final int KEYS = 40;

    private final int port;
    private final LocalDate today;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Path data;

    JourneyTest(
            @LocalServerPort int port,
            Clock clock,
            JdbcClient jdbc,
            PlatformTransactionManager transactions,
            @Value("${register.db.data}") Path data) {
        this.port = port;
        this.today = LocalDate.now(clock);
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
        this.data = data;
    }

    @Test
    void found_ordered_to_leave_banned_and_refused_at_the_border() throws Exception {
        var passport = Passports.of("Tursunov", "Shavkat");
        try (var browser = Browser.open(port, true)) {
            var caseNumber = findAndDecide(browser, passport);
            var decision = sign(browser, caseNumber);
            migrationOfficeSees(browser, caseNumber, decision);
            var until = serveAndDepart(browser, decision);
            borderRefuses(browser, passport, until);
        }
        machineRefuses(passport);
    }

    @Test
    void a_case_for_the_migration_office_is_handed_over_and_decided_there() {
        try (var browser = Browser.open(port, true)) {
            browser.signIn("inspektore");
            var caseNumber = find(browser, Passports.of("Aliyev", "Kamran"));
            browser.go("h");
            browser.check("handing over");
            browser.type("Persona iesniegusi uzturēšanās atļaujas pieteikumu.");
            browser.go("Control+Enter");
            assertThat(browser.text()).contains("VRS → PMLP");
            browser.check("a case handed over");

            browser.signOut();
            browser.signIn("lietvede");
            openByNumber(browser, caseNumber);
            browser.go("n");
            browser.go("Control+Enter");
            browser.go("Control+Enter");
            browser.check("a decision of the migration office to sign");

            browser.signOut();
            browser.signIn("pmlp.vaditajs");
            openByNumber(browser, caseNumber);
            browser.go("n");
            browser.awaitFocus("born");
            browser.type(BIRTH);
            browser.go("Control+Enter");
            assertThat(browser.page().title()).as(browser.text()).doesNotContain("Kļūda");
            assertThat(browser.page().querySelectorAll("[data-error-summary]"))
                    .as(browser.text())
                    .isEmpty();
            openByNumber(browser, caseNumber);
            assertThat(browser.text()).containsPattern("PMLP-R-\\d{4}-\\d{5}");
        }
    }

    @Test
    void a_family_found_together_is_entered_without_typing_the_place_again() {
        try (var browser = Browser.open(port, true)) {
            browser.signIn("inspektore");
            find(browser, Passports.of("Ismoilov", "Davron"));
            for (var name : new String[] {"Malika", "Jasur"}) {
                browser.press("f");
                browser.awaitFocus("more");
                browser.paste(Passports.of("Ismoilov", name));
                browser.go("Control+Enter");
                browser.go("n");
                assertThat(browser.page().inputValue("#place")).isEqualTo("Rīga, Centrāltirgus");
                browser.go("Control+Enter");
                assertThat(browser.text()).contains("Ismoilov Davron");
            }
            browser.check("a case of a family");
        }
    }

    @Test
    void the_whole_way_works_without_scripts() {
        try (var browser = Browser.open(port, false)) {
            browser.signIn("inspektore");
            browser.page().fill("#quick", Passports.of("Petrosyan", "Armen").replace("\n", ""));
            browser.leave(() -> browser.page().click(".quick__submit"));
            browser.page().fill("#reason", "Pārbaude");
            browser.leave(() -> browser.page().click("main button[data-primary]"));
            browser.leave(() -> browser.page().click("main a[data-key=n]"));
            browser.page().fill("#place", "Rīga, Centrāltirgus");
            browser.page().fill("#circumstances", "Uzturas Latvijā pēc vīzas termiņa beigām.");
            browser.leave(() -> browser.page().click("main button[data-primary]"));
            assertThat(browser.text()).containsPattern(CASE);
            browser.leave(() -> browser.page().click("main a[data-key=n]"));
            browser.leave(() -> browser.page().click("main button[data-primary]"));
            browser.leave(() -> browser.page().click("main button[data-primary]"));
            assertThat(browser.path()).startsWith("/decisions/");
        }
    }

    @Test
    void a_form_survives_the_death_of_the_database() throws Exception {
        var words = "Uzturas Latvijā bez vīzas; lieta " + UUID.randomUUID() + ".";
        try (var browser = Browser.open(port, true)) {
            browser.signIn("inspektore");
            browser.page().fill("#quick", Passports.of("Sargsyan", "Narek").replace("\n", ""));
            browser.leave(() -> browser.page().click(".quick__submit"));
            browser.page().fill("#reason", "Pārbaude");
            browser.leave(() -> browser.page().click("main button[data-primary]"));
            browser.leave(() -> browser.page().click("main a[data-key=n]"));
            browser.page().fill("#place", "Rīga, Centrāltirgus");
            browser.page().fill("#circumstances", words);
            var key = browser.page().inputValue("main input[name=key]");
            try (var _ = PostgresKiller.of(data)) {
                browser.leave(() -> browser.page().click("main button[data-primary]"));
            }

            assertThat(browser.text()).contains("Datubāze pašlaik neatbild", "Ierakstītais ir saglabājies");
            assertThat(browser.page().inputValue("main input[name=key]")).isEqualTo(key);
            assertThat(browser.page().inputValue("main input[name=circumstances]"))
                    .isEqualTo(words);
            var form = browser.page()
                    .evaluate( // A form that is sent ends its lines with CR LF; what a script reads from it does not.
                            "new URLSearchParams(new FormData(document.querySelector('main form'))).toString()"
                                    + ".replace(/(%0D)?%0A/g, '%0D%0A')");

            var until = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
            while (browser.text().contains("Datubāze pašlaik neatbild")) {
                assertThat(System.nanoTime()).as("the database comes back").isLessThan(until);
                browser.leave(() -> browser.page().click("main form button[type=submit]"));
            }
            assertThat(browser.text()).containsPattern(CASE);
            var same = browser.page()
                    .evaluate(
                            "async form => new URL((await fetch('/findings', {method: 'POST', body: new URLSearchParams(form)})).url).pathname",
                            form);
            assertThat(same).as("sent once more, it is the same case").isEqualTo(browser.path());
        }
        assertThat(findings(words)).isEqualTo(1);
    }

    @Test
    void a_form_survives_the_end_of_its_session() throws Exception {
        var words = "Uzturas Latvijā bez vīzas; lieta " + UUID.randomUUID() + ".";
        try (var browser = Browser.open(port, false)) {
            browser.signIn("inspektore");
            browser.visit("/findings/new");
            browser.page().fill("#place", "Rīga, Centrāltirgus");
            browser.page().fill("#circumstances", words);
            browser.signOut();
            browser.leave(() -> browser.page().click("main button[data-primary]"));
            assertThat(browser.text()).contains("ierakstītais ir saglabāts");
            browser.page().fill("#login", "inspektore");
            browser.page().fill("#password", "demo");
            browser.leave(() -> browser.page().click("main button[data-primary]"));

            assertThat(browser.path()).isEqualTo("/kept");
            assertThat(browser.text()).contains("Rīga, Centrāltirgus", words);
            try (var other = Browser.open(port, true)) {
                other.signIn("inspektore");
                assertThat(other.path()).as("it waits wherever he signs in").isEqualTo("/kept");
                other.check("a form that outlived its session");
            }
            browser.leave(() -> browser.page().click("main button[data-primary]"));
            assertThat(browser.page().title()).startsWith("Kļūda:");
            assertThat(browser.page().inputValue("#circumstances")).isEqualTo(words);
            browser.page().fill("#familyName", "Sargsyan");
            browser.leave(() -> browser.page().click("main button[data-primary]"));
            assertThat(browser.page().inputValue("#circumstances")).isEqualTo(words);
            browser.visit("/kept");
            assertThat(browser.text()).contains("Nenosūtītu veidlapu nav");
        }
        assertThat(findings(words)).isZero();
    }

    private int findings(String circumstances) throws Exception {
        return Acting.as(
                DecisionSamples.official("inspektore"),
                () -> Objects.requireNonNull(
                        transaction.execute(_ -> jdbc.sql("select count(*) from finding where circumstances = :words")
                                .param("words", circumstances)
                                .query(Integer.class)
                                .single())));
    }

    @Test
    void a_refused_form_says_what_to_do_and_keeps_what_was_typed() {
        try (var browser = Browser.open(port, true)) {
            browser.signIn("inspektore");
            browser.visit("/findings/new");
            browser.tabBackTo("place");
            browser.type("Rīga");
            browser.go("Control+Enter");
            assertThat(browser.page().title()).startsWith("Kļūda:");
            assertThat(browser.page().inputValue("#place")).isEqualTo("Rīga");
            assertThat(browser.page().locator("#familyName-error").innerText()).contains("Aizpildiet");
            browser.check("a refused finding");
        }
    }

    @Test
    void a_first_visit_is_light() {
        try (var browser = Browser.open(port, true)) {
            var bytes = new java.util.concurrent.atomic.AtomicLong();
            var requests = new java.util.concurrent.atomic.AtomicInteger();
            browser.page().onRequestFinished(request -> {
                requests.incrementAndGet();
                var sizes = request.sizes();
                bytes.addAndGet(sizes.responseBodySize + sizes.responseHeadersSize);
            });
            browser.visit("/sign-in");
            browser.page().waitForLoadState(com.microsoft.playwright.options.LoadState.NETWORKIDLE);
            assertThat(bytes.get()).isBetween(10_000L, 100_000L);
            assertThat(requests.get()).isLessThanOrEqualTo(10);
            browser.check("the sign-in page");
        }
    }

    private String findAndDecide(Browser browser, String passport) {
        browser.signIn("inspektore");
        browser.check("the desktop of an inspector");
        browser.visit("/");
        var caseNumber = find(browser, passport);
        browser.go("n");
        browser.check("a new decision");
        browser.awaitFocus("termDays");
        browser.tabTo("lvBan");
        browser.press("ArrowDown");
        browser.tabTo("schBan");
        browser.press("ArrowDown");
        browser.tabTo("familyLife");
        browser.type("Ģimenes Latvijā nav.");
        browser.go("Control+Enter");
        browser.check("a draft");
        browser.go("Control+Enter");
        browser.check("a draft sent for signature");
        assertThat(browser.keys()).as("keys beyond data for steps 1 to 3").isLessThanOrEqualTo(KEYS);
        return caseNumber;
    }

    /** From the quick box to the open case. */
    private static String find(Browser browser, String passport) {
        browser.press("/");
        browser.paste(passport.replace("\n", ""));
        browser.go("Enter");
        if (browser.path().startsWith("/purpose")) {
            browser.check("the purpose");
            browser.press("Tab");
            browser.type("Pārbaude Rīgas Centrāltirgū");
            browser.go("Control+Enter");
        }
        assertThat(browser.text()).contains("Atradumu nav");
        browser.check("nobody found");
        browser.go("n");
        browser.check("a new finding");
        browser.awaitFocus("circumstances");
        browser.type("Uzturas Latvijā pēc vīzas termiņa beigām.");
        browser.tabBackTo("place");
        browser.press("Control+A");
        browser.type("Rīga, Centrāltirgus");
        browser.go("Control+Enter");
        browser.check("a new case");
        var number = CASE.matcher(browser.text());
        assertThat(number.find()).isTrue();
        return number.group();
    }

    private String sign(Browser browser, String caseNumber) {
        browser.signOut();
        browser.signIn("vrs.vaditajs");
        openByNumber(browser, caseNumber);
        browser.go("n");
        browser.check("a decision to sign");
        browser.awaitFocus("born");
        browser.type(BIRTH);
        browser.go("Control+Enter");
        openByNumber(browser, caseNumber);
        var decision = DECISION.matcher(browser.text());
        assertThat(decision.find()).as("the number of the signed order").isTrue();
        browser.check("a decided case");
        var number = decision.group();
        browser.leave(() -> browser.page().click("main a:has-text('" + number + "')"));
        browser.go("v");
        browser.check("a decision to sign electronically");
        browser.go("Control+Enter");
        assertThat(browser.text()).contains("Elektroniski parakstījis: Gunta Bērziņa", number + ".edoc");
        return number;
    }

    private static void openByNumber(Browser browser, String number) {
        // After signing the next decision opens, and it may ask for a purpose first.
        browser.visit("/");
        browser.press("/");
        browser.type(number);
        browser.go("Enter");
        if (browser.path().startsWith("/purpose")) {
            assertThat(browser.page().inputValue("#caseRef"))
                    .as("the register knows whose case it is")
                    .matches(CASE);
            browser.go("Control+Enter");
        }
    }

    private void migrationOfficeSees(Browser browser, String caseNumber, String decision) {
        browser.signOut();
        browser.signIn("lietvede");
        browser.check("the desktop of a caseworker");
        openByNumber(browser, caseNumber);
        assertThat(browser.text()).contains(decision);
        browser.press("/");
        browser.type("tursunov");
        browser.go("Enter");
        if (browser.path().startsWith("/purpose")) {
            browser.tabTo("caseRef");
            browser.type(caseNumber);
            browser.go("Control+Enter");
        }
        assertThat(browser.text()).contains("TURSUNOV Shavkat");
        browser.check("persons found");
    }

    private LocalDate serveAndDepart(Browser browser, String decision) {
        browser.signOut();
        browser.signIn("inspektore");
        openByNumber(browser, decision);
        browser.go("n");
        browser.check("service");
        browser.tabTo("language");
        browser.type("krievu");
        browser.tabTo("manner");
        browser.press("Space");
        browser.tabTo("born");
        browser.type(BIRTH);
        browser.go("Control+Enter");
        browser.check("a served order");
        browser.go("n");
        browser.check("departure");
        browser.tabTo("crossingPoint");
        browser.type("Terehova");
        browser.tabTo("born");
        browser.type(BIRTH);
        browser.go("Control+Enter");
        browser.check("a departure confirmed");
        var day = Pattern.compile("–\\s?(\\d\\d)\\.(\\d\\d)\\.(\\d{4})\\.").matcher(browser.text());
        assertThat(day.find()).as("the last day of the ban").isTrue();
        var until = LocalDate.of(
                Integer.parseInt(day.group(3)), Integer.parseInt(day.group(2)), Integer.parseInt(day.group(1)));
        assertThat(until).isAfter(today);
        return until;
    }

    private static void borderRefuses(Browser browser, String passport, LocalDate until) {
        browser.signOut();
        browser.signIn("sargs");
        browser.visit("/check");
        browser.check("the border check");
        // A scanner is one key: the form goes by itself when the zone is whole.
        browser.leave(() -> browser.paste(passport));
        assertThat(browser.keys()).isEqualTo(1);
        assertThat(browser.text())
                .contains("IR AIZLIEGUMS")
                .contains("%02d.%02d.%d.".formatted(until.getDayOfMonth(), until.getMonthValue(), until.getYear()));
        assertThat(browser.page()
                        .evaluate("() => document.querySelector('.verdict__word').getBoundingClientRect().top > 0"))
                .as("the verdict is in sight while the next zone can be typed")
                .isEqualTo(true);
        browser.awaitFocus("mrz");
        browser.check("a ban at the border");
    }

    private void machineRefuses(String passport) throws Exception {
        var answer = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/api/v1/checks"))
                                .header("Authorization", "Bearer demo-key-of-the-state-police")
                                .header("X-Register-Permission", "VP-2026-1")
                                .header("X-Register-Purpose", "CRIMINAL")
                                .header("X-Register-Case", "11-1234/26")
                                .header("Content-Type", "application/json")
                                .POST(HttpRequest.BodyPublishers.ofString(
                                        "{\"mrz\": \"" + passport.replace("\n", "\\n") + "\"}"))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(answer.body()).contains("\"BAN\"").contains("\"SCH\"").contains("\"LV\"");
    }
}
