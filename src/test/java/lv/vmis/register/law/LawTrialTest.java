package lv.vmis.register.law;

import static lv.vmis.register.support.DecisionSamples.as;
import static lv.vmis.register.support.DecisionSamples.done;
import static lv.vmis.register.support.DecisionSamples.official;
import static lv.vmis.register.support.DecisionSamples.refusals;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import lv.vmis.register.decision.BanTerritory;
import lv.vmis.register.decision.DecisionKind;
import lv.vmis.register.decision.Draft;
import lv.vmis.register.decision.PlannedBan;
import lv.vmis.register.decision.SignDecision;
import lv.vmis.register.followup.FollowUpKind;
import lv.vmis.register.followup.PrepareFollowUp;
import lv.vmis.register.followup.SignFollowUp;
import lv.vmis.register.kernel.Actor;
import lv.vmis.register.kernel.Outcome;
import lv.vmis.register.kernel.RegisterClock;
import lv.vmis.register.reference.DatedRule;
import lv.vmis.register.reference.DatedRule.Worked;
import lv.vmis.register.reference.Law;
import lv.vmis.register.reference.LawChange;
import lv.vmis.register.removal.NoteRemovalStep;
import lv.vmis.register.removal.StepKind;
import lv.vmis.register.support.DecisionSamples;
import lv.vmis.register.support.RegisterTest;
import lv.vmis.register.support.Someone;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rules that ask for the law of the day on which something is signed, reviewed or carried out: they touch all that is open. */
@RegisterTest
class LawTrialTest {

    private static final AtomicInteger CHANGES = new AtomicInteger();

    private final ProposeLawChange propose;
    private final ApproveLawChange approve;
    private final PrepareFollowUp follow;
    private final SignFollowUp signFollowUp;
    private final SignDecision sign;
    private final NoteRemovalStep note;
    private final LawTrial trial;
    private final List<DatedRule> rules;
    private final Law law;
    private final DecisionSamples samples;
    private final Clock clock;
    private final LocalDate today;
    private final Actor steward = official("parzine");
    private final Actor decider = official("pmlp.vaditajs");
    private final Actor inspector = official("inspektore");
    private final Actor chief = official("vrs.vaditajs");

    LawTrialTest(
            ProposeLawChange propose,
            ApproveLawChange approve,
            PrepareFollowUp follow,
            SignFollowUp signFollowUp,
            SignDecision sign,
            NoteRemovalStep note,
            LawTrial trial,
            List<DatedRule> rules,
            Law law,
            DecisionSamples samples,
            Clock clock) {
        this.propose = propose;
        this.approve = approve;
        this.follow = follow;
        this.signFollowUp = signFollowUp;
        this.sign = sign;
        this.note = note;
        this.trial = trial;
        this.rules = rules;
        this.law = law;
        this.samples = samples;
        this.clock = clock;
        this.today = LocalDate.now(clock);
    }

    @ParameterizedTest
    @CsvSource({
        "departure.term.min, 14, signing, 2",
        "departure.term.max, 18, signing, 1",
        "ban.removal.max, 3, signing, 3",
        "ban.threat.max, 1, signing, 4",
        "departure.extension.max, 0, signing-follow-up, 5",
        "removal.notice, 72, notice, 6",
        "safeguard.valid, 11, safeguards, 7",
        "ban.review.every, 1, ban-review, 8",
        "ban.review.over, 9, ban-review, 9"
    })
    void the_trial_foretells_what_approval_does(String code, int value, String key, int seed) {
        var random = new Random(seed);
        var from = later();
        var rule =
                rules.stream().filter(one -> one.key().equals(key)).findFirst().orElseThrow();
        var drafts = new ArrayList<UUID>();
        for (int i = 0; i < 4; i++) {
            drafts.add(made(key, code, i == 0 ? from : from.plusDays(random.nextInt(-9, 9)), random));
        }
        var before = worked(rule, from);
        var eve = worked(rule, from.minusDays(1));
        var change = new LawChange(code, BigDecimal.valueOf(value), null, from, "Grozījumi (izdomāti)", "open");
        var id = done(on(from.minusDays(3), steward, () -> propose.run(new ProposeLawChange.Input(change), steward)));
        var foretold = samples.reading(() -> trial.of(change)).stream()
                .filter(one -> one.key().equals(key))
                .findFirst()
                .orElseThrow();
        assertThat(worked(rule, from)).as("a proposal changes nothing").isEqualTo(before);

        done(on(from, decider, () -> approve.run(new ApproveLawChange.Input(id, 0), decider)));

        var after = worked(rule, from);
        var expected = new HashMap<>(before);
        foretold.touched().forEach(one -> {
            assertThat(before).containsEntry(one.before().id(), one.before());
            expected.put(one.after().id(), one.after());
        });
        assertThat(after).isEqualTo(expected);
        assertThat(foretold.touched()).isNotEmpty();
        assertThat(foretold.earlierTouched()).isZero();
        if (key.equals("notice")) {
            return;
        }
        assertThat(worked(rule, from.minusDays(1))).as("the day before").isEqualTo(eve);
        if (key.startsWith("signing")) {
            drafts.forEach(one -> signs(key, one, from, Objects.requireNonNull(after.get(one))));
        }
    }

