package lv.vmis.register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lv.vmis.register.kernel.Right;
import lv.vmis.register.kernel.Role;
import lv.vmis.register.support.Approved;
import lv.vmis.register.support.RegisterTest;
import lv.vmis.register.support.Routes;
import lv.vmis.register.support.Routes.Route;
import lv.vmis.register.support.Sources;
import lv.vmis.register.training.DemoAccounts;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationContext;
import org.springframework.http.HttpMethod;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/** Every route is asked by every role, by nobody, by a blocked account and by an institution's system. */
@RegisterTest
class AccessTest {

    private static final DemoAccounts.Demo BLOCKED = DemoAccounts.ALL.stream()
            .filter(demo -> demo.login().equals("lietvedis"))
            .findFirst()
            .orElseThrow();
    private static final String NOBODY = "nobody";
    private static final String BLOCKED_ACCOUNT = "blocked";
    private static final String CLIENT = "client";

    private enum Outcome {
        ALLOWED("yes"),
        FORBIDDEN("no"),
        SIGN_IN("sign-in");

        private final String shown;

        Outcome(String shown) {
            this.shown = shown;
        }
    }

    private final ApplicationContext application;
    private final MockMvcTester mvc;
    private final JdbcClient jdbc;

    AccessTest(ApplicationContext application, MockMvcTester mvc, JdbcClient jdbc) {
        this.application = application;
        this.mvc = mvc;
        this.jdbc = jdbc;
    }

    private static @Nullable Map<Route, Map<String, Outcome>> answers;

    private final Map<UUID, String> acceptedBefore = new HashMap<>();

    @BeforeEach
    void accept_the_rules_and_block_an_account() throws IllegalAccessException, NoSuchFieldException {
        jdbc.sql(ACCEPTED)
                .query()
                .listOfRows()
                .forEach(row -> acceptedBefore.put((UUID) row.get("id"), (String) row.get("rules_accepted")));
        for (var account : acceptedBefore.keySet()) {
            jdbc.sql(ACCEPT).param("id", account).param("rules", rules()).update();
        }
        assertThat(jdbc.sql(BLOCK).param("id", BLOCKED.id()).update()).isOne();
    }

    @AfterEach
    void leave_the_accounts_as_they_were() {
        jdbc.sql(UNBLOCK).param("id", BLOCKED.id()).update();
        acceptedBefore.forEach((account, rules) ->
                jdbc.sql(ACCEPT).param("id", account).param("rules", rules).update());
    }

    /** Everybody is led to the usage rules first; their version is the accounts' own affair. */
    private static String rules() throws IllegalAccessException, NoSuchFieldException {
        for (var type : Sources.classes()) {
            if (type.getSimpleName().equals("UsageRules")) {
                var version = type.getDeclaredField("VERSION");
                version.setAccessible(true);
                return (String) Objects.requireNonNull(version.get(null));
            }
        }
        return "";
    }

    /** What each route answers each caller, asked once for all tests. */
    private Map<Route, Map<String, Outcome>> answers() {
        var known = answers;
        if (known == null) {
            var asked = new LinkedHashMap<Route, Map<String, Outcome>>();
            for (var route : Routes.of(application)) {
                var answer = new HashMap<String, Outcome>();
                callers().forEach((name, caller) -> answer.put(name, outcome(route, caller)));
                asked.put(route, answer);
            }
            answers = asked;
            known = asked;
        }
        return known;
    }

    @Test
    void every_cell_of_the_matrix_is_as_approved() {
        var callers = callers();
        var lines = new ArrayList<String>();
        lines.add("yes = answered, no = 403, sign-in = 401 or sent to the sign-in page");
        lines.add(line("", callers.keySet().stream()));
        answers()
                .forEach((route, answer) -> lines.add(line(
                        "%-6s %s".formatted(route.method(), route.pattern()),
                        callers.keySet().stream().map(caller -> Objects.requireNonNull(answer.get(caller)).shown))));

        assertThat(callers).hasSize(Role.values().length + 3);
        assertThat(lines).hasSizeGreaterThanOrEqualTo(2 + 2);
        Approved.compare("access.txt", lines);
    }

