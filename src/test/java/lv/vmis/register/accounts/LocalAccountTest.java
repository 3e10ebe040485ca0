package lv.vmis.register.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import lv.vmis.register.kernel.Outcome;
import lv.vmis.register.kernel.Role;
import lv.vmis.register.support.OidcProvider;
import lv.vmis.register.support.PlainBrowser;
import lv.vmis.register.support.ProductionTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.DefaultApplicationArguments;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Signing in outside the demo: setup code, own password, second factor; and the institution's own sign-in. */
@ProductionTest
@ExtendWith(OutputCaptureExtension.class)
class LocalAccountTest {

    private static final String PASSWORD = "trīs zaļi kaķi uz jumta";
    private static final Pattern SECRET = Pattern.compile("id=\"secret\">([A-Z2-7 ]+)<");

    private final int port;
    private final JdbcClient jdbc;
    private final Accounts accounts;
    private final Credentials credentials;
    private final AddAccount addAccount;
    private final GiveSetupCode giveSetupCode;
    private final BlockAccount blockAccount;
    private final FirstAdministrator firstAdministrator;
    private final AccountsSettings settings;

    LocalAccountTest(
            @LocalServerPort int port,
            JdbcClient jdbc,
            Accounts accounts,
            Credentials credentials,
            AddAccount addAccount,
            GiveSetupCode giveSetupCode,
            BlockAccount blockAccount,
            FirstAdministrator firstAdministrator,
            AccountsSettings settings) {
        this.port = port;
        this.jdbc = jdbc;
        this.accounts = accounts;
        this.credentials = credentials;
        this.addAccount = addAccount;
        this.giveSetupCode = giveSetupCode;
        this.blockAccount = blockAccount;
        this.firstAdministrator = firstAdministrator;
        this.settings = settings;
    }

    /** An official whose account was just made. */
    private record Fresh(UUID id, String login, String code) {}

    private Fresh fresh(String subject) {
        var login = "tests." + UUID.randomUUID().toString().substring(0, 8);
        var by = Arrivals.nobody(null);
        var account = new NewAccount(
                login,
                "Solvita Kreislere",
                "eksperte",
                Role.CASEWORKER,
                "PMLP",
                "PMLP_PSKN",
                null,
                subject.isEmpty() ? null : subject);
        var added = Arrivals.as(by, () -> addAccount.run(new AddAccount.Input(account, "test"), by));
        if (added instanceof Outcome.Done<AddAccount.Added>(var done)) {
            return new Fresh(done.id(), login, done.code().text());
        }
        throw new AssertionError(added);
    }

    @BeforeEach
    void provider_is_honest() {
        OidcProvider.ONE.acr = "high";
        OidcProvider.ONE.signsWithForeignKey = false;
        OidcProvider.ONE.forgetsNonce = false;
        OidcProvider.ONE.audience = "register";
    }

    /** Takes the account over; the code that proves the second factor is the one of the step before this. */
    private byte[] setUp(Fresh official) {
        var browser = new PlainBrowser(port);
        browser.get("/sign-in/first");
        var first = browser.post(
                "/sign-in/first",
                Map.of(
                        "login",
                        official.login(),
                        "setupCode",
                        official.code().toLowerCase(java.util.Locale.ROOT),
                        "password",
                        PASSWORD,
                        "again",
                        PASSWORD));
        assertThat(PlainBrowser.location(first)).isEqualTo("/sign-in/first/code");
        var shown = SECRET.matcher(browser.get("/sign-in/first/code").body());
        assertThat(shown.find()).isTrue();
        var secret = Totp.bytes(shown.group(1).replace(" ", ""));
        assertThat(browser.post("/sign-in/first/code", Map.of("code", "000000")).statusCode())
                .isEqualTo(422);
        var finished = browser.post("/sign-in/first/code", Map.of("code", Totp.code(secret, step() - 1)));
        assertThat(PlainBrowser.location(finished)).isEqualTo("/sign-in?ready");
        return secret;
    }

    private static long step() {
        return Totp.step(java.time.Clock.systemUTC().instant());
    }

