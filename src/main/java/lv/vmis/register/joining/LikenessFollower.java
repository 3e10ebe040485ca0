package lv.vmis.register.joining;

import java.util.LinkedHashSet;
import java.util.Objects;
import java.util.UUID;
import lv.vmis.register.edge.Repeating;
import lv.vmis.register.joining.LikenessProgress.Progress;
import lv.vmis.register.kernel.Acting;
import lv.vmis.register.kernel.Actor;
import lv.vmis.register.kernel.Ids;
import lv.vmis.register.person.IndexRows;
import lv.vmis.register.person.LikelyPersons;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Looks for likely duplicates: first every person is compared with all others, then whoever an act of the journal is about, in
 * its order. What was found and how far it got are one transaction, so nothing is left out or done twice; of several
 * processes one does it at a time.
 */
@Component
class LikenessFollower implements SmartLifecycle {

    /** So that nobody waits long for what a transaction holds. */
    private static final int PERSONS_AT_ONCE = 20;

    private static final int ENTRIES_AT_ONCE = 50;

    private final LikenessProgress progress;
    private final Likenesses likenesses;
    private final LikelyPersons likely;
    private final IndexRows rows;
    private final TransactionTemplate transaction;
    private final Repeating work = new Repeating("likenesses", this::stepAsSystem);

    LikenessFollower(
            LikenessProgress progress,
            Likenesses likenesses,
            LikelyPersons likely,
            IndexRows rows,
            PlatformTransactionManager transactions) {
        this.progress = progress;
        this.likenesses = likenesses;
        this.likely = likely;
        this.rows = rows;
        this.transaction = new TransactionTemplate(transactions);
    }

    @Override
    public void start() {
        work.start();
    }

    @Override
    public void stop() {
        work.stop();
    }

    @Override
    public boolean isRunning() {
        return work.isRunning();
    }

    private boolean stepAsSystem() throws Exception {
        return Acting.as(
                new Actor(new UUID(0, 2), "", null, "", "", null, null, null, Ids.next()),
                () -> Objects.requireNonNull(transaction.execute(_ -> step())));
    }

    /** One transaction's worth; true when more is to be done at once. */
    private boolean step() {
        if (!progress.isMine()) {
            return false;
        }
        var rule = likenesses.rule();
        var known = progress.find().filter(found -> found.weights().equals(rule));
        if (known.isEmpty()) {
            progress.keep(new Progress(rule, rows.horizon(), 0, 0L));
            return true;
        }
        var sweptTo = known.get().sweptTo();
        return sweptTo == null ? changed(known.get()) : swept(known.get(), sweptTo);
    }

    private boolean swept(Progress known, long sweptTo) {
        var next = progress.next(sweptTo, PERSONS_AT_ONCE);
        likenesses.match(next.stream().map(LikenessProgress.Numbered::person).toList());
        progress.keep(new Progress(
                known.weights(),
                known.place(),
                known.compared(),
                next.isEmpty() ? null : next.getLast().number()));
        return true;
    }

    private boolean changed(Progress known) {
        var reached = likely.reached();
        var changes = rows.after(known.place(), known.compared() > 0 ? 1 : ENTRIES_AT_ONCE).stream()
                // What the index does not know yet would be compared as it was.
                .takeWhile(change -> change.place().compareTo(reached) <= 0)
                .toList();
        if (changes.isEmpty()) {
            return false;
        }
        var records = new LinkedHashSet<UUID>();
        var place = known.place();
        var compared = known.compared();
        for (var change : changes) {
            var left = change.persons().subList(compared, change.persons().size());
            var room = PERSONS_AT_ONCE - records.size();
            if (left.size() > room) {
                records.addAll(left.subList(0, room));
                compared += room;
                break;
            }
            records.addAll(left);
            place = change.place();
            compared = 0;
        }
        likenesses.removeJoined(records);
        likenesses.match(progress.heads(records));
        progress.keep(new Progress(known.weights(), place, compared, null));
        return true;
    }
}
