package lv.vmis.register.duty;

import static lv.vmis.register.support.DecisionSamples.as;
import static lv.vmis.register.support.DecisionSamples.done;
import static lv.vmis.register.support.DecisionSamples.official;
import static lv.vmis.register.support.DecisionSamples.order;
import static lv.vmis.register.support.DecisionSamples.removal;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import lv.vmis.register.decision.BanStart;
import lv.vmis.register.decision.BanTerritory;
import lv.vmis.register.decision.ConfirmDeparture;
import lv.vmis.register.decision.Decision;
import lv.vmis.register.decision.Decisions;
import lv.vmis.register.decision.PlannedBan;
import lv.vmis.register.decision.ServeDecision;
import lv.vmis.register.decision.WithdrawDeparture;
import lv.vmis.register.decision.WithdrawServiceNote;
import lv.vmis.register.kernel.Actor;
import lv.vmis.register.kernel.Outcome;
import lv.vmis.register.kernel.PersonId;
import lv.vmis.register.person.PersonPast;
import lv.vmis.register.remedy.FileRemedy;
import lv.vmis.register.remedy.RemedyKind;
import lv.vmis.register.remedy.RemedyResult;
import lv.vmis.register.remedy.ResolveRemedy;
import lv.vmis.register.remedy.WithdrawRemedy;
import lv.vmis.register.remedy.WithdrawRemedyResult;
import lv.vmis.register.returns.Deadlines;
import lv.vmis.register.support.BanSamples;
import lv.vmis.register.support.DecisionSamples;
import lv.vmis.register.support.RegisterTest;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What was entered by mistake and withdrawn leaves nothing behind: entered, withdrawn and entered again is entered once. */
@RegisterTest
class WithdrawnEntryPropertyTest {

    private static final int COURSES = 12;

    private final DecisionSamples samples;
    private final BanSamples bans;
    private final ServeDecision serve;
    private final ConfirmDeparture depart;
    private final FileRemedy file;
    private final ResolveRemedy resolve;
    private final WithdrawServiceNote withdrawService;
    private final WithdrawDeparture withdrawDeparture;
    private final WithdrawRemedy withdrawRemedy;
    private final WithdrawRemedyResult withdrawResult;
    private final Decisions decisions;
    private final PersonPast past;
    private final List<Deadlines> deadlines;
    private final JdbcClient jdbc;
    private final Clock clock;
    private final LocalDate today;
    private final Actor inspector = official("inspektore");
    private final Actor other = official("inspektors");
    private final Actor decider = official("vrs.vaditajs");

    WithdrawnEntryPropertyTest(
            DecisionSamples samples,
            BanSamples bans,
            ServeDecision serve,
            ConfirmDeparture depart,
            FileRemedy file,
            ResolveRemedy resolve,
            WithdrawServiceNote withdrawService,
            WithdrawDeparture withdrawDeparture,
            WithdrawRemedy withdrawRemedy,
            WithdrawRemedyResult withdrawResult,
            Decisions decisions,
            PersonPast past,
            List<Deadlines> deadlines,
            JdbcClient jdbc,
            Clock clock) {
        this.samples = samples;
        this.bans = bans;
        this.serve = serve;
        this.depart = depart;
        this.file = file;
        this.resolve = resolve;
        this.withdrawService = withdrawService;
        this.withdrawDeparture = withdrawDeparture;
        this.withdrawRemedy = withdrawRemedy;
        this.withdrawResult = withdrawResult;
        this.decisions = decisions;
        this.past = past;
        this.deadlines = deadlines;
        this.jdbc = jdbc;
        this.clock = clock;
        this.today = LocalDate.now(clock);
    }

    private enum Act {
        SERVE,
        DEPART,
        FILE,
        RESOLVE
    }