    private String signIn(PlainBrowser browser, String login, String password, String code) {
        browser.get("/sign-in");
        return PlainBrowser.location(
                browser.post("/sign-in", Map.of("login", login, "password", password, "code", code)));
    }

    @Test
    void an_official_takes_his_account_over_and_a_code_works_once() {
        var official = fresh("");
        var secret = setUp(official);
        var code = Totp.code(secret, step());
        var browser = new PlainBrowser(port);
        assertThat(browser.get("/sign-in").body()).contains("name=\"code\"").doesNotContain("Demonstrācijas konti");
        assertThat(signIn(browser, official.login(), PASSWORD, "")).endsWith("?wrong");
        assertThat(signIn(browser, official.login(), "cita garā parole te", code))
                .endsWith("?wrong");
        assertThat(signIn(browser, official.login(), PASSWORD, code)).doesNotContain("sign-in");
        assertThat(browser.cookies()).containsKey("__Host-register");
        assertThat(PlainBrowser.location(browser.get("/profile"))).isEqualTo("/rules");
        assertThat(signIn(new PlainBrowser(port), official.login(), PASSWORD, code))
                .endsWith("?wrong");
        assertThat(signIn(new PlainBrowser(port), official.login(), PASSWORD, Totp.code(secret, step() + 1)))
                .doesNotContain("sign-in");
    }

    @Test
    void secrets_are_not_readable_in_the_database() {
        var official = fresh("");
        var secret = setUp(official);
        var stored = credentials.of(official.id()).orElseThrow();
        assertThat(stored.totpSecret()).startsWith("1.").doesNotContain(Totp.base32(secret));
        assertThat(stored.passwordHash()).startsWith("$argon2id$");
        assertThat(stored.setupCodeHash()).isNull();
    }

    @Test
    void a_setup_code_works_once_and_not_for_long() {
        var official = fresh("");
        setUp(official);
        assertThat(first(official, PASSWORD)).contains("iestatīšanas kods nav pareizs");
        var late = fresh("");
        jdbc.sql("update account set setup_until = now() - interval '1 second' where id = :id")
                .param("id", late.id())
                .update();
        assertThat(first(late, PASSWORD)).contains("iestatīšanas kods nav pareizs");
        var stranger = new Fresh(late.id(), "tads.neeksiste", late.code());
        assertThat(first(stranger, PASSWORD)).contains("iestatīšanas kods nav pareizs");
    }

    @Test
    void a_weak_password_is_refused_and_the_rest_kept() {
        var official = fresh("");
        assertThat(first(official, "short"))
                .contains("Parolei jābūt vismaz 15", official.login())
                .doesNotContain("value=\"short\"");
        assertThat(first(official, "passwordpassword")).contains("ko mēģina vispirms");
        assertThat(first(official, "Solvita.Kreislere.1")).contains("Parolē ir jūsu vārds");
    }

    private String first(Fresh official, String password) {
        var browser = new PlainBrowser(port);
        browser.get("/sign-in/first");
        var response = browser.post(
                "/sign-in/first",
                Map.of(
                        "login",
                        official.login(),
                        "setupCode",
                        official.code(),
                        "password",
                        password,
                        "again",
                        password));
        assertThat(response.statusCode()).isEqualTo(422);
        return response.body();
    }

    @Test
    void guessing_setup_codes_has_to_wait() {
        var official = fresh("");
        var guess = new Fresh(official.id(), official.login(), "AAAAA-AAAAA-AAAAA-AAAAA");
        for (var i = 0; i < 5; i++) {
            assertThat(first(guess, PASSWORD)).contains("nav pareizs");
        }
        assertThat(first(official, PASSWORD)).contains("Pagaidiet vienu minūti");
    }

    @Test
    void a_new_setup_code_ends_old_secrets_and_sessions() {
        var official = fresh("");
        var secret = setUp(official);
        var browser = new PlainBrowser(port);
        signIn(browser, official.login(), PASSWORD, Totp.code(secret, step()));
        var by = Arrivals.nobody(null);
        Arrivals.as(by, () -> giveSetupCode.run(new GiveSetupCode.Input(official.id(), "lost"), by));
        assertThat(PlainBrowser.location(browser.get("/profile"))).contains("/sign-in");
        assertThat(signIn(new PlainBrowser(port), official.login(), PASSWORD, Totp.code(secret, step() + 1)))
                .endsWith("?wrong");
    }

