package lv.vmis.register.joining;

import static lv.vmis.register.support.DecisionSamples.done;
import static lv.vmis.register.support.DecisionSamples.official;
import static lv.vmis.register.support.DecisionSamples.refusals;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import lv.vmis.register.kernel.Actor;
import lv.vmis.register.kernel.PartialDate;
import lv.vmis.register.kernel.PersonId;
import lv.vmis.register.kernel.Role;
import lv.vmis.register.returns.EnterFinding;
import lv.vmis.register.support.RegisterTest;
import lv.vmis.register.support.Samples;
import lv.vmis.register.support.SomeForeigner;
import lv.vmis.register.support.Someone;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.transaction.PlatformTransactionManager;

/** Joining records of one person, and parting them, by four eyes. */
@RegisterTest
class JoinRecordsTest {

    private final JoiningSamples made;
    private final Samples samples;
    private final ProposeLink propose;
    private final ApproveLink approve;
    private final DeclineLink decline;
    private final ApproveUndo approveUndo;
    private final DeclineUndo declineUndo;
    private final EnterFinding enter;
    private final JoiningFile file;
    private final JdbcClient jdbc;
    private final MockMvcTester browser;
    private final Actor inspector = official("inspektore");
    private final Actor decider = official("vrs.vaditajs");

    JoinRecordsTest(
            JoiningSamples made,
            ProposeLink propose,
            ApproveLink approve,
            DeclineLink decline,
            ApproveUndo approveUndo,
            DeclineUndo declineUndo,
            EnterFinding enter,
            JoiningFile file,
            JdbcClient jdbc,
            MockMvcTester browser,
            PlatformTransactionManager transactions) {
        this.made = made;
        this.samples = new Samples(jdbc, transactions);
        this.propose = propose;
        this.approve = approve;
        this.decline = decline;
        this.approveUndo = approveUndo;
        this.declineUndo = declineUndo;
        this.enter = enter;
        this.file = file;
        this.jdbc = jdbc;
        this.browser = browser;
    }

    private PersonId person(String family) {
        return made.person(family, "Farid", "1984-02-11", "AZE");
    }

    @Test
    void nothing_is_joined_until_another_official_approves() {
        var elder = person("Abdullayev");
        var younger = person("Abdulajevs");

        var link = made.proposed(younger, elder);

        assertThat(made.head(younger)).isEqualTo(younger);
        assertThat(made.link(link).headId())
                .as("the elder record speaks for both")
                .isEqualTo(elder);
        done(made.approved(link, decider));
        assertThat(made.head(younger)).isEqualTo(elder);
        assertThat(made.head(elder)).isEqualTo(elder);
        assertThat(acts("ApproveLink", elder)).isEqualTo(1);
        assertThat(acts("ApproveLink", younger)).isEqualTo(1);
    }

    @Test
    void who_proposed_does_not_approve() {
        var link = made.proposed(person("Hasanov"), person("Gasanov"));

        assertThat(refusals(made.approved(link, inspector))).containsExactly("FOUR_EYES");
        assertThatThrownBy(
                        () -> made.asked(() -> jdbc.sql("""
                        update person_link set answer = 'APPROVED', decided_by = proposed_by, decided_at = now()
                         where id = :id
                        """).param("id", link).update()))
                .hasStackTraceContaining("person_link_four_eyes");
    }

    @Test
    void who_proposed_the_parting_does_not_approve_it() {
        var link = made.joined(person("Mammadov"), person("Mamedov"));
        made.undoProposed(link);
        var version = made.link(link).version();

        assertThat(refusals(
                        Someone.as(inspector, () -> approveUndo.run(new ApproveUndo.Input(link, version), inspector))))
                .containsExactly("FOUR_EYES");
        assertThatThrownBy(
                        () -> made.asked(() -> jdbc.sql("""
                        update person_link set undone_at = now(), undo_decided_by = undo_proposed_by where id = :id
                        """).param("id", link).update()))
                .hasStackTraceContaining("person_link_undo_four_eyes");
        assertThat(refusals(Someone.as(
                        decider,
                        () -> declineUndo.run(new DeclineUndo.Input(link, version, "Tā pati persona"), decider))))
                .isEmpty();
        assertThat(made.link(link).state()).isEqualTo(Link.State.IN_FORCE);
    }

