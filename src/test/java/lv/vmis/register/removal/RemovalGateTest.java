package lv.vmis.register.removal;

import static lv.vmis.register.support.DecisionSamples.as;
import static lv.vmis.register.support.DecisionSamples.done;
import static lv.vmis.register.support.DecisionSamples.official;
import static lv.vmis.register.support.DecisionSamples.order;
import static lv.vmis.register.support.DecisionSamples.refusals;
import static lv.vmis.register.support.DecisionSamples.removal;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Types;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import lv.vmis.register.decision.ConfirmDeparture;
import lv.vmis.register.decision.Decision;
import lv.vmis.register.decision.Decisions;
import lv.vmis.register.joining.JoiningSamples;
import lv.vmis.register.kernel.Actor;
import lv.vmis.register.kernel.RegisterClock;
import lv.vmis.register.remedy.FileRemedy;
import lv.vmis.register.remedy.RemedyKind;
import lv.vmis.register.remedy.RemedyResult;
import lv.vmis.register.remedy.ResolveRemedy;
import lv.vmis.register.safeguard.AssessSafeguards;
import lv.vmis.register.support.DecisionSamples;
import lv.vmis.register.support.RegisterTest;
import lv.vmis.register.whereabouts.NoteWhereabouts;
import lv.vmis.register.whereabouts.SearchState;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What holds back a removal by force: the action says it, and the database holds it by name. */
@RegisterTest
class RemovalGateTest {

    private final DecisionSamples samples;
    private final ConfirmDeparture depart;
    private final AssessSafeguards assess;
    private final FileRemedy file;
    private final ResolveRemedy resolve;
    private final NoteWhereabouts missing;
    private final JoiningSamples joining;
    private final OnBoard board;
    private final Decisions decisions;
    private final JdbcClient jdbc;
    private final Clock clock;
    private final LocalDate today;
    private final Actor inspector = official("inspektore");
    private final Actor decider = official("vrs.vaditajs");

    RemovalGateTest(
            DecisionSamples samples,
            ConfirmDeparture depart,
            AssessSafeguards assess,
            FileRemedy file,
            ResolveRemedy resolve,
            NoteWhereabouts missing,
            JoiningSamples joining,
            Removals removals,
            Decisions decisions,
            JdbcClient jdbc,
            Clock clock) {
        this.samples = samples;
        this.depart = depart;
        this.assess = assess;
        this.file = file;
        this.resolve = resolve;
        this.missing = missing;
        this.joining = joining;
        this.board = new OnBoard(samples, removals);
        this.decisions = decisions;
        this.jdbc = jdbc;
        this.clock = clock;
        this.today = LocalDate.now(clock);
    }

    /** A removal of which nothing but its steps is open. */
    private UUID assessed() {
        var id = samples.served(removal(), inspector, decider);
        samples.assessed(decision(id).caseId(), inspector);
        return id;
    }

    private UUID ready() {
        var id = assessed();
        samples.ready(id);
        return id;
    }

    private Decision decision(UUID id) {
        return samples.reading(() -> decisions.find(id).orElseThrow());
    }

    private List<String> left(UUID decision) {
        return refusals(as(inspector, () -> depart.run(samples.forced(decision, "FORCED"), inspector)));
    }

    /** The name of the constraint by which the database refuses it by itself. */
    private void refuses(UUID decision, String constraint) {
        assertThatThrownBy(() -> inserted(decision, null))
                .rootCause()
                .isInstanceOfSatisfying(
                        PSQLException.class,
                        refused -> assertThat(refused.getServerErrorMessage())
                                .isNotNull()
                                .extracting(ServerErrorMessage::getConstraint)
                                .isEqualTo(constraint));
    }

    private int inserted(UUID decision, @Nullable String omitted) {
        var at = clock.instant();
        return samples.reading(() -> jdbc.sql("""
                insert into departure (id, case_id, decision_id, person_id, departed_on, departed_at, crossing_point, destination,
                                       return_type, source, omitted, confirmed_by, confirmed_at)
                select gen_random_uuid(), case_id, id, person_id, :day, :at, 'LIDOSTA_RIGA', 'UZB', 'FORCED', 'VRS', :omitted,
                       prepared_by, :at
                  from decision
                 where id = :id
                """)
                .param("id", decision)
                .param("day", LocalDate.ofInstant(at, RegisterClock.RIGA))
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("omitted", omitted, Types.VARCHAR)
                .update());
    }

