package lv.vmis.register.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import lv.vmis.register.edge.EdgeRefusal;
import lv.vmis.register.kernel.Acting;
import lv.vmis.register.kernel.Actor;
import lv.vmis.register.kernel.Outcome;
import lv.vmis.register.kernel.RefusalCode;
import lv.vmis.register.support.PlainBrowser;
import lv.vmis.register.support.RegisterTest;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@RegisterTest
class AccountPagesTest {

    private static final String PASSWORD = "trīs zaļi kaķi uz jumta";

    private final int port;
    private final JdbcClient jdbc;
    private final Accounts accounts;
    private final BlockAccount blockAccount;
    private final ChangeRole changeRole;
    private final GiveSetupCode giveSetupCode;
    private final TransactionTemplate transaction;

    AccountPagesTest(
            @LocalServerPort int port,
            JdbcClient jdbc,
            Accounts accounts,
            BlockAccount blockAccount,
            ChangeRole changeRole,
            GiveSetupCode giveSetupCode,
            PlatformTransactionManager transactions) {
        this.port = port;
        this.jdbc = jdbc;
        this.accounts = accounts;
        this.blockAccount = blockAccount;
        this.changeRole = changeRole;
        this.giveSetupCode = giveSetupCode;
        this.transaction = new TransactionTemplate(transactions);
    }

    private PlainBrowser as(String login) {
        var browser = new PlainBrowser(port);
        browser.signIn(login);
        return browser;
    }

    private Actor actor(String login) {
        return accounts.byLogin(login).orElseThrow().actor("127.0.0.1");
    }

    /** Adds an account by the page, and gives its address and setup code. */
    private String[] added(PlainBrowser administrator, String login) {
        administrator.get("/accounts/new");
        var response = administrator.post("/accounts/new", fields(login));
        assertThat(response.statusCode()).isEqualTo(303);
        var page = administrator.get(PlainBrowser.location(response)).body();
        var code = Pattern.compile("[0-9A-Z]{5}(-[0-9A-Z]{5}){3}").matcher(page);
        assertThat(code.find()).isTrue();
        return new String[] {PlainBrowser.location(response), code.group()};
    }

    private static Map<String, String> fields(String login) {
        return Map.of(
                "login", login,
                "name", "Solvita Kreislere",
                "position", "eksperte",
                "role", "CASEWORKER",
                "unit", "PMLP_PSKN",
                "training", "",
                "reason", "sāk darbu");
    }

    private static String login() {
        return "tests." + UUID.randomUUID().toString().substring(0, 8);
    }

    private PlainBrowser taken(String login, String code) {
        var browser = new PlainBrowser(port);
        browser.get("/sign-in/first");
        browser.post(
                "/sign-in/first", Map.of("login", login, "setupCode", code, "password", PASSWORD, "again", PASSWORD));
        browser.get("/sign-in");
        var response = browser.post("/sign-in", Map.of("login", login, "password", PASSWORD));
        assertThat(PlainBrowser.location(response)).doesNotContain("sign-in");
        browser.get("/rules");
        browser.post("/rules", Map.of("version", UsageRules.VERSION));
        assertThat(browser.get("/profile").statusCode()).isEqualTo(200);
        return browser;
    }

    @Test
    void an_administrator_adds_an_account_and_sees_its_code_once() throws Exception {
        var administrator = as("administrators");
        assertThat(administrator.get("/accounts").body()).contains("Ilze Ozoliņa", "Imigrācijas inspektors");
        var login = login();
        var account = added(administrator, login);
        assertThat(administrator.get(account[0]).body()).contains(login).doesNotContain(account[1]);
        var id = accounts.byLogin(login).orElseThrow().id();
        assertThat(journal(id, "AddAccount")).isEqualTo("sāk darbu");
        administrator.get("/accounts/new");
        var again = administrator.post("/accounts/new", fields(login));
        assertThat(again.statusCode()).isEqualTo(422);
        assertThat(again.body()).contains("jau ir aizņemts", "value=\"Solvita Kreislere\"");
    }

    @Test
    void mistakes_are_told_beside_the_fields() {
        var administrator = as("administrators");
        administrator.get("/accounts/new");
        var response = administrator.post(
                "/accounts/new",
                Map.of("login", "Liels Burts", "role", "KING", "unit", "NOWHERE", "training", "31.02.2027."));
        assertThat(response.statusCode()).isEqualTo(422);
        assertThat(response.body())
                .contains(
                        "tikai mazie burti", "Izvēlieties vērtību no saraksta", "kalendārā nav", "Aizpildiet šo lauku")
                .contains("<a href=\"#name\">Vārds, uzvārds: Aizpildiet šo lauku</a>");
    }