    @Test
    void entered_withdrawn_and_entered_again_is_entered_once() {
        var random = new Random(20261127);
        var seen = new EnumMap<Act, Integer>(Act.class);
        for (var i = 0; i < COURSES; i++) {
            var opened = samples.open(inspector);
            var draft = random.nextBoolean() ? order(planned(random)) : removal(planned(random));
            if (random.nextInt(3) == 0) {
                bans.signed(opened.person(), inspector, decider, BanStart.DEPARTURE);
            }
            var decision = samples.signed(opened, draft, inspector, decider).decision();
            var remedy = (UUID) null;
            back(opened.person(), 12);
            var known = new LinkedHashMap<Instant, String>();
            for (var act = next(decision, remedy, random); act != null; act = next(decision, remedy, random)) {
                var what = "%s of course %d".formatted(act, i);
                // By mistake, with other days; then twice as it was.
                var before = standing(opened.person(), opened.caseId());
                var mistaken = enter(act, decision, remedy, day(decision, random), random.nextLong());
                know(known, opened.person());
                withdraw(act, decision, act == Act.FILE ? mistaken : remedy);
                know(known, opened.person());
                assertThat(standing(opened.person(), opened.caseId())).as(what).isEqualTo(before);

                var day = day(decision, random);
                var how = random.nextLong();
                var once = enter(act, decision, remedy, day, how);
                var after = standing(opened.person(), opened.caseId());
                assertThat(after).as(what).isNotEqualTo(before);
                know(known, opened.person());
                withdraw(act, decision, act == Act.FILE ? once : remedy);
                assertThat(standing(opened.person(), opened.caseId())).as(what).isEqualTo(before);
                var again = enter(act, decision, remedy, day, how);
                assertThat(standing(opened.person(), opened.caseId())).as(what).isEqualTo(after);
                seen.merge(act, 1, Integer::sum);
                remedy = switch (act) {
                    case FILE -> again;
                    case RESOLVE -> null;
                    case SERVE, DEPART -> remedy;
                };
            }
            known.forEach((moment, then) -> assertThat(known(opened.person(), moment))
                    .as("what was known at %s", moment)
                    .isEqualTo(then));
        }
        assertThat(seen).as("each kind comes up").hasSize(Act.values().length);
        assertThat(samples.reading(() -> jdbc.sql("select count(distinct kind) from withdrawn_entry")
                        .query(Integer.class)
                        .single()))
                .isEqualTo(Act.values().length);
    }

    /** Notes what is known now; what follows is later. */
    private void know(Map<Instant, String> known, PersonId person) {
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        known.put(now, known(person, now));
        while (!clock.instant().isAfter(now.plusMillis(1))) {
            Thread.onSpinWait();
        }
    }

    private String known(PersonId person, Instant moment) {
        return samples.reading(() -> String.join(
                "\n",
                past.decisions(person, moment).toString(),
                past.bans(person, moment).toString(),
                jdbc.sql(KNOWN)
                        .param("moment", moment.atOffset(ZoneOffset.UTC))
                        .param("day", today)
                        .param("person", person.value())
                        .query(String.class)
                        .list()
                        .toString()));
    }

    private static PlannedBan[] planned(Random random) {
        var latvia = new PlannedBan(BanTerritory.LV, "IL2002-61-5-1", 36, null);
        return random.nextBoolean()
                ? new PlannedBan[] {latvia}
                : new PlannedBan[] {latvia, new PlannedBan(BanTerritory.SCH, "DIR2008-115-11", 12, null)};
    }

    private @Nullable Act next(UUID id, @Nullable UUID remedy, Random random) {
        var decision = decision(id);
        if (decision.departedOn() != null || decision.cancelledOn() != null) {
            return null;
        }
        var acts = Act.values();
        while (true) {
            var act = acts[random.nextInt(acts.length)];
            var isPossible = switch (act) {
                case SERVE -> decision.servedOn() == null;
                case DEPART -> decision.servedOn() != null;
                case FILE -> remedy == null;
                case RESOLVE -> remedy != null;
            };
            if (isPossible) {
                return act;
            }
        }
    }

    /** A day from the decision or its service on, and not before what is known already. */
    private LocalDate day(UUID decision, Random random) {
        var stands = decision(decision);
        var from = Objects.requireNonNull(stands.servedOn() == null ? stands.decidedOn() : stands.servedOn());
        var filed = samples.reading(() -> jdbc.sql(
                        "select coalesce(max(filed_on), :from) from remedy where decision_id = :id and result is null")
                .param("from", from)
                .param("id", decision)
                .query(LocalDate.class)
                .single());
        var first = filed.isAfter(from) ? filed : from;
        return first.plusDays(random.nextInt((int) (today.toEpochDay() - first.toEpochDay()) + 1));
    }

