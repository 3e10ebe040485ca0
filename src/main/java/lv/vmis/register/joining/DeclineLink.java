package lv.vmis.register.joining;

import static lv.vmis.register.kernel.Outcome.done;
import static lv.vmis.register.kernel.Outcome.refused;

import java.time.Clock;
import java.util.UUID;
import lv.vmis.register.journal.Entry;
import lv.vmis.register.journal.Journal;
import lv.vmis.register.kernel.Action;
import lv.vmis.register.kernel.Actor;
import lv.vmis.register.kernel.Outcome;
import lv.vmis.register.matching.Hit;
import lv.vmis.register.person.LikelyPersons;

/** Declines to join two records; the pair goes back to the list with the reason. */
@Action
class DeclineLink {

    /** @param version the version the official saw */
    record Input(UUID link, int version, String reason) {}

    private final Links links;
    private final Steps steps;
    private final LikelyPersons likely;
    private final Likenesses likenesses;
    private final Journal journal;
    private final Clock clock;

    DeclineLink(Links links, Steps steps, LikelyPersons likely, Likenesses likenesses, Journal journal, Clock clock) {
        this.links = links;
        this.steps = steps;
        this.likely = likely;
        this.likenesses = likenesses;
        this.journal = journal;
        this.clock = clock;
    }

    public Outcome<UUID> run(Input in, Actor by) {
        var found = steps.locked(in.link());
        if (found.isEmpty()) {
            return refused(JoiningRefusal.LINK_UNKNOWN);
        }
        var link = found.get();
        var blocked = steps.withDecider(link, in.version(), by);
        if (blocked != null) {
            return refused(blocked);
        }
        links.answer(link.id(), "DECLINED", in.reason(), by, clock.instant());
        var score =
                likely.compared(link.headId(), link.memberId()).map(Hit::score).orElse(0.0);
        likenesses.judge(
                link.headId(), link.memberId(), "UNSURE", "LINK_DECLINED", in.reason(), score, by, clock.instant());
        var after = links.find(link.id()).orElseThrow();
        journal.record(
                by,
                Entry.act(DeclineLink.class)
                        .on("person_link", after.id(), after.version())
                        .about(link.headId(), link.memberId())
                        .because(in.reason())
                        .with(States.of(after)));
        return done(after.id());
    }
}