    private java.util.Set<Block> blocks(UUID decision) {
        return board.all().stream()
                .filter(one -> one.row().id().equals(decision))
                .findFirst()
                .orElseThrow()
                .readiness()
                .blocks();
    }

    @Test
    void asylum_that_was_told_of_is_assessed_anew_and_who_may_stay_is_not_removed() {
        var id = ready();
        told(id, "ASYLUM", "APPLIED");
        assertThat(left(id)).containsExactly("SAFEGUARDS_OPEN");
        refuses(id, "departure_safeguards_clear");
        samples.assessed(decision(id).caseId(), inspector);

        told(id, "PERMIT", "GRANTED");
        assertThat(left(id)).containsExactly("MAY_STAY");
        refuses(id, "departure_of_who_may_not_stay");
        told(id, "PERMIT", "ANNULLED");
        assertThat(left(id)).isEmpty();
    }

    private void told(UUID decision, String subject, String status) {
        samples.reading(() -> jdbc.sql("""
                        insert into vmis_notice (id, person_id, subject, status, told_at)
                        values (gen_random_uuid(), :person, :subject, :status, clock_timestamp())
                        """)
                .param("person", decision(decision).personId().value())
                .param("subject", subject)
                .param("status", status)
                .update());
    }

    @Test
    void what_prevents_a_removal_in_one_case_of_a_person_prevents_it_in_all() {
        var id = ready();
        var other = samples.openFor(decision(id).personId(), inspector);
        var health = List.of(new AssessSafeguards.Answer("HEALTH", "PREVENTS", "Operācija"));
        as(inspector, () -> done(assess.run(new AssessSafeguards.Input(other.caseId(), 0, today, health), inspector)));

        var refused = as(inspector, () -> depart.run(samples.forced(id, "FORCED"), inspector));
        assertThat(refusals(refused)).containsExactly("SAFEGUARDS_OPEN");
        assertThat(refused.toString()).contains(numberOf(other.caseId()));
        refuses(id, "departure_safeguards_clear");
        assertThat(blocks(id)).contains(Block.PREVENTED);

        var clear = List.of(new AssessSafeguards.Answer("HEALTH", "CLEAR", "Izrakstīts"));
        as(inspector, () -> done(assess.run(new AssessSafeguards.Input(other.caseId(), 1, today, clear), inspector)));
        assertThat(blocks(id)).doesNotContain(Block.PREVENTED);
        assertThat(left(id)).isEmpty();
    }

    @Test
    void what_prevents_a_removal_holds_over_joined_records() {
        var id = ready();
        var other = samples.open(inspector);
        var health = List.of(new AssessSafeguards.Answer("HEALTH", "PREVENTS", "Operācija"));
        as(inspector, () -> done(assess.run(new AssessSafeguards.Input(other.caseId(), 0, today, health), inspector)));
        assertThat(blocks(id)).doesNotContain(Block.PREVENTED);
        joining.joined(decision(id).personId(), other.person());
        assertThat(left(id)).containsExactly("SAFEGUARDS_OPEN");
        refuses(id, "departure_safeguards_clear");
    }

    @Test
    void a_decision_in_the_place_of_one_that_a_remedy_suspends_is_not_carried_out_either() {
        var opened = samples.open(inspector);
        var first = samples.served(opened, removal(), inspector, decider);
        samples.assessed(opened.caseId(), inspector);
        var appeal = new FileRemedy.Input(first, RemedyKind.CONTEST, today, "Tiesa", null, true, null);
        as(inspector, () -> done(file.run(appeal, inspector)));
        var second = samples.served(opened, removal(), inspector, decider);
        samples.ready(second);
        assertThat(blocks(second)).contains(Block.SUSPENDED);
        assertThat(left(second)).containsExactly("OTHER_SUSPENDED");
        refuses(second, "departure_nothing_suspended");
    }

    @Test
    void what_was_said_last_prevents_a_removal_whatever_day_it_is_of() {
        var id = ready();
        samples.reading(() -> jdbc.sql("update return_case set opened_on = opened_on - 1 where id = :id")
                .param("id", decision(id).caseId())
                .update());
        var health = List.of(new AssessSafeguards.Answer("HEALTH", "PREVENTS", "Nedrīkst lidot"));
        var earlier = new AssessSafeguards.Input(decision(id).caseId(), 6, today.minusDays(1), health);
        as(inspector, () -> done(assess.run(earlier, inspector)));
        assertThat(blocks(id)).contains(Block.PREVENTED);
        assertThat(left(id)).containsExactly("SAFEGUARDS_OPEN");
        refuses(id, "departure_safeguards_clear");
    }

