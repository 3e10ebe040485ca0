package lv.vmis.register.detention;

import static lv.vmis.register.kernel.Outcome.done;
import static lv.vmis.register.kernel.Outcome.refused;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import lv.vmis.register.edge.EdgeRefusal;
import lv.vmis.register.journal.Entry;
import lv.vmis.register.journal.Journal;
import lv.vmis.register.kernel.Action;
import lv.vmis.register.kernel.Actor;
import lv.vmis.register.kernel.Outcome;
import lv.vmis.register.kernel.Refusal;
import lv.vmis.register.reference.LegalParameters;

/**
 * Enters the decision of a judge by which somebody is held longer (Immigration Law s. 54). It has to follow without a break, and
 * neither it nor all of them together may be longer than the law allows.
 */
@Action
public class ExtendDetention {

    /**
     * @param version the version the official saw
     * @param isExceptional beyond the ordinary total, in the cases of Directive 2008/115/EC, Art. 15(6)
     */
    public record Input(
            UUID detention,
            int version,
            boolean isExceptional,
            String court,
            String number,
            LocalDate decidedOn,
            Instant until) {}

    private final Detentions detentions;
    private final LegalParameters parameters;
    private final Journal journal;
    private final Clock clock;

    ExtendDetention(Detentions detentions, LegalParameters parameters, Journal journal, Clock clock) {
        this.detentions = detentions;
        this.parameters = parameters;
        this.journal = journal;
        this.clock = clock;
    }

    public Outcome<UUID> run(Input in, Actor by) {
        return detentions.locked(in.detention()).then(seen -> run(in, seen, by));
    }

    private Outcome<UUID> run(Input in, Detention seen, Actor by) {
        var mistakes = mistakes(in, seen);
        if (!mistakes.isEmpty()) {
            return refused(mistakes);
        }
        if (!detentions.extend(seen, in.version(), ruling(in).title(), by, clock.instant())) {
            return refused(EdgeRefusal.CHANGED_MEANWHILE);
        }
        journal.record(
                by,
                Entry.act(ExtendDetention.class)
                        .on("detention", seen.id(), in.version() + 1)
                        .about(seen.personId())
                        .with(States.of(detentions, seen.id())));
        return done(seen.id());
    }

    private List<Refusal> mistakes(Input in, Detention seen) {
        var law = DetentionLaw.on(Moments.day(seen.detainedAt()), parameters);
        var reckoned =
                DetentionClock.of(seen.detainedAt(), detentions.titles(seen.id()), detentions.earlier(seen), law);
        var ends = reckoned.titleEnds();
        var mistakes = new ArrayList<Refusal>();
        if (in.decidedOn().isBefore(Moments.day(seen.detainedAt()))) {
            mistakes.add(Refusal.at(
                    "decidedOn", DetentionRefusal.DECIDED_BEFORE_DETENTION, Moments.shown(seen.detainedAt())));
        }
        if (in.decidedOn().isAfter(Moments.day(ends))) {
            mistakes.add(Refusal.at("decidedOn", DetentionRefusal.DECIDED_TOO_LATE, Moments.shown(ends)));
        }
        RulingRules.mistake(ruling(in), reckoned, law).ifPresent(mistakes::add);
        return mistakes;
    }

    private static RulingRules.Ruling ruling(Input in) {
        return new RulingRules.Ruling(in.isExceptional(), in.court(), in.number(), in.decidedOn(), in.until());
    }
}
