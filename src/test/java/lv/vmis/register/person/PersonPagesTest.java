package lv.vmis.register.person;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import lv.vmis.register.kernel.Actor;
import lv.vmis.register.kernel.Outcome.Done;
import lv.vmis.register.kernel.PersonId;
import lv.vmis.register.kernel.Role;
import lv.vmis.register.legacy.export.OldTable;
import lv.vmis.register.legacy.taking.TakenSamples;
import lv.vmis.register.matching.Part;
import lv.vmis.register.matching.Reason;
import lv.vmis.register.returns.EnterFinding;
import lv.vmis.register.support.RegisterTest;
import lv.vmis.register.support.SomeForeigner;
import lv.vmis.register.support.Someone;
import org.junit.jupiter.api.Test;
import org.springframework.boot.flyway.autoconfigure.FlywayDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@RegisterTest
class PersonPagesTest {

    private final MockMvcTester browser;
    private final EnterFinding enterFinding;
    private final PersonSearch search;
    private final TakenSamples taken;
    private final JdbcClient jdbc;
    private final DataSource owner;
    private final TransactionTemplate transaction;
    private final Actor inspector = Someone.of(Role.INSPECTOR);

    PersonPagesTest(
            MockMvcTester browser,
            EnterFinding enterFinding,
            PersonSearch search,
            TakenSamples taken,
            JdbcClient jdbc,
            @FlywayDataSource DataSource owner,
            PlatformTransactionManager transactions) {
        this.browser = browser;
        this.enterFinding = enterFinding;
        this.search = search;
        this.taken = taken;
        this.jdbc = jdbc;
        this.owner = owner;
        this.transaction = new TransactionTemplate(transactions);
    }

    @Test
    void the_purpose_is_asked_before_anything_is_shown() {
        var person = enter("Rahimov", "Bobur");
        var answer = get("/persons/" + person);
        assertThat(answer).hasStatus(303);
        assertThat(answer.getResponse().getHeader("Location"))
                .startsWith("/purpose?")
                .contains(person.toString());
    }

    @Test
    void a_look_is_in_the_journal_with_its_purpose() {
        var person = enter("Rahimov", "Bobur");
        statePurpose(person, "L-2026-000001");
        assertThat(get("/persons/" + person)).hasStatusOk().bodyText().contains("RAHIMOV Bobur");
        assertThat(count(
                        "select count(*) from entry where kind = 'look' and operation = 'person.summary'"
                                + " and purpose = 'FINDING' and case_ref = 'L-2026-000001' and persons @> array[:person]::uuid[]",
                        person))
                .isEqualTo(1);
    }

    @Test
    void nothing_personal_is_shown_when_the_journal_cannot_be_written() throws SQLException {
        var person = enter("Nerādāmais", "Persona");
        statePurpose(person, "L-2026-000002");
        asOwner("alter table entry add constraint entry_test_is_closed check (false) not valid");
        try {
            for (var page : new String[] {"", "/identities", "/cases", "/bans", "/history"}) {
                var answer = get("/persons/" + person + page);
                assertThat(answer).hasStatus(503);
                assertThat(answer).bodyText().doesNotContainIgnoringCase("nerādāmais");
            }
        } finally {
            asOwner("alter table entry drop constraint entry_test_is_closed");
        }
        assertThat(get("/persons/" + person)).hasStatusOk();
    }

    @Test
    void an_action_that_cannot_be_journaled_leaves_nothing() throws SQLException {
        asOwner("alter table entry add constraint entry_test_is_closed check (false) not valid");
        try {
            assertThat(org.assertj.core.api.Assertions.catchThrowable(() -> enter("Pazudušais", "Ieraksts")))
                    .isNotNull();
        } finally {
            asOwner("alter table entry drop constraint entry_test_is_closed");
        }
        assertThat(find("Pazudusais")).isEmpty();
    }

    @Test
    void a_person_is_found_by_any_of_his_marks() {
        var document = "K" + UUID.randomUUID().toString().substring(0, 10).replace("-", "0");
        enter(SomeForeigner.with("Djalilov", "Sherzod", document));

        assertThat(find("djalilov sherzod")).isNotEmpty();
        assertThat(find("Sherzod Djalilov")).as("names in another order").isNotEmpty();
        assertThat(find("Džalilov")).as("a name as heard").isNotEmpty();
        assertThat(find("Djalil")).as("the beginning of a name").isNotEmpty();
        var byDocument = found(new SearchCriteria(null, null, null, document, null, null, null, null, null));
        assertThat(byDocument).singleElement().satisfies(hit -> {
            assertThat(hit.keys()).contains("document");
        });
        assertThat(found(new SearchCriteria("Djalilov", "1990-03-05", "UZB", null, null, null, null, null, null)))
                .first()
                .satisfies(hit -> assertThat(hit.reasons())
                        .extracting(Part::reason)
                        .contains(Reason.SAME_WORD, Reason.DATE_SAME, Reason.STATE_SAME));
        assertThat(find("Xyzzyqwerty")).isEmpty();
    }

