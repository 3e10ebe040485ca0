package lv.vmis.register.sis;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Random;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Lives random courses beside the model: after each happening one interval per ban, the right alert, and nothing left unexplained. */
final class AlertCourses {

    /** What was met in how many steps. */
    static final class Tally {
        int steps;
        int alerts;
        final TreeSet<String> met = new TreeSet<>();
    }

    private final Random random;
    private final PlainRegister register = new PlainRegister();
    private final AlertModel model = new AlertModel();
    private final PlainNsis nsis;
    private final ArrayList<Happening> log = new ArrayList<>();
    private final Tally tally;

    private AlertCourses(long seed, Tally tally) {
        this.random = new Random(~seed);
        this.nsis = new PlainNsis(random);
        this.tally = tally;
    }

    static void live(long seed, Tally tally) {
        var course = new AlertCourses(seed, tally);
        try {
            new Course(seed).live(course::happens, course::after);
        } catch (AssertionError | RuntimeException failure) {
            throw new AssertionError("course of seed %d: %s".formatted(seed, course.log), failure);
        }
    }

    private void happens(Happening what) {
        log.add(what);
        tally.met.add(what.getClass().getSimpleName());
        register.happens(what);
        model.happens(what);
    }

    private void after(LocalDate today) {
        tally.steps++;
        var facts = register.facts();
        for (var i = 0;
                i < log.stream().filter(Happening.Decided.class::isInstance).count();
                i++) {
            oneInterval(i, today);
        }
        var due = AlertRule.on(today, facts).orElse(null);
        agree(due, model.expected(today), today);
        talk(due, today);
    }

    private void oneInterval(int decision, LocalDate today) {
        var ban = register.bannedBy(decision);
        var days = ban == null ? null : AlertRule.days(ban).orElse(null);
        for (var i = 0; i < 6; i++) {
            var day = i == 0 ? today : today.plusDays(random.nextInt(4_000) - 1_000);
            assertThat(days != null && days.contains(day))
                    .as("ban of decision %d on %s, worked out as %s", decision, day, days)
                    .isEqualTo(model.bars(decision, day));
        }
    }

    private static void agree(@Nullable DueAlert due, AlertModel.@Nullable Expected expected, LocalDate today) {
        if (expected == null) {
            assertThat(due).as("on %s", today).isNull();
            return;
        }
        var decision = PlainRegister.decision(expected.decision());
        var ban = expected.category() == AlertCategory.REFUSAL ? PlainRegister.banId(expected.decision()) : null;
        assertThat(due)
                .as("on %s", today)
                .isEqualTo(new DueAlert(expected.category(), decision, ban, expected.mayBeLeftOut()));
    }

    private void talk(@Nullable DueAlert due, LocalDate today) {
        // Now and then the surname is not known yet, which is an item of the minimum.
        var hash = random.nextInt(15) == 0 ? null : PlainNsis.hash(due);
        if (random.nextBoolean()) {
            nsis.answer();
        }
        if (random.nextBoolean()) {
            nsis.consulted();
        }
        if (random.nextInt(4) == 0) {
            nsis.sayAgain();
        }
        nsis.tell(due, hash);
        var mismatch = Mismatch.of(due, hash, nsis.told);
        if (mismatch != null) {
            tally.met.add(mismatch.name());
        }
        assertThat(mismatch)
                .as("what differs on %s is told or explained", today)
                .isNotEqualTo(Mismatch.NOT_TOLD_YET);
        var ought = due == null ? null : due.category();
        if (mismatch == null && (due == null || !due.mayBeLeftOut())) {
            assertThat(nsis.kept).as("in SIS on %s", today).isEqualTo(ought);
        }
        settle(due, today);
    }

    /** Once everybody has answered and what was refused was said again, both lists are empty. */
    private void settle(@Nullable DueAlert due, LocalDate today) {
        if (random.nextInt(3) != 0) {
            return;
        }
        for (var i = 0; i < 60 && Mismatch.of(due, PlainNsis.hash(due), nsis.told) != null; i++) {
            nsis.answer();
            nsis.consulted();
            nsis.sayAgain();
            nsis.tell(due, PlainNsis.hash(due));
        }
        assertThat(Mismatch.of(due, PlainNsis.hash(due), nsis.told))
                .as("settled on %s", today)
                .isNull();
        if (due == null || !due.mayBeLeftOut()) {
            assertThat(nsis.kept).as("settled on %s", today).isEqualTo(due == null ? null : due.category());
        }
        if (nsis.kept != null) {
            tally.alerts++;
        }
    }
}
