package lv.vmis.register.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.regex.Pattern;
import lv.vmis.register.support.RegisterTest;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.transaction.annotation.Transactional;

/** An empty installation becomes a living register, also when it is stopped on the way. */
@RegisterTest
// A register of its own: histories are made in an empty one only.
@TestPropertySource(properties = "spring.application.name=empty-register")
class LivingRegisterTest {

    private static final int PEOPLE = 230;

    private final LivingRegister register;
    private final JdbcClient jdbc;
    private final MockMvcTester mvc;

    LivingRegisterTest(LivingRegister register, JdbcClient jdbc, MockMvcTester mvc) {
        this.register = register;
        this.jdbc = jdbc;
        this.mvc = mvc;
    }

    private long count(String sql) {
        return Objects.requireNonNull(jdbc.sql(sql).query(Long.class).single());
    }

    @Test
    @Transactional
    void goes_on_where_it_stopped_and_then_stays_as_it_is() throws Exception {
        jdbc.sql("select set_config('register.actor', :actor, true)")
                .param("actor", Official.of("parzine").id().toString())
                .query(String.class)
                .single();
        assertThat(register.fill(PEOPLE, 60)).isFalse();
        var after = count("select count(*) from person");
        assertThat(count("select made from training_run")).isEqualTo(after);
        assertThat(count("select stories from training_run")).isEqualTo(60);

        assertThat(register.fill(PEOPLE, Integer.MAX_VALUE)).isTrue();
        var all = count("select count(*) from person");
        assertThat(all).isBetween(PEOPLE - 6L, (long) PEOPLE);
        assertThat(count("select made from training_run")).isEqualTo(all);
        assertThat(count("select count(*) from training_run where finished_at is not null"))
                .isOne();

        assertThat(register.fill(PEOPLE, Integer.MAX_VALUE)).isTrue();
        assertThat(count("select count(*) from person")).isEqualTo(all);

        obeysTheLaw();
        decisionsStandWhereTheirDeedsSay();
        leavesWorkForEverybody();
        desktopsCountIt();
    }

    private void obeysTheLaw() {
        assertThat(
                        count(
                                "select count(*) from departure e join decision d on d.id = e.decision_id where e.departed_on < d.decided_on"))
                .isZero();
        assertThat(
                        count(
                                "select count(*) from service s join decision d on d.id = s.decision_id where s.served_on < d.decided_on"))
                .isZero();
        assertThat(
                        count(
                                "select count(*) from departure e where not exists (select 1 from service s where s.decision_id = e.decision_id)"))
                .isZero();
        assertThat(
                        count(
                                "select count(*) from decision d join finding f on f.case_id = d.case_id where d.decided_on < f.found_on"))
                .isZero();
        assertThat(
                        count(
                                "select count(*) from decision where kind = 'DEPARTURE_ORDER' and term_days not between 7 and 30"))
                .isZero();
        assertThat(count("select count(*) from decision where signed_by = prepared_by"))
                .isZero();
        assertThat(count("select count(*) from identity where birth_earliest > noted_at::date"))
                .isZero();
    }

    /** What the database keeps beside decisions and cases is what their services, departures and other decisions say. */
    private void decisionsStandWhereTheirDeedsSay() {
        assertThat(count("""
                        select count(*)
                          from decision d
                          left join service s on s.decision_id = d.id
                          left join departure e on e.decision_id = d.id
                         where (d.served_on, d.departed_on)
                               is distinct from (coalesce(s.served_on, case when d.decider is not null then d.decided_on end),
                                                 e.departed_on)
                            or d.open <> (d.signed_at is not null
                                          and d.case_id not in (select case_id from departure)
                                          and d.signed_at = (select max(signed_at) from decision where case_id = d.case_id))
                        """)).isZero();
        assertThat(count("""
                        select count(*) from return_case
                         where undecided = (id in (select case_id from decision where signed_at is not null and case_id is not null))
                        """)).isZero();
    }

    private void leavesWorkForEverybody() {
        assertThat(count("select count(*) from ban_clock where from_day is null"))
                .isPositive();
        assertThat(count("select count(*) from ban_clock where to_day < current_date"))
                .isPositive();
        assertThat(count("select count(*) from ban_clock where from_day <= current_date and to_day >= current_date"))
                .isPositive();
        for (var institution : new String[] {"VRS", "PMLP"}) {
            assertThat(count(
                            "select count(*) from decision where sent_at is not null and signed_at is null and institution = '"
                                    + institution + "'"))
                    .as("to sign in " + institution)
                    .isPositive();
            assertThat(count("select count(*) from decision d where signed_at is not null and institution = '"
                            + institution + "' and not exists (select 1 from service s where s.decision_id = d.id)"))
                    .as("to serve in " + institution)
                    .isPositive();
        }
        assertThat(count("select count(*) from return_case where competent = 'PMLP' and institution = 'VRS'"))
                .isPositive();
    }

    /** The counts of the desktops against plainer questions. */
    private void desktopsCountIt() {
        var draft = "select count(*) from decision where signed_at is null and withdrawn_at is null ";
        var undecided =
                " and id not in (select case_id from decision where withdrawn_at is null and case_id is not null)";
        assertThat(onDesk("vrs.vaditajs", "to-sign"))
                .isEqualTo(count(draft + "and sent_at is not null and institution = 'VRS'"));
        assertThat(onDesk("pmlp.vaditajs", "to-sign"))
                .isEqualTo(count(draft + "and sent_at is not null and institution = 'PMLP'"));
        assertThat(onDesk("inspektore", "drafts"))
                .isEqualTo(
                        count(draft + "and sent_at is null and returned_at is null and unit = 'VRS_RIGA_IMIGRACIJA'"));
        assertThat(onDesk("inspektors", "returned"))
                .isEqualTo(count(draft
                        + "and sent_at is null and returned_at is not null and unit = 'VRS_DAUGAVPILS_IMIGRACIJA'"));
        assertThat(onDesk("inspektore", "undecided"))
                .isEqualTo(count(
                        "select count(*) from return_case where competent = 'VRS' and unit = 'VRS_RIGA_IMIGRACIJA'"
                                + undecided));
        assertThat(onDesk("lietvede", "handed-over"))
                .isEqualTo(count("select count(*) from return_case where competent = 'PMLP' and institution = 'VRS'"
                        + undecided));
        assertThat(onDesk("lietvede", "to-serve"))
                .isEqualTo(
                        count(
                                "select count(*) from decision where number like 'PMLP%' and id not in (select decision_id from service)"));
        assertThat(onDesk("konvojs", "removals"))
                .isEqualTo(
                        count(
                                "select count(*) from decision where number like '%-L-%' and case_id not in (select case_id from departure)"));
    }

    private long onDesk(String login, String queue) {
        var page = mvc.get()
                .uri("/")
                .with(user(Official.of(login).id().toString()))
                .exchange();
        assertThat(page).hasStatusOk();
        var count = Pattern.compile("queue__count\">(\\d+)</span> <a href=\"#queue-" + queue + "\"")
                .matcher(new String(page.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8));
        assertThat(count.find()).as(queue).isTrue();
        return Long.parseLong(count.group(1));
    }
}