    /** @return the remedy that was filed; the decision otherwise */
    private UUID enter(Act act, UUID decision, @Nullable UUID remedy, LocalDate day, long how) {
        var choice = new Random(how);
        return switch (act) {
            case SERVE ->
                run(
                        inspector,
                        () -> serve.run(new ServeDecision.Input(decision, day, "SIGNED", "ru", null), inspector));
            case DEPART ->
                run(
                        inspector,
                        () -> depart.run(
                                new ConfirmDeparture.Input(
                                        decision, day, "LIDOSTA_RIGA", "UZB", "VOLUNTARY", "Spiedogs pasē"),
                                inspector));
            case FILE ->
                run(
                        inspector,
                        () -> file.run(
                                new FileRemedy.Input(
                                        decision, RemedyKind.CONTEST, day, "Tiesa", null, choice.nextBoolean(), null),
                                inspector));
            case RESOLVE -> {
                var id = Objects.requireNonNull(remedy);
                var results = RemedyResult.values();
                yield run(
                        inspector,
                        () -> resolve.run(
                                new ResolveRemedy.Input(
                                        id, version(id), results[choice.nextInt(results.length)], day, null, null),
                                inspector));
            }
        };
    }

    private void withdraw(Act act, UUID decision, @Nullable UUID remedy) {
        var version = decision(decision).version();
        switch (act) {
            case SERVE ->
                run(
                        other,
                        () -> withdrawService.run(
                                new WithdrawServiceNote.Input(decision, version, "Cita persona"), other));
            case DEPART ->
                run(
                        other,
                        () -> withdrawDeparture.run(
                                new WithdrawDeparture.Input(decision, version, "Cita persona"), other));
            case FILE -> {
                var id = Objects.requireNonNull(remedy);
                run(other, () -> withdrawRemedy.run(new WithdrawRemedy.Input(id, version(id), "Cita persona"), other));
            }
            case RESOLVE -> {
                var id = Objects.requireNonNull(remedy);
                run(
                        other,
                        () -> withdrawResult.run(
                                new WithdrawRemedyResult.Input(id, version(id), "Cita persona"), other));
            }
        }
    }

    private static <T> T run(Actor by, Callable<Outcome<T>> action) {
        return done(as(by, action));
    }

    private Decision decision(UUID id) {
        return samples.reading(() -> decisions.find(id).orElseThrow());
    }

    private int version(UUID remedy) {
        return samples.reading(() -> jdbc.sql("select version from remedy where id = :id")
                .param("id", remedy)
                .query(Integer.class)
                .single());
    }

    private void back(PersonId person, int days) {
        samples.reading(() -> jdbc.sql("""
                        update decision set decided_on = decided_on - :days, leave_by = leave_by - :days
                         where person_id = :person and signed_at is not null
                        """)
                .param("days", days)
                .param("person", person.value())
                .update());
    }

    /** Where all stands that follows from what is entered, row by row. */
    private List<String> standing(PersonId person, UUID caseId) {
        return samples.reading(() -> {
            var rows = jdbc.sql(STANDING)
                    .param("person", person.value())
                    .param("day", today)
                    .query(String.class)
                    .list();
            // What N.SIS was told follows the alerts that are due, in its own time.
            deadlines.stream()
                    .flatMap(source -> source.of(caseId).stream())
                    .filter(one -> !one.key().startsWith("sis-"))
                    .map(Object::toString)
                    .forEach(rows::add);
            return rows;
        });
    }

    static final String KNOWN = """
            select k::text from bans_known(:moment, :day) k where k.person_id = :person order by 1
            """;

    static final String STANDING = """
            select 'decision ' || jsonb_build_array(id, served_on, departed_on, open, leave_by, suspended_on, cancelled_on)::text
              from decision where person_id = :person
            union all
            select 'case ' || jsonb_build_array(id, undecided, next_step, step_from, step_due, step_owner, step_unit)::text
              from return_case where person_id = :person
            union all
            select 'ban ' || jsonb_build_array(id, territory, first_on, last_on, suspended_on, cancelled_on)::text
              from ban where person_id = :person
            union all
            select 'clock ' || to_jsonb(c)::text from ban_clock c where c.person_id = :person
            union all
            select 'alert ' || to_jsonb(a)::text
              from alerts_due(:day, '00000000-0000-0000-0000-000000000000', :person) a
             where a.person_id = :person
            union all
            select 'service ' || jsonb_build_array(decision_id, served_on, manner, language)::text from service where person_id = :person
            union all
            select 'departure ' || jsonb_build_array(decision_id, departed_on)::text from departure where person_id = :person
            union all
            select 'remedy ' || jsonb_build_array(decision_id, filed_on, suspends, result, result_on, leave_by)::text
              from remedy where person_id = :person
             order by 1
            """;
}