    @Test
    void what_prevented_a_removal_on_a_day_prevented_it_then_whatever_was_answered_since() {
        var id = ready();
        samples.reading(() -> jdbc.sql("""
                        insert into safeguard (id, case_id, person_id, question, answer, evidence, assessed_on, unit, entered_by, entered_at)
                        select gen_random_uuid(), case_id, person_id, question, 'PREVENTS', 'Slimnīcā', assessed_on - 2, unit, entered_by,
                               entered_at - interval '1 hour'
                          from safeguard
                         where case_id = :case and question = 'HEALTH'
                        """).param("case", decision(id).caseId()).update());
        assertThat(health(id, today.minusDays(1))).isEqualTo("PREVENTS");
        assertThat(health(id, today)).isEqualTo("CLEAR");
    }

    private String health(UUID decision, LocalDate day) {
        return samples.reading(() -> jdbc.sql("""
                        select standing from safeguards_on(:case, :day) where question = 'HEALTH'
                        """)
                .param("case", decision(decision).caseId())
                .param("day", day)
                .query(String.class)
                .single());
    }

    @Test
    void a_remedy_that_suspends_one_decision_holds_back_every_removal_of_the_person() {
        var id = ready();
        var other = samples.served(samples.openFor(decision(id).personId(), inspector), order(), inspector, decider);
        var appeal = new FileRemedy.Input(other, RemedyKind.CONTEST, today, "Tiesa", null, true, null);
        var remedy = as(inspector, () -> done(file.run(appeal, inspector)));

        assertThat(left(id)).containsExactly("OTHER_SUSPENDED");
        refuses(id, "departure_nothing_suspended");
        assertThat(blocks(id)).contains(Block.SUSPENDED);

        var result = new ResolveRemedy.Input(remedy, 0, RemedyResult.UPHELD, today, null, null);
        as(inspector, () -> done(resolve.run(result, inspector)));
        assertThat(blocks(id)).doesNotContain(Block.SUSPENDED);
        assertThat(left(id)).isEmpty();
    }

    @Test
    void nobody_is_removed_by_force_under_a_suspended_decision_whatever_a_program_forgets() {
        var id = ready();
        var appeal = new FileRemedy.Input(id, RemedyKind.CONTEST, today, "Tiesa", null, true, null);
        as(inspector, () -> done(file.run(appeal, inspector)));
        refuses(id, "departure_nothing_suspended");
    }

    @Test
    void nobody_is_removed_by_force_whose_removal_was_neither_set_nor_told() {
        var id = assessed();
        assertThat(left(id)).containsExactly("NO_START", "NOT_CHECKED");
        refuses(id, "departure_start_set");
        samples.step(id, "MEDICAL_CHECK", "FIT", 30, null);
        samples.step(id, "SCHEDULED", "FLIGHT", 25, 1);
        assertThat(left(id)).containsExactly("NOT_TOLD");
        refuses(id, "departure_told_before");
        samples.step(id, "NOTIFIED", "SIGNED", 24, 1);
        // Another start was set since, of which he was not told.
        samples.step(id, "SCHEDULED", "FLIGHT", 20, 2);
        assertThat(left(id)).containsExactly("NOT_TOLD");
        refuses(id, "departure_told_before");
        samples.step(id, "NOTIFIED", "SIGNED", 19, 2);
        samples.step(id, "FAILED", "CARRIER", 1, null);
        assertThat(left(id)).containsExactly("NO_START", "NOT_CHECKED");
        refuses(id, "departure_start_set");
    }

    @Test
    void nobody_is_removed_by_force_before_the_start_that_was_set() {
        var id = assessed();
        samples.step(id, "MEDICAL_CHECK", "FIT", 30, null);
        samples.step(id, "SCHEDULED", "FLIGHT", 25, -1);
        samples.step(id, "NOTIFIED", "SIGNED", 24, -1);
        for (var type : List.of("FORCED", "FORCED_ESCORTED", "READMISSION")) {
            assertThat(refusals(as(inspector, () -> depart.run(samples.forced(id, type), inspector))))
                    .as(type)
                    .containsExactly("NOT_BEGUN");
        }
        refuses(id, "departure_not_before_start");
        var himself = new ConfirmDeparture.Input(id, today, "LIDOSTA_RIGA", "UZB", "VOLUNTARY", "Zīmogs");
        assertThat(refusals(as(inspector, () -> depart.run(himself, inspector))))
                .isEmpty();
    }

