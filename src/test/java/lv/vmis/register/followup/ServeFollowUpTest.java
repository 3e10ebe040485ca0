package lv.vmis.register.followup;

import static lv.vmis.register.support.DecisionSamples.as;
import static lv.vmis.register.support.DecisionSamples.done;
import static lv.vmis.register.support.DecisionSamples.official;
import static lv.vmis.register.support.DecisionSamples.order;
import static lv.vmis.register.support.DecisionSamples.refusals;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import lv.vmis.register.kernel.Actor;
import lv.vmis.register.kernel.Outcome;
import lv.vmis.register.reference.Terms;
import lv.vmis.register.returns.Deadline;
import lv.vmis.register.support.DecisionSamples;
import lv.vmis.register.support.RegisterTest;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Follow-up decisions served on the real database, and until when they can be contested then. */
@RegisterTest
class ServeFollowUpTest {

    private final DecisionSamples samples;
    private final PrepareFollowUp prepare;
    private final SignFollowUp sign;
    private final ServeFollowUp serve;
    private final FollowUps followUps;
    private final ServedFollowUps served;
    private final FollowUpDeadlines deadlines;
    private final Terms terms;
    private final JdbcClient jdbc;
    private final LocalDate today;
    private final Actor inspector = official("inspektore");
    private final Actor decider = official("vrs.vaditajs");

    ServeFollowUpTest(
            DecisionSamples samples,
            PrepareFollowUp prepare,
            SignFollowUp sign,
            ServeFollowUp serve,
            FollowUps followUps,
            ServedFollowUps served,
            FollowUpDeadlines deadlines,
            Terms terms,
            JdbcClient jdbc,
            Clock clock) {
        this.samples = samples;
        this.prepare = prepare;
        this.sign = sign;
        this.serve = serve;
        this.followUps = followUps;
        this.served = served;
        this.deadlines = deadlines;
        this.terms = terms;
        this.jdbc = jdbc;
        this.today = LocalDate.now(clock);
    }

    @Test
    void the_time_to_contest_is_counted_from_the_service() {
        var id = signed();
        var caseId = Objects.requireNonNull(followUp(id).caseId());
        assertThat(samples.reading(() -> deadlines.of(caseId))).isEmpty();

        done(serve(id, today, "SIGNED", "ru", null));

        var note = Objects.requireNonNull(samples.reading(() -> served.of(id).orElseThrow()));
        assertThat(note.servedOn()).isEqualTo(today);
        assertThat(note.manner()).isEqualTo("SIGNED");
        var term = samples.reading(
                () -> terms.procedural("departure.contest", today).orElseThrow());
        assertThat(samples.reading(() -> deadlines.of(caseId)))
                .singleElement()
                .satisfies(one -> assertThat(one.key()).isEqualTo(Deadline.CONTEST))
                .satisfies(one -> assertThat(one.until()).isEqualTo(term.until()))
                .satisfies(one -> assertThat(one.where()).isEqualTo("/follow-ups/" + id));
        assertThat(samples.entries(id, ServeFollowUp.class)).isOne();
        assertThat(refusals(serve(id, today, "SIGNED", "ru", null))).containsExactly("ALREADY_SERVED");
    }

    @Test
    void what_cannot_be_is_refused() {
        var waiting = prepared();
        assertThat(refusals(serve(waiting, today, "SIGNED", "ru", null))).containsExactly("NOT_YET_SIGNED");
        assertThat(refusals(serve(UUID.randomUUID(), today, "SIGNED", "ru", null)))
                .containsExactly("FOLLOW_UP_UNKNOWN");
        var id = signed();
        assertThat(refusals(serve(id, today.minusDays(1), "BY_OWL", "tlh", null)))
                .containsExactly("SERVED_BEFORE_DECISION", "NOT_IN_LIST", "NOT_IN_LIST");
        assertThat(refusals(serve(id, today.plusDays(1), "REFUSED_TO_SIGN", "ru", null)))
                .containsExactly("DATE_IN_FUTURE", "REFUSAL_NEEDS_NOTE");
        assertThatThrownBy(() -> samples.reading(() ->
                        jdbc.sql("""
                                insert into follow_up_service (follow_up_id, person_id, served_on, manner, language, unit,
                                                               served_by, noted_at)
                                select id, person_id, :day, 'SIGNED', 'ru', unit, prepared_by, now()
                                  from follow_up
                                 where id = :id
                                """).param("id", waiting).param("day", today).update()))
                .hasStackTraceContaining("follow-up decision is served after it was signed");
    }

    private Outcome<UUID> serve(UUID id, LocalDate on, String manner, String language, @Nullable String note) {
        return as(inspector, () -> serve.run(new ServeFollowUp.Input(id, on, manner, language, note), inspector));
    }

    private UUID signed() {
        var id = prepared();
        as(decider, () -> done(sign.run(new SignFollowUp.Input(id, 0), decider)));
        return id;
    }

    private UUID prepared() {
        var input = new PrepareFollowUp.Input(
                samples.served(order(), inspector, decider),
                null,
                FollowUpKind.EXTEND,
                "IL2002-43-3",
                today,
                today.plusDays(60),
                null,
                "Bērns slimo");
        return as(inspector, () -> done(prepare.run(input, inspector)));
    }

    private FollowUp followUp(UUID id) {
        return samples.reading(() -> followUps.find(id).orElseThrow());
    }
}