    @Test
    void old_training_and_a_block_are_told_to_the_official_alone() {
        var official = fresh("");
        var secret = setUp(official);
        jdbc.sql("update account set training_until = current_date - 2 where id = :id")
                .param("id", official.id())
                .update();
        assertThat(signIn(new PlainBrowser(port), official.login(), "wrong", ""))
                .endsWith("?wrong");
        assertThat(signIn(new PlainBrowser(port), official.login(), PASSWORD, Totp.code(secret, step())))
                .endsWith("?training");
        var by = Arrivals.nobody(null);
        Arrivals.as(by, () -> blockAccount.run(new BlockAccount.Input(official.id(), version(official), "test"), by));
        assertThat(signIn(new PlainBrowser(port), official.login(), PASSWORD, Totp.code(secret, step() + 1)))
                .endsWith("?blocked");
    }

    private int version(Fresh official) {
        return accounts.byId(official.id()).orElseThrow().version();
    }

    @Test
    void a_demo_account_does_not_let_anyone_in() {
        jdbc.sql("""
                insert into account (id, login, name, position, role, institution, unit, demo, password_hash)
                select gen_random_uuid(), 'palicis', 'Palicis Demo', 'x', 'ADMIN', 'PMLP', 'PMLP_CA', true, '$argon2id$'
                on conflict do nothing""").update();
        assertThat(signIn(new PlainBrowser(port), "palicis", "demo", "")).endsWith("?wrong");
        var account = accounts.byLogin("palicis").orElseThrow();
        assertThat(accounts.find(account.id()))
                .hasValueSatisfying(found -> assertThat(found.blocked()).isTrue());
        jdbc.sql("update account set login = 'palicis.vecais' where login = 'palicis'")
                .update();
    }

    @Test
    void an_empty_installation_says_its_first_code_in_the_log_once(CapturedOutput output) {
        var first = accounts.byLogin("administrators").orElseThrow();
        assertThat(first.role()).isEqualTo(Role.ADMIN);
        assertThat(credentials.of(first.id()).orElseThrow().passwordHash()).isNull();
        assertThat(accounts.all()).noneMatch(account -> account.login().equals("inspektore"));
        jdbc.sql("update account set password_hash = null, oidc_issuer = null, oidc_subject = null where not demo")
                .update();
        firstAdministrator.run(new DefaultApplicationArguments());
        assertThat(said(output)).hasSize(1);
        jdbc.sql("update account set setup_until = now() - interval '1 second' where id = :id")
                .param("id", first.id())
                .update();
        firstAdministrator.run(new DefaultApplicationArguments());
        assertThat(said(output)).hasSize(2).doesNotHaveDuplicates();
        assertThat(SetupCode.typed(said(output).getLast())
                        .matches(String.valueOf(
                                credentials.of(first.id()).orElseThrow().setupCodeHash())))
                .isTrue();
    }

    private static List<String> said(CapturedOutput output) {
        return Pattern.compile("login: administrators, setup code: ([0-9A-Z-]{23})")
                .matcher(output.getOut())
                .results()
                .map(found -> found.group(1))
                .toList();
    }

    @Test
    void the_session_cookie_is_bound_to_this_host_and_tls() {
        var response = new PlainBrowser(port).get("/sign-in");
        assertThat(PlainBrowser.session(response))
                .startsWith("__Host-register=")
                .contains("Secure", "HttpOnly", "SameSite=Strict", "Path=/")
                .doesNotContain("Domain");
    }

