package lv.vmis.register.sis;

import java.util.Objects;
import java.util.Random;
import lv.vmis.register.sis.Told.Answer;
import org.jspecify.annotations.Nullable;

/** The register's side of the talk with N.SIS about one person, and an N.SIS that answers at once, later, or not as one would like. */
final class PlainNsis {

    private final Random random;

    @Nullable
    Told told;

    /** What can be found in SIS. */
    @Nullable
    AlertCategory kept;

    @Nullable
    private AlertStep sent;

    PlainNsis(Random random) {
        this.random = random;
    }

    static @Nullable String hash(@Nullable DueAlert due) {
        return due == null ? null : due.category() + " " + due.decisionId() + " " + due.banId();
    }

    /** The register tells what ought to be, as far as it need not wait. */
    void tell(@Nullable DueAlert due, @Nullable String hash) {
        while (true) {
            var step = AlertStep.next(due, hash, told);
            if (step == AlertStep.NOTHING) {
                return;
            }
            if (told == null) {
                told = Told.asked(Objects.requireNonNull(due).category(), Objects.requireNonNull(hash));
            } else {
                told = told.after(step, hash == null ? "" : hash);
                if (!told.state().isOpen()) {
                    told = null;
                    sent = null;
                    continue;
                }
            }
            sent = step;
            if (random.nextInt(3) != 0) {
                answer();
            }
        }
    }

    boolean isAwaited() {
        return sent != null;
    }

    /** Another State had to be consulted, and has answered or kept silent. */
    void consulted() {
        if (told != null && told.state() == AlertState.CONSULTING && !told.isCleared()) {
            told = new Told(told.category(), told.state(), told.hash(), false, true, told.refused());
        }
    }

    void answer() {
        if (sent == null || told == null) {
            return;
        }
        var answer = random.nextInt(12) == 0
                ? Answer.REFUSED
                : sent == AlertStep.CHECK && random.nextInt(6) == 0 ? Answer.IN_THE_WAY : Answer.DONE;
        if (answer == Answer.DONE) {
            switch (sent) {
                case CREATE -> {
                    if (kept != null) {
                        throw new AssertionError("a second alert on one person: " + kept);
                    }
                    kept = told.category();
                }
                case UPDATE -> {
                    if (kept != told.category()) {
                        throw new AssertionError("told to change " + told.category() + ", kept is " + kept);
                    }
                }
                case DELETE -> kept = null;
                case CHECK, NOTHING, WITHDRAW -> {}
            }
        }
        sent = null;
        told = told.answered(answer);
        if (!told.state().isOpen()) {
            told = null;
        }
    }

    /** An official has looked at what was refused, and says it again. */
    void sayAgain() {
        if (told != null && told.refused() != null) {
            told = new Told(told.category(), told.state(), told.hash(), told.waits(), told.isCleared(), null);
        }
    }
}