    @Test
    void another_institution_does_not_decide_nor_anyone_without_the_date_of_birth() {
        var link = made.proposed(person("Aliyev"), person("Alijevs"));

        assertThat(refusals(made.approved(link, official("pmlp.vaditajs")))).containsExactly("NOT_YOUR_INSTITUTION");
        assertThat(refusals(Someone.as(
                        decider,
                        () -> approve.run(
                                new ApproveLink.Input(link, 0, PartialDate.of(LocalDate.of(1984, 2, 12))), decider))))
                .containsExactly("BIRTH_DATE_OTHER");
        assertThat(refusals(Someone.as(
                        decider,
                        () -> approve.run(
                                new ApproveLink.Input(link, 7, PartialDate.of(LocalDate.of(1984, 2, 11))), decider))))
                .containsExactly("CHANGED_MEANWHILE");
        assertThat(refusals(Someone.as(
                        decider,
                        () -> approve.run(
                                new ApproveLink.Input(UUID.randomUUID(), 0, PartialDate.of(LocalDate.of(1984, 2, 11))),
                                decider))))
                .containsExactly("LINK_UNKNOWN");
    }

    @Test
    void two_officials_who_approve_at_once_join_once() throws Exception {
        var link = made.proposed(person("Guliyev"), person("Kuliev"));
        var second = new Actor(
                UUID.randomUUID(),
                "Otrs Vadītājs",
                Role.VRS_DECIDER,
                "VRS",
                decider.unit(),
                null,
                "s",
                null,
                UUID.randomUUID());
        var all = new ArrayList<String>();
        try (var pool = Executors.newFixedThreadPool(4)) {
            var runs = IntStream.range(0, 4)
                    .mapToObj(i -> pool.submit(() -> refusals(made.approved(link, i % 2 == 0 ? decider : second))))
                    .toList();
            for (var run : runs) {
                all.addAll(run.get());
            }
        }
        assertThat(all).hasSize(3).allMatch(code -> code.equals("ALREADY_DECIDED") || code.equals("CHANGED_MEANWHILE"));
    }

    @Test
    void joined_at_once_in_a_chain_all_have_one_head() throws Exception {
        var people = IntStream.range(0, 4)
                .mapToObj(i -> person("Rzayev" + "abcd".charAt(i)))
                .toList();
        var links = IntStream.range(0, 3)
                .mapToObj(i -> made.proposed(people.get(i), people.get(i + 1)))
                .toList();
        try (var pool = Executors.newFixedThreadPool(3)) {
            for (var run : links.stream()
                    .map(link -> pool.submit(() -> made.approved(link, decider)))
                    .toList()) {
                run.get();
            }
        }
        // Whoever was joined meanwhile is refused; the heads are true of those links that are in force.
        var joined = links.stream().filter(link -> made.link(link).isInForce()).count();
        assertThat(joined).isGreaterThanOrEqualTo(1);
        assertThat(people.stream().map(made::head).distinct()).hasSize(4 - (int) joined);
    }

    @Test
    void only_those_who_speak_for_a_person_are_joined() {
        var a = person("Ismayilov");
        var b = person("Ismailov");
        var c = person("Ismailovs");
        var stale = made.proposed(b, c);
        made.joined(a, b);

        assertThat(refusals(made.approved(stale, decider))).containsExactly("JOINED_MEANWHILE");
        assertThat(refusals(Someone.as(
                        inspector, () -> propose.run(new ProposeLink.Input(a, b, "SAME_NAME", null), inspector))))
                .containsExactly("ALREADY_ONE");
        assertThat(refusals(Someone.as(
                        inspector, () -> propose.run(new ProposeLink.Input(c, a, "SAME_NAME", null), inspector))))
                .as("the proposal with b is one with the person of a and b")
                .containsExactly("ALREADY_PROPOSED");
        assertThat(refusals(Someone.as(
                        decider, () -> decline.run(new DeclineLink.Input(stale, 0, "Jāpiedāvā no jauna"), decider))))
                .isEmpty();
        made.joined(c, b);
        assertThat(made.head(c)).isEqualTo(a);
    }

