package lv.vmis.register.ban;

import static lv.vmis.register.kernel.Outcome.done;
import static lv.vmis.register.kernel.Outcome.refused;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import lv.vmis.register.edge.EdgeRefusal;
import lv.vmis.register.journal.Entry;
import lv.vmis.register.journal.Journal;
import lv.vmis.register.kernel.Action;
import lv.vmis.register.kernel.Actor;
import lv.vmis.register.kernel.LatvianDates;
import lv.vmis.register.kernel.Outcome;
import lv.vmis.register.person.Persons;
import lv.vmis.register.reference.LegalParameters;

/** Notes that a ban of more than three years was reviewed, by the institution that set it (Immigration Law s. 63(7)). */
@Action
public class ReviewBan {

    /** @param dueOn the day until which it was to be reviewed, as seen */
    public record Input(UUID ban, LocalDate dueOn, ReviewResult result, String reasons) {}

    private static final String AHEAD = "ban.review.ahead";

    private final BanReviews reviews;
    private final Persons persons;
    private final LegalParameters parameters;
    private final Journal journal;
    private final Clock clock;

    ReviewBan(BanReviews reviews, Persons persons, LegalParameters parameters, Journal journal, Clock clock) {
        this.reviews = reviews;
        this.persons = persons;
        this.parameters = parameters;
        this.journal = journal;
        this.clock = clock;
    }

    /** Gives the decision that imposed the ban. */
    public Outcome<UUID> run(Input in, Actor by) {
        var today = LocalDate.now(clock);
        var known = reviews.find(in.ban(), today);
        if (known.isEmpty()) {
            return refused(BanRefusal.NOT_REVIEWED);
        }
        persons.lock(known.get().personId());
        var row = reviews.find(in.ban(), today).orElseThrow();
        if (!row.institution().equals(by.institution())) {
            return refused(BanRefusal.REVIEWED_BY_ANOTHER, row.institution());
        }
        if (!row.dueOn().equals(in.dueOn())) {
            return refused(EdgeRefusal.CHANGED_MEANWHILE);
        }
        var from = row.dueOn().minus(parameters.period(AHEAD, today));
        if (today.isBefore(from)) {
            return refused(BanRefusal.REVIEW_TOO_EARLY, LatvianDates.numeric(from));
        }
        var id = reviews.add(row, in, today, by, clock.instant());
        journal.record(
                by,
                Entry.act(ReviewBan.class)
                        .on("ban_review", id, 0)
                        .about(row.personId())
                        .under(row.legalBasis())
                        .because(in.reasons())
                        .with(Map.of("ban", row.id(), "decision", row.decisionNumber(), "review", in)));
        return done(row.decisionId());
    }
}
