package lv.vmis.register.joining;

import static lv.vmis.register.kernel.Outcome.done;
import static lv.vmis.register.kernel.Outcome.refused;

import java.time.Clock;
import java.util.HashMap;
import java.util.UUID;
import lv.vmis.register.journal.Entry;
import lv.vmis.register.journal.Journal;
import lv.vmis.register.kernel.Action;
import lv.vmis.register.kernel.Actor;
import lv.vmis.register.kernel.Outcome;
import lv.vmis.register.kernel.PersonId;
import lv.vmis.register.matching.Hit;
import lv.vmis.register.person.LikelyPersons;
import lv.vmis.register.person.Persons;
import org.jspecify.annotations.Nullable;

/** Says of two likely duplicates that they are two persons, or that it cannot be told yet; the answer is remembered. */
@Action
class JudgeLikeness {

    /** @param answer {@code DIFFERENT} or {@code UNSURE} */
    record Input(
            PersonId one,
            PersonId other,
            String answer,
            String reason,
            @Nullable String note) {}

    private final Persons persons;
    private final LikelyPersons likely;
    private final Likenesses likenesses;
    private final Journal journal;
    private final Clock clock;

    JudgeLikeness(Persons persons, LikelyPersons likely, Likenesses likenesses, Journal journal, Clock clock) {
        this.persons = persons;
        this.likely = likely;
        this.likenesses = likenesses;
        this.journal = journal;
        this.clock = clock;
    }

    public Outcome<UUID> run(Input in, Actor by) {
        var pair = Pair.locked(persons, in.one(), in.other());
        if (pair.isEmpty()) {
            return refused(JoiningRefusal.PERSON_UNKNOWN);
        }
        var one = pair.get().elder();
        var other = pair.get().younger();
        if (one.equals(other)) {
            return refused(JoiningRefusal.ALREADY_ONE);
        }
        var score = likely.compared(one, other).map(Hit::score).orElse(0.0);
        var verdict = likenesses.judge(one, other, in.answer(), in.reason(), in.note(), score, by, clock.instant());
        var state = new HashMap<String, Object>();
        state.put("answer", in.answer());
        state.put("ground", in.reason());
        state.put("score", score);
        state.put("weights", likely.weights());
        journal.record(
                by,
                Entry.act(JudgeLikeness.class)
                        .on("likeness_verdict", verdict, 0)
                        .about(one, other)
                        .because(in.note())
                        .with(state));
        return done(verdict);
    }
}