    @Test
    void nobody_is_removed_by_force_while_it_is_put_off_whatever_was_set_since() {
        var id = assessed();
        samples.step(id, "POSTPONED", "HEALTH", 40, null, today.plusDays(1));
        samples.ready(id);
        assertThat(left(id)).containsExactly("STILL_POSTPONED");
        refuses(id, "departure_not_put_off");
        samples.step(id, "POSTPONED", "HEALTH", 39, null, today);
        assertThat(left(id)).isEmpty();
    }

    @Test
    void nobody_is_removed_by_force_who_must_not_travel() {
        var id = assessed();
        samples.step(id, "MEDICAL_CHECK", "FIT", 30, null);
        samples.step(id, "MEDICAL_CHECK", "UNFIT", 29, null);
        samples.step(id, "SCHEDULED", "FLIGHT", 25, 1);
        samples.step(id, "NOTIFIED", "SIGNED", 24, 1);
        assertThat(left(id)).containsExactly("UNFIT");
        refuses(id, "departure_fit_to_travel");
        samples.step(id, "MEDICAL_CHECK", "FIT_WITH_CARE", 3, null);
        assertThat(left(id)).isEmpty();
    }

    @Test
    void where_there_was_no_medical_check_it_is_said_why() {
        var id = assessed();
        samples.step(id, "SCHEDULED", "FLIGHT", 25, 1);
        samples.step(id, "NOTIFIED", "SIGNED", 24, 1);
        assertThat(left(id)).containsExactly("NOT_CHECKED");
        refuses(id, "departure_checked_before");
        var at = clock.instant();
        var told = new ConfirmDeparture.Input(
                id,
                LocalDate.ofInstant(at, RegisterClock.RIGA),
                at,
                "LIDOSTA_RIGA",
                "UZB",
                "FORCED",
                "VRS",
                null,
                "Veselības pārbaude: persona no tās atteicās",
                null);
        assertThat(refusals(as(inspector, () -> depart.run(told, inspector)))).isEmpty();
    }

    @Test
    void nobody_is_removed_by_force_of_whom_nobody_knows_where_he_is() {
        var id = ready();
        var gone = new NoteWhereabouts.Input(
                decision(id).caseId(), 0, SearchState.UNKNOWN, today, "Adresē nav", today.plusDays(5));
        as(inspector, () -> done(missing.run(gone, inspector)));
        assertThat(left(id)).containsExactly("IS_MISSING");
        refuses(id, "departure_nobody_missing");
        // Also where the search stands in another case of him.
        var found = new NoteWhereabouts.Input(decision(id).caseId(), 1, SearchState.FOUND, today, "Atrasts", null);
        as(inspector, () -> done(missing.run(found, inspector)));
        var other = samples.openFor(decision(id).personId(), inspector);
        var again = new NoteWhereabouts.Input(
                other.caseId(), 0, SearchState.UNKNOWN, today, "Adresē nav", today.plusDays(5));
        as(inspector, () -> done(missing.run(again, inspector)));
        assertThat(left(id)).containsExactly("IS_MISSING");
        assertThat(blocks(id)).contains(Block.MISSING);
    }

    @Test
    void a_removal_by_force_has_a_time_that_has_come() {
        var id = ready();
        var untimed = new ConfirmDeparture.Input(id, today, "LIDOSTA_RIGA", "UZB", "FORCED", null);
        assertThat(refusals(as(inspector, () -> depart.run(untimed, inspector))))
                .containsExactly("TIME_MISSING");
        var early = samples.forced(id, "FORCED", clock.instant().plus(Duration.ofSeconds(90)));
        assertThat(refusals(as(inspector, () -> depart.run(early, inspector)))).containsExactly("DEPARTURE_IN_FUTURE");
        assertThat(inserted(id, null)).isOne();
    }

    private String numberOf(UUID caseId) {
        return samples.reading(() -> jdbc.sql("select number from return_case where id = :id")
                .param("id", caseId)
                .query(String.class)
                .single());
    }
}