    /** The approved file could be approved by mistake; this follows from the right alone. */
    @Test
    void a_right_lets_in_exactly_the_roles_that_have_it() {
        var wrong = new ArrayList<String>();
        var asked = 0;
        for (var answered : answers().entrySet()) {
            var route = answered.getKey();
            var answer = answered.getValue();
            if (Arrays.stream(Right.values()).noneMatch(right -> right.name().equals(route.right()))) {
                continue;
            }
            for (var role : Role.values()) {
                var outcome = answer.get(role.name());
                var expected = role.may(Right.valueOf(route.right())) ? Outcome.ALLOWED : Outcome.FORBIDDEN;
                if (outcome != expected) {
                    wrong.add("%s %s: %s is %s".formatted(route.method(), route.pattern(), role, outcome));
                }
                asked++;
            }
            if (answer.get(NOBODY) != Outcome.SIGN_IN) {
                wrong.add("%s %s: nobody comes in".formatted(route.method(), route.pattern()));
            }
            // The session of a blocked account ends with a refusal; the next request is sent to the sign-in page.
            if (answer.get(BLOCKED_ACCOUNT) == Outcome.ALLOWED) {
                wrong.add("%s %s: a blocked account comes in".formatted(route.method(), route.pattern()));
            }
        }
        assertThat(wrong).as("%d cells asked", asked).isEmpty();
    }

    @Test
    void a_method_that_no_route_has_answers_nobody() {
        var routes = Routes.of(application);
        var known = routes.stream()
                .collect(Collectors.groupingBy(Route::pattern, Collectors.mapping(Route::method, Collectors.toSet())));
        var steward = official(Role.ADMIN);
        assertThat(known).isNotEmpty().allSatisfy((pattern, methods) -> {
            for (var method : List.of("PUT", "PATCH", "DELETE")) {
                if (!methods.contains(method) && !pattern.startsWith("/api/")) {
                    var route = new Route(method, pattern, "", "");
                    assertThat(status(route, steward))
                            .as("%s %s", method, pattern)
                            .isEqualTo(405);
                }
            }
        });
    }

    @Test
    void an_address_that_does_not_exist_tells_nobody_anything() {
        var route = new Route("GET", "/no-such-page", "", "");

        assertThat(outcome(route, request -> request)).isEqualTo(Outcome.SIGN_IN);
        assertThat(status(route, official(Role.GUARD))).isEqualTo(404);
    }

    private static Map<String, RequestPostProcessor> callers() {
        var callers = new LinkedHashMap<String, RequestPostProcessor>();
        for (var role : Role.values()) {
            callers.put(role.name(), official(role));
        }
        callers.put(NOBODY, request -> request);
        callers.put(BLOCKED_ACCOUNT, user(BLOCKED.id().toString()));
        callers.put(CLIENT, request -> {
            request.addHeader("Authorization", "Bearer demo-key-of-the-state-police");
            request.addHeader("X-Register-Permission", "VP-2026-1");
            return request;
        });
        return callers;
    }

    private static RequestPostProcessor official(Role role) {
        var account = DemoAccounts.ALL.stream()
                .filter(demo -> demo.role() == role)
                .findFirst()
                .orElseThrow();
        return user(account.id().toString());
    }

    private Outcome outcome(Route route, RequestPostProcessor caller) {
        var response = ask(route, caller);
        var location = response.getResponse().getHeader("Location");
        if (location != null && location.endsWith("/rules") && !route.pattern().equals("/rules")) {
            throw new AssertionError(
                    "%s was led to the usage rules, which hides what it would answer".formatted(route));
        }
        return switch (response.getResponse().getStatus()) {
            case 401 -> Outcome.SIGN_IN;
            case 403 -> Outcome.FORBIDDEN;
            default ->
                location != null && location.matches(".*/sign-in([?]ended)?") ? Outcome.SIGN_IN : Outcome.ALLOWED;
        };
    }

    private int status(Route route, RequestPostProcessor caller) {
        return ask(route, caller).getResponse().getStatus();
    }

    private org.springframework.test.web.servlet.assertj.MvcTestResult ask(Route route, RequestPostProcessor caller) {
        var address = route.pattern()
                .replaceAll("\\{[^}]+}", UUID.nameUUIDFromBytes(new byte[] {1}).toString());
        // The token, so that what is refused is refused for the role; a form without content changes nothing.
        return mvc.perform(MockMvcRequestBuilders.request(HttpMethod.valueOf(route.method()), address)
                .with(csrf())
                .with(caller));
    }

    private static String line(String route, Stream<String> cells) {
        return ("%-52s ".formatted(route) + cells.map("%-12s"::formatted).collect(Collectors.joining(" ")))
                .stripTrailing();
    }

    static final String ACCEPTED = """
            select id, rules_accepted
              from account
             where demo
            """;

    static final String ACCEPT = """
            update account
               set rules_accepted = :rules
             where id = :id
            """;

    static final String BLOCK = """
            update account
               set blocked_at = now()
             where id = :id
            """;

    static final String UNBLOCK = """
            update account
               set blocked_at = null
             where id = :id
            """;
}