    @Test
    void a_name_may_be_typed_with_its_date_of_birth() {
        for (var typed : List.of("Rashidov 05.03.1990", "Rashidov 5.3.90", "Rashidov, 1990")) {
            var place = String.valueOf(browser.post()
                    .uri("/quick")
                    .param("text", typed)
                    .with(user(inspector.account().toString()))
                    .with(csrf())
                    .exchange()
                    .getResponse()
                    .getHeader("Location"));
            var id = UUID.fromString(place.replace("/persons/found/", ""));
            var kept = Someone.as(
                    inspector,
                    () -> transaction.execute(_ -> jdbc.sql(
                                    "select criteria ->> 'name', criteria ->> 'birthDate' from person_search where id = :id")
                            .param("id", id)
                            .query((row, _) -> row.getString(1) + ", " + row.getString(2))
                            .single()));
            assertThat(kept).as(typed).startsWith("Rashidov, 1990");
        }
    }

    @Test
    void a_kept_search_opens_for_nobody_else() {
        var answer = browser.post()
                .uri("/persons/search")
                .param("name", "Djalilov")
                .with(user(inspector.account().toString()))
                .with(csrf())
                .exchange();
        var place = String.valueOf(answer.getResponse().getHeader("Location"));
        assertThat(place).startsWith("/persons/found/").doesNotContain("Djalilov");
        assertThat(browser.get()
                        .uri(place)
                        .with(user(Someone.of(Role.CASEWORKER).account().toString()))
                        .exchange())
                .hasStatus(404);
    }

    @Test
    void a_search_without_anything_keeps_what_was_typed_and_says_what_to_do() {
        assertThat(browser.post()
                        .uri("/persons/search")
                        .param("name", "ab")
                        .with(user(inspector.account().toString()))
                        .with(csrf())
                        .exchange())
                .hasStatus(422)
                .bodyText()
                .contains("Ierakstiet vismaz trīs burtus")
                .contains("value=\"ab\"");
    }

    private MvcTestResult get(String path) {
        return browser.get()
                .uri(path)
                .with(user(inspector.account().toString()))
                .exchange();
    }

    private void statePurpose(PersonId person, String caseRef) {
        assertThat(browser.post()
                        .uri("/purpose")
                        .param("purpose", "FINDING")
                        .param("caseRef", caseRef)
                        .param("person", person.toString())
                        .param("back", "/persons/" + person)
                        .with(user(inspector.account().toString()))
                        .with(csrf())
                        .exchange())
                .hasStatus(303);
    }

    private PersonId enter(String familyName, String givenNames) {
        return enter(SomeForeigner.named(familyName, givenNames));
    }

    private PersonId enter(NewPerson person) {
        var input = new EnterFinding.Input(null, person, null, SomeForeigner.found(LocalDate.of(2026, 6, 1)));
        return Someone.as(inspector, () -> enterFinding.run(input, inspector))
                        instanceof Done<EnterFinding.Opened>(var opened)
                ? opened.person()
                : new PersonId(new UUID(0, 0));
    }

    private java.util.List<PersonHit> find(String name) {
        return found(SearchCriteria.name(name));
    }

    @Test
    void a_number_of_an_old_register_finds_the_person_it_became() {
        var one = taken.one(OldTable.NIR_CASES, Map.of("LIETAS_NR", "2024/" + UUID.randomUUID()));
        assertThat(found(new SearchCriteria(
                        null, null, null, one.key().replace('/', ' '), null, null, null, null, null)))
                .singleElement()
                .satisfies(hit -> {
                    assertThat(hit.person().id().value()).isEqualTo(one.person());
                    assertThat(hit.keys()).containsExactly("old");
                });
    }

    private java.util.List<PersonHit> found(SearchCriteria criteria) {
        return Someone.as(
                inspector, () -> transaction.execute(_ -> search.find(criteria).hits()));
    }

    private long count(String query, PersonId person) {
        return Someone.as(
                inspector,
                () -> transaction.execute(_ -> jdbc.sql(query)
                        .param("person", person.value())
                        .query(Long.class)
                        .single()));
    }

    private void asOwner(String sql) throws SQLException {
        try (var connection = owner.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