    @Test
    void a_block_ends_the_session_at_once() throws Exception {
        var administrator = as("administrators");
        var login = login();
        var account = added(administrator, login);
        var official = taken(login, account[1]);
        var security = as("drosiba");
        security.get(account[0]);
        var without = security.post(account[0] + "/block", Map.of("reason", "", "version", version(login)));
        assertThat(without.statusCode()).isEqualTo(422);
        var blocked = security.post(account[0] + "/block", Map.of("reason", "aizdomas", "version", version(login)));
        assertThat(blocked.statusCode()).isEqualTo(303);
        assertThat(PlainBrowser.location(official.get("/profile"))).contains("/sign-in");
        assertThat(journal(accounts.byLogin(login).orElseThrow().id(), "BlockAccount"))
                .isEqualTo("aizdomas");
        var browser = new PlainBrowser(port);
        browser.get("/sign-in");
        assertThat(PlainBrowser.location(browser.post("/sign-in", Map.of("login", login, "password", PASSWORD))))
                .endsWith("?blocked");
        security.get(account[0]);
        assertThat(security.post(account[0] + "/unblock", Map.of("reason", "noskaidrots", "version", version(login)))
                        .statusCode())
                .isEqualTo(303);
        browser.get("/sign-in");
        assertThat(PlainBrowser.location(browser.post("/sign-in", Map.of("login", login, "password", PASSWORD))))
                .doesNotContain("sign-in");
    }

    /** Also where the sessions could not be ended: the next request asks anew. */
    @Test
    void a_block_in_the_database_is_noticed_on_the_next_request() {
        var administrator = as("administrators");
        var login = login();
        var official = taken(login, added(administrator, login)[1]);
        jdbc.sql("update account set blocked_at = now() where login = :login")
                .param("login", login)
                .update();
        assertThat(PlainBrowser.location(official.get("/profile"))).endsWith("/sign-in?ended");
    }

    @Test
    void a_changed_role_holds_from_the_next_request_on() {
        var administrator = as("administrators");
        var login = login();
        var account = added(administrator, login);
        var official = taken(login, account[1]);
        assertThat(official.get("/accounts").statusCode()).isEqualTo(403);
        administrator.get(account[0] + "/change");
        var changed = administrator.post(
                account[0] + "/change",
                Map.of(
                        "position", "pārvaldnieks",
                        "role", "SECURITY",
                        "unit", "PMLP_CA",
                        "reason", "cits amats",
                        "version", version(login)));
        assertThat(changed.statusCode()).isEqualTo(303);
        assertThat(official.get("/accounts").statusCode()).isEqualTo(200);
        administrator.get(account[0] + "/change");
        var stale = administrator.post(
                account[0] + "/change",
                Map.of(
                        "position", "pārvaldnieks",
                        "role", "ADMIN",
                        "unit", "PMLP_CA",
                        "reason", "vēlreiz",
                        "version", "0"));
        assertThat(stale.statusCode()).isEqualTo(422);
        assertThat(stale.body()).contains("kāds cits šo ierakstu mainīja");
    }

    @Test
    void only_the_right_roles_see_and_change_accounts() {
        var id = accounts.byLogin("inspektore").orElseThrow().id();
        for (var login : new String[] {"inspektore", "pmlp.vaditajs", "auditore", "analitike"}) {
            assertThat(as(login).get("/accounts").statusCode()).as(login).isEqualTo(403);
        }
        var security = as("drosiba");
        assertThat(security.get("/accounts/" + id).body())
                .contains("Bloķēt kontu")
                .doesNotContain("Mainīt lomu");
        assertThat(security.get("/accounts/new").statusCode()).isEqualTo(403);
        assertThat(security.get("/accounts/" + id + "/change").statusCode()).isEqualTo(403);
        assertThat(security.post("/accounts/" + id + "/setup-code", Map.of("reason", "x"))
                        .statusCode())
                .isEqualTo(403);
        assertThat(security.get("/accounts/" + UUID.randomUUID()).statusCode()).isEqualTo(404);
    }

