package lv.vmis.register.judgment;

import static lv.vmis.register.support.DecisionSamples.as;
import static lv.vmis.register.support.DecisionSamples.done;
import static lv.vmis.register.support.DecisionSamples.official;
import static lv.vmis.register.support.DecisionSamples.refusals;
import static lv.vmis.register.support.DecisionSamples.removal;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import lv.vmis.register.decision.ConfirmDeparture;
import lv.vmis.register.detention.Detain;
import lv.vmis.register.kernel.Actor;
import lv.vmis.register.returns.CloseCase;
import lv.vmis.register.returns.ClosingReason;
import lv.vmis.register.returns.EnterFinding.Opened;
import lv.vmis.register.support.DecisionSamples;
import lv.vmis.register.support.RegisterTest;
import lv.vmis.register.whereabouts.NoteWhereabouts;
import lv.vmis.register.whereabouts.SearchState;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Somebody who serves a sentence in prison, as one case of his tells, in his other cases. */
@RegisterTest
class PrisonerTest {

    private final EnterJudgment enter;
    private final ChangeImprisonment change;
    private final ConfirmDeparture depart;
    private final Detain detain;
    private final NoteWhereabouts note;
    private final CloseCase close;
    private final DecisionSamples samples;
    private final JdbcClient jdbc;
    private final Clock clock;
    private final LocalDate today;
    private final Actor inspector = official("inspektore");
    private final Actor decider = official("vrs.vaditajs");

    PrisonerTest(
            EnterJudgment enter,
            ChangeImprisonment change,
            ConfirmDeparture depart,
            Detain detain,
            NoteWhereabouts note,
            CloseCase close,
            DecisionSamples samples,
            JdbcClient jdbc,
            Clock clock) {
        this.enter = enter;
        this.change = change;
        this.depart = depart;
        this.detain = detain;
        this.note = note;
        this.close = close;
        this.samples = samples;
        this.jdbc = jdbc;
        this.clock = clock;
        this.today = LocalDate.now(clock);
    }

    @Test
    void is_neither_removed_nor_detained_nor_looked_for_in_another_case() {
        var opened = samples.open(inspector);
        var removal = samples.served(opened, removal(), inspector, decider);
        samples.assessed(opened.caseId(), inspector);
        // The judgment goes to a case of its own.
        var other = samples.openFor(opened.person(), inspector);
        var judgment = done(as(inspector, () -> enter.run(judgment(opened, today.minusDays(200), null), inspector)));
        assertThat(samples.reading(() -> jdbc.sql("select case_id from decision where id = :id")
                        .param("id", judgment)
                        .query(UUID.class)
                        .single()))
                .isEqualTo(other.caseId());

        assertThatThrownBy(() -> samples.ready(removal))
                .hasStackTraceContaining("no removal begins while the sentence is served");
        assertThat(left(removal)).contains("IN_PRISON");
        assertThat(detained(opened)).containsExactly("IN_PRISON");
        assertThat(missing(opened)).containsExactly("IN_PRISON");
        var hidden = new CloseCase.Input(opened.caseId(), ClosingReason.ABSCONDED, today, "Nav atrodams");
        assertThat(refusals(as(inspector, () -> close.run(hidden, inspector)))).containsExactly("PERSON_IN_PRISON");
        refuses("""
                insert into departure (id, case_id, decision_id, person_id, departed_on, crossing_point, destination, return_type, source,
                                       confirmed_by, confirmed_at)
                select gen_random_uuid(), case_id, id, person_id, current_date, 'LIDOSTA_RIGA', 'UZB', 'VOLUNTARY', 'VRS', prepared_by, now()
                  from decision
                 where id = :id
                """, removal, "nobody leaves while he serves a sentence in prison");
        refuses("""
                insert into whereabouts (id, case_id, person_id, place, kind, on_day, done, review_on, unit, entered_by, entered_at)
                select gen_random_uuid(), case_id, person_id, 1, 'UNKNOWN', current_date, '–', current_date + 5, unit, prepared_by, now()
                  from decision
                 where id = :id
                """, removal, "nobody is looked for who serves a sentence in prison");

        // Before he was placed there, and once he is released, he is as free as others.
        told(judgment, 0, today.plusDays(1), null);
        assertThat(missing(opened)).isEmpty();
        told(judgment, 1, today.minusDays(200), today);
        samples.ready(removal);
        assertThat(left(removal)).doesNotContain("IN_PRISON");
    }

    private EnterJudgment.Input judgment(Opened of, LocalDate placed, @Nullable LocalDate release) {
        return new EnterJudgment.Input(
                of.person(),
                "RPT",
                "KP-" + UUID.randomUUID(),
                today.minusDays(40),
                today.minusDays(20),
                "UZB",
                "Izraidīt no Latvijas Republikas.",
                List.of(),
                new Imprisonment("Rīgas Centrālcietums", placed, null, release));
    }

    private void told(UUID judgment, int version, LocalDate placed, @Nullable LocalDate release) {
        var in = new ChangeImprisonment.Input(
                judgment, version, new Imprisonment("Rīgas Centrālcietums", placed, null, release));
        as(inspector, () -> done(change.run(in, inspector)));
    }

    private List<String> left(UUID decision) {
        return refusals(as(inspector, () -> depart.run(samples.forced(decision, "FORCED"), inspector)));
    }

    private List<String> detained(Opened opened) {
        var in = new Detain.Input(
                opened.caseId(),
                clock.instant(),
                "NO_PLACE_OF_STAY",
                "VRS_RIGA_IMIGRACIJA",
                "Dzīvesvietas nav",
                null,
                null);
        return refusals(as(inspector, () -> detain.run(in, inspector)));
    }

    private List<String> missing(Opened opened) {
        var in = new NoteWhereabouts.Input(
                opened.caseId(), 0, SearchState.UNKNOWN, today, "Adresē neatrada", today.plusDays(5));
        return refusals(as(inspector, () -> note.run(in, inspector)));
    }

    private void refuses(String sql, UUID decision, String message) {
        assertThatThrownBy(() -> samples.reading(
                        () -> jdbc.sql(sql).param("id", decision).update()))
                .hasStackTraceContaining(message);
    }
}