    @Test
    void the_database_refuses_a_head_that_is_not_the_root_and_a_circle() {
        var a = person("Huseynov");
        var b = person("Guseinov");
        var c = person("Guseynov");
        made.joined(a, b);

        for (var wrong : List.of(
                "update person set head_id = '%s' where id = '%s'".formatted(c, a),
                "update person set head_id = '%s' where id = '%s'".formatted(b, b),
                "update person set head_id = '%s' where id = '%s'".formatted(a, c))) {
            assertThatThrownBy(() -> made.asked(() -> jdbc.sql(wrong).update()))
                    .as(wrong)
                    .hasStackTraceContaining("root of its links");
        }
        assertThatThrownBy(() -> made.asked(() -> jdbc.sql("""
                        insert into person_link (id, head_id, member_id, reason, institution, proposed_by, proposed_at,
                                                 answer, decided_by, decided_at)
                        values (gen_random_uuid(), :member, :head, 'SAME_NAME', 'VRS', gen_random_uuid(), now(),
                                'APPROVED', gen_random_uuid(), now())
                        """)
                        .param("member", b.value())
                        .param("head", a.value())
                        .update()))
                .hasStackTraceContaining("joined in a circle");
    }

    @Test
    void parting_at_any_depth_takes_along_what_is_below() {
        var a = person("Jafarov");
        var b = person("Dzafarov");
        var c = person("Djafarov");
        made.joined(b, c);
        var upper = made.joined(a, b);
        assertThat(made.head(c)).isEqualTo(a);

        made.parted(upper);

        assertThat(made.head(a)).isEqualTo(a);
        assertThat(made.head(b)).isEqualTo(b);
        assertThat(made.head(c)).isEqualTo(b);
    }

    @Test
    void a_new_case_is_opened_with_the_record_that_speaks_for_the_person() {
        var a = person("Bagirov");
        var b = person("Bagirovs");
        made.joined(a, b);

        var input = new EnterFinding.Input(b, null, null, SomeForeigner.found(LocalDate.of(2026, 6, 1)));
        var opened = done(Someone.as(inspector, () -> enter.run(input, inspector)));

        assertThat(opened.person()).isEqualTo(a);
    }

    @Test
    void every_page_shows_all_records_and_says_with_which_each_fact_stands() {
        var a = person("Nabiyev");
        var b = person("Nabijevs");
        var number = Samples.number();
        samples.document(b.value(), number, "AZE");
        var decision = samples.decision(b.value(), LocalDate.of(2020, 1, 1));
        samples.ban(b.value(), decision, "SCH", 60);
        var input = new EnterFinding.Input(b, null, null, SomeForeigner.found(LocalDate.of(2026, 6, 1)));
        var opened = done(Someone.as(inspector, () -> enter.run(input, inspector)));
        made.joined(a, b);
        var numberOfB = made.asked(() -> jdbc.sql("select number from person where id = :id")
                .param("id", b.value())
                .query(Long.class)
                .single());
        statePurpose(a);

        for (var person : List.of(a, b)) {
            assertThat(page("/persons/" + person))
                    .contains("NABIYEV", number, "Aizliegums gaida izbraukšanu", Link.shown(numberOfB));
            assertThat(page("/persons/" + person + "/identities")).contains("Nabijevs", "Nabiyev", number);
            assertThat(page("/persons/" + person + "/cases")).contains(opened.number(), Link.shown(numberOfB));
            assertThat(page("/persons/" + person + "/bans")).contains("Šengena");
            assertThat(page("/persons/" + person + "/joining"))
                    .contains(Link.shown(numberOfB), "cluster__record--head");
        }
        assertThat(page("/persons/" + b)).contains(Link.shown(numberOfB) + " ir apvienota ar P-");
        assertThat(looks("person.summary", b))
                .as("looks at the head are looks at the joined record")
                .isEqualTo(3);
        assertThat(looks("person.summary", a)).isEqualTo(3);
    }

    @Test
    void what_was_known_at_a_moment_is_what_the_records_joined_then_said() {
        var a = person("Rzayev");
        var b = person("Rzajevs");
        statePurpose(a);
        assertThat(page("/persons/" + a + "/known")).contains("Rzayev").doesNotContain("Rzajevs", "viena persona");

        var link = made.joined(a, b);
        assertThat(page("/persons/" + a + "/known")).contains("Rzayev", "Rzajevs", "viena persona");
        assertThat(page("/persons/" + a + "/known?day=vakar")).doesNotContain("viena persona");
        made.parted(link);

        assertThat(page("/persons/" + a + "/known")).contains("Rzayev").doesNotContain("Rzajevs", "viena persona");
        assertThat(looks("person.known", b))
                .as("what is shown of the other is a look at it")
                .isEqualTo(2);
    }