    @Test
    void nobody_blocks_or_changes_himself() throws Exception {
        var own = actor("administrators");
        assertThat(code(Acting.as(own, () -> blockAccount.run(new BlockAccount.Input(own.account(), 0, "x"), own))))
                .isEqualTo(AccountsRefusal.OWN_ACCOUNT);
        assertThat(code(Acting.as(own, () -> giveSetupCode.run(new GiveSetupCode.Input(own.account(), "x"), own))))
                .isEqualTo(AccountsRefusal.OWN_ACCOUNT);
        var self = new NewAccount(
                "administrators", "x", "x", lv.vmis.register.kernel.Role.ADMIN, "PMLP", "PMLP_CA", null, null);
        assertThat(code(Acting.as(own, () -> changeRole.run(new ChangeRole.Input(own.account(), 0, self, "x"), own))))
                .isEqualTo(AccountsRefusal.OWN_ACCOUNT);
        assertThat(as("administrators").get("/accounts/" + own.account()).body())
                .contains("Tas ir jūsu konts")
                .doesNotContain("Bloķēt kontu");
    }

    @Test
    void a_stale_page_blocks_nobody() throws Exception {
        var by = actor("drosiba");
        var id = accounts.byLogin("lasitajs").orElseThrow().id();
        assertThat(code(Acting.as(by, () -> blockAccount.run(new BlockAccount.Input(id, 99, "x"), by))))
                .isEqualTo(EdgeRefusal.CHANGED_MEANWHILE);
        assertThat(accounts.byId(id).orElseThrow().isBlocked()).isFalse();
        assertThat(code(Acting.as(by, () -> giveSetupCode.run(new GiveSetupCode.Input(id, "x"), by))))
                .isEqualTo(AccountsRefusal.DEMO_ACCOUNT);
    }

    @Test
    void an_official_ends_his_other_sessions() {
        var here = as("parzine");
        var there = as("parzine");
        assertThat(here.get("/profile").body()).contains("šī sesija", "cita sesija", "Skatīt, kas ir skatījies");
        assertThat(here.post("/profile/sessions/end", Map.of()).statusCode()).isEqualTo(303);
        assertThat(here.get("/profile").body()).contains("šī sesija").doesNotContain("cita sesija");
        assertThat(PlainBrowser.location(there.get("/profile"))).contains("/sign-in");
    }

    @Test
    void an_official_changes_his_password_with_the_old_one() {
        var login = login();
        var account = added(as("administrators"), login);
        var official = taken(login, account[1]);
        var next = "četras pelnu peles zem grīdas";
        var wrong = official.post("/profile/password", Map.of("current", "nav tā", "password", next, "again", next));
        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(wrong.body()).contains("Pašreizējā parole nav pareiza").doesNotContain(next);
        assertThat(official.post(
                                "/profile/password", Map.of("current", PASSWORD, "password", next, "again", next + "x"))
                        .body())
                .contains("Abas paroles nav vienādas");
        assertThat(PlainBrowser.location(official.post(
                        "/profile/password", Map.of("current", PASSWORD, "password", next, "again", next))))
                .isEqualTo("/profile?done=password");
        var browser = new PlainBrowser(port);
        browser.get("/sign-in");
        assertThat(PlainBrowser.location(browser.post("/sign-in", Map.of("login", login, "password", PASSWORD))))
                .endsWith("?wrong");
        browser.get("/sign-in");
        assertThat(PlainBrowser.location(browser.post("/sign-in", Map.of("login", login, "password", next))))
                .doesNotContain("sign-in");
    }

    @Test
    void a_demo_password_stays_what_the_page_says() {
        var browser = as("analitike");
        assertThat(browser.get("/profile").body()).contains("paroli šeit nemaina");
        var response =
                browser.post("/profile/password", Map.of("current", "demo", "password", PASSWORD, "again", PASSWORD));
        assertThat(response.statusCode()).isEqualTo(422);
    }

    private String version(String login) {
        return Integer.toString(accounts.byLogin(login).orElseThrow().version());
    }

    private String journal(UUID account, String operation) throws Exception {
        var reader = actor("auditore");
        var reason = Acting.as(
                reader,
                () -> transaction.execute(
                        _ -> jdbc.sql("select reason from entry where object_id = :id and operation = :operation")
                                .param("id", account)
                                .param("operation", operation)
                                .query(String.class)
                                .single()));
        return String.valueOf(reason);
    }

    private static RefusalCode code(Outcome<?> outcome) {
        if (outcome instanceof Outcome.Refused<?>(var reasons)) {
            return reasons.getFirst().code();
        }
        throw new AssertionError(outcome);
    }
}