    /** Who signs on the day is refused for what the rule said, and for nothing where it said nothing. */
    private void signs(String key, UUID id, LocalDate day, Worked worked) {
        var against = Objects.requireNonNull(worked.against()).stream()
                .map(reason -> reason.code().name())
                .toList();
        if (!against.isEmpty()) {
            Outcome<?> outcome = on(
                    day,
                    chief,
                    () -> key.equals("signing")
                            ? sign.run(new SignDecision.Input(id, 1), chief)
                            : signFollowUp.run(new SignFollowUp.Input(id, 0), chief));
            assertThat(refusals(outcome)).containsExactlyElementsOf(against);
        }
    }

    /** Something open under the rule; a removal is to begin on the day of the event. */
    private UUID made(String key, String code, LocalDate event, Random random) {
        return switch (key) {
            case "signing" -> samples.toSign(draft(code, random), inspector);
            case "signing-follow-up" -> {
                var order = samples.served(DecisionSamples.order(), inspector, chief);
                var input = new PrepareFollowUp.Input(
                        order,
                        null,
                        FollowUpKind.EXTEND,
                        "IL2002-43-3",
                        today,
                        today.plusDays(20 + random.nextInt(300)),
                        null,
                        "Bērns beidz mācību gadu.");
                yield as(inspector, () -> done(follow.run(input, inspector)));
            }
            case "notice" -> {
                var removal = samples.served(DecisionSamples.removal(), inspector, chief);
                scheduled(removal, event);
                yield removal;
            }
            case "safeguards" -> {
                var opened = samples.open(inspector);
                samples.assessed(opened.caseId(), inspector);
                yield samples.served(opened, DecisionSamples.removal(), inspector, chief);
            }
            default ->
                samples.signed(ban("IL2002-61-5-2", 37 + random.nextInt(23)), inspector, chief)
                        .decision();
        };
    }

    private static Draft draft(String code, Random random) {
        return switch (code) {
            case "ban.removal.max" -> ban("IL2002-61-5-2", 12 + random.nextInt(48));
            case "ban.threat.max" -> ban("SIS1861-24-2", 6 + random.nextInt(100));
            default ->
                new Draft(
                        DecisionKind.DEPARTURE_ORDER,
                        "IL2002-41-1",
                        "UZB",
                        7 + random.nextInt(24),
                        "Uzturas nelikumīgi.",
                        null,
                        List.of());
        };
    }

    private static Draft ban(String basis, int months) {
        return DecisionSamples.removal(new PlannedBan(BanTerritory.LV, basis, months, null));
    }

    private void scheduled(UUID removal, LocalDate day) {
        var step = new NoteRemovalStep.Input(
                removal,
                List.of(),
                0,
                StepKind.SCHEDULED,
                clock.instant(),
                "LAND",
                null,
                null,
                day.atTime(LocalTime.NOON).atZone(RegisterClock.RIGA).toInstant(),
                "LV_BCP",
                2,
                null,
                null,
                null,
                null,
                null,
                null,
                null);
        as(inspector, () -> done(note.run(step, inspector)));
    }

    private Map<UUID, Worked> worked(DatedRule rule, LocalDate day) {
        var all = new HashMap<UUID, Worked>();
        samples.reading(() -> rule.under(law, day)).forEach(one -> all.put(one.id(), one));
        return all;
    }

    /** Later than the change before, and not beyond the parts of the journal there are. */
    private LocalDate later() {
        return today.plusMonths(17).plusDays(12L * CHANGES.incrementAndGet());
    }

    private static <T> T on(LocalDate day, Actor by, Callable<T> work) {
        var noon = day.atTime(LocalTime.NOON).atZone(RegisterClock.RIGA).toInstant();
        return Someone.as(by, () -> RegisterClock.at(noon, work));
    }
}