    @Test
    void the_preview_tells_what_changes_and_what_speaks_against_it() {
        var a = person("Sadigov");
        var b = made.person("Sadyqov", "Farid", "1984-11-02", "AZE");
        samples.document(a.value(), Samples.number(), "AZE");
        samples.document(b.value(), Samples.number(), "AZE");
        var decision = samples.decision(b.value(), LocalDate.of(2024, 1, 1));
        samples.ban(b.value(), decision, "LV", null);
        samples.departure(b.value(), decision, LocalDate.of(2024, 1, 5));
        var link = made.proposed(a, b);

        var preview = made.asked(() -> file.link(link));

        assertThat(preview.headHolds().answer()).isEqualTo("NO_BAN");
        assertThat(preview.memberHolds().answer()).isEqualTo("BAN");
        assertThat(preview.together().answer()).isEqualTo("BAN");
        assertThat(preview.together().latvia()).isEqualTo(1);
        assertThat(preview.together().documents()).isEqualTo(2);
        assertThat(preview.contradictions())
                .extracting(Contradiction::kind)
                .containsExactlyInAnyOrder("birth", "document");
    }

    @Test
    void the_preview_of_a_parting_tells_what_came_later_and_with_which_record_it_stays() {
        var a = person("Veliyev");
        var b = person("Velijevs");
        var link = made.joined(a, b);
        var input = new EnterFinding.Input(b, null, null, SomeForeigner.found(LocalDate.of(2026, 6, 1)));
        var opened = done(Someone.as(inspector, () -> enter.run(input, inspector)));
        made.asked(() -> jdbc.sql("""
                        insert into address (id, person_id, country, text, source, noted_at, noted_by)
                        values (gen_random_uuid(), :person, 'LVA', 'Rīga', 'STATED', now(), gen_random_uuid())
                        """).param("person", b.value()).update());
        made.undoProposed(link);

        var preview = made.asked(() -> file.link(link));

        assertThat(preview.later())
                .extracting(later -> later.kind() + " " + later.record())
                .containsExactlyInAnyOrder(
                        "case " + preview.link().head(),
                        "address " + preview.link().member());
        assertThat(preview.later()).extracting(LaterFact::name).contains(opened.number());
        assertThat(preview.headHolds().cases()).isEqualTo(1);
        assertThat(preview.memberHolds().cases()).isZero();
        made.undoApproved(link);
        assertThat(made.asked(() -> file.link(link)).memberHolds().addresses()).isEqualTo(1);
    }

    private void statePurpose(PersonId person) {
        assertThat(browser.post()
                        .uri("/purpose")
                        .param("purpose", "FINDING")
                        .param("reason", "Pārbaude")
                        .param("person", person.toString())
                        .param("back", "/persons/" + person)
                        .with(user(inspector.account().toString()))
                        .with(csrf())
                        .exchange())
                .hasStatus(303);
    }

    private String page(String path) {
        var answer = browser.get()
                .uri(path)
                .with(user(inspector.account().toString()))
                .exchange();
        assertThat(answer).as(path).hasStatusOk();
        return bodyOf(answer);
    }

    private static String bodyOf(org.springframework.test.web.servlet.assertj.MvcTestResult answer) {
        try {
            return answer.getResponse().getContentAsString(java.nio.charset.StandardCharsets.UTF_8);
        } catch (java.io.UnsupportedEncodingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private long acts(String operation, PersonId person) {
        return entries("act", operation, person);
    }

    private long looks(String operation, PersonId person) {
        return entries("look", operation, person);
    }

    private long entries(String kind, String operation, PersonId person) {
        return made.asked(() -> jdbc.sql("""
                        select count(*) from entry
                         where kind = :kind and operation = :operation and persons @> array[:person]::uuid[]
                        """)
                .param("kind", kind)
                .param("operation", operation)
                .param("person", person.value())
                .query(Long.class)
                .single());
    }
}