    @Test
    void an_institution_lets_its_official_in() {
        var subject = UUID.randomUUID().toString();
        var official = fresh(subject);
        var browser = new PlainBrowser(port);
        assertThat(browser.get("/sign-in").body()).contains("href=\"/sign-in/with/institution\"");
        var arrived = arrive(browser, subject);
        assertThat(arrived.statusCode()).isEqualTo(200);
        assertThat(arrived.headers().firstValue("Refresh")).contains("0; url=/");
        assertThat(browser.get("/rules").body()).contains("S.\u00a0Kreislere");
        assertThat(browser.cookies()).doesNotContainKey("__Host-register-oidc");
        assertThat(jdbc.sql("select count(*) from spring_session where principal_name = :id")
                        .param("id", official.id().toString())
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    /** The provider's answer never brings the cookie of the session before, so the form cannot lie in a session. */
    @Test
    void what_was_typed_waits_for_either_way_of_signing_in() {
        var subject = UUID.randomUUID().toString();
        var official = fresh(subject);
        var secret = setUp(official);
        var browser = new PlainBrowser(port);
        arrive(browser, subject);
        browser.get("/rules");
        browser.post("/rules", Map.of("version", UsageRules.VERSION));
        leaveForm(browser);
        assertThat(arrive(browser, subject).headers().firstValue("Refresh")).contains("0; url=/kept");
        assertThat(browser.get("/kept").body()).contains("Nenodots, jo sesija beidzās");
        leaveForm(browser);
        assertThat(signIn(browser, official.login(), PASSWORD, Totp.code(secret, step())))
                .endsWith("/kept");
    }

    private static void leaveForm(PlainBrowser browser) {
        var given = Pattern.compile("name=\"_given\" value=\"([^\"]+)\"")
                .matcher(browser.get("/profile").body());
        assertThat(given.find()).isTrue();
        browser.cookies().clear();
        var late = browser.post(
                "/cases/" + UUID.randomUUID() + "/hand-over",
                Map.of(
                        "_given",
                        given.group(1),
                        "key",
                        UUID.randomUUID().toString(),
                        "reason",
                        "Nenodots, jo sesija beidzās"));
        assertThat(PlainBrowser.location(late)).endsWith("/sign-in?kept");
    }

    private java.net.http.HttpResponse<String> arrive(PlainBrowser browser, String subject) {
        OidcProvider.ONE.subject = subject;
        var away = PlainBrowser.location(browser.get("/sign-in/with/institution"));
        assertThat(away)
                .startsWith(settings.oidc().issuer())
                .contains("code_challenge_method=S256", "nonce=", "acr_values=high");
        var back = PlainBrowser.location(browser.get(away));
        return browser.get(back);
    }

    @Test
    void an_institution_brings_nobody_the_register_does_not_know() {
        var before = accounts.all().size();
        assertThat(PlainBrowser.location(arrive(new PlainBrowser(port), "stranger")))
                .endsWith("/sign-in?stranger");
        assertThat(accounts.all()).hasSize(before);
    }

    @Test
    void an_institution_must_say_how_strongly_it_asked() {
        var subject = UUID.randomUUID().toString();
        fresh(subject);
        OidcProvider.ONE.acr = "low";
        assertThat(PlainBrowser.location(arrive(new PlainBrowser(port), subject)))
                .endsWith("/sign-in?weak");
    }

    @Test
    void a_false_token_lets_nobody_in() {
        var subject = UUID.randomUUID().toString();
        fresh(subject);
        OidcProvider.ONE.signsWithForeignKey = true;
        assertThat(PlainBrowser.location(arrive(new PlainBrowser(port), subject)))
                .endsWith("/sign-in?provider");
        OidcProvider.ONE.signsWithForeignKey = false;
        OidcProvider.ONE.forgetsNonce = true;
        assertThat(PlainBrowser.location(arrive(new PlainBrowser(port), subject)))
                .endsWith("/sign-in?provider");
        OidcProvider.ONE.forgetsNonce = false;
        OidcProvider.ONE.audience = "another";
        assertThat(PlainBrowser.location(arrive(new PlainBrowser(port), subject)))
                .endsWith("/sign-in?provider");
    }

    @Test
    void an_answer_to_another_browser_is_worth_nothing() {
        var subject = UUID.randomUUID().toString();
        fresh(subject);
        OidcProvider.ONE.subject = subject;
        var browser = new PlainBrowser(port);
        var back = PlainBrowser.location(browser.get(PlainBrowser.location(browser.get("/sign-in/with/institution"))));
        assertThat(PlainBrowser.location(new PlainBrowser(port).get(back))).endsWith("/sign-in?provider");
    }
}
