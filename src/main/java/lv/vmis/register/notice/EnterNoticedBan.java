package lv.vmis.register.notice;

import static lv.vmis.register.kernel.Outcome.done;
import static lv.vmis.register.kernel.Outcome.refused;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import lv.vmis.register.decision.BansOfDecision;
import lv.vmis.register.decision.DecisionKind;
import lv.vmis.register.decision.Decisions;
import lv.vmis.register.decision.PlannedBan;
import lv.vmis.register.journal.Entry;
import lv.vmis.register.journal.Journal;
import lv.vmis.register.kernel.Action;
import lv.vmis.register.kernel.Actor;
import lv.vmis.register.kernel.Outcome;
import lv.vmis.register.kernel.PersonId;
import lv.vmis.register.kernel.Refusal;
import lv.vmis.register.person.NewPerson;
import lv.vmis.register.person.Persons;
import org.jspecify.annotations.Nullable;

/**
 * Enters a decision on bans of a minister or a consular official from the notice of it (Reg. 122 p. 9, 10): in force as
 * decided; nobody of the Register decides or signs.
 */
@Action
public class EnterNoticedBan {

    /**
     * @param version of the notice, as seen
     * @param person known already; nothing: {@code newPerson}
     * @param distinctFrom numbers of persons the official has looked at, and who are others
     */
    public record Input(
            UUID notice,
            int version,
            @Nullable PersonId person,
            @Nullable NewPerson newPerson,
            List<Long> distinctFrom,
            String number,
            LocalDate decidedOn,
            String reasons,
            List<PlannedBan> bans) {

        public Input {
            distinctFrom = List.copyOf(distinctFrom);
            bans = List.copyOf(bans);
        }
    }

    private final Notices notices;
    private final NoticeSteps steps;
    private final Persons persons;
    private final Decisions decisions;
    private final BansOfDecision bans;
    private final Journal journal;
    private final Clock clock;

    EnterNoticedBan(
            Notices notices,
            NoticeSteps steps,
            Persons persons,
            Decisions decisions,
            BansOfDecision bans,
            Journal journal,
            Clock clock) {
        this.notices = notices;
        this.steps = steps;
        this.persons = persons;
        this.decisions = decisions;
        this.bans = bans;
        this.journal = journal;
        this.clock = clock;
    }

    public Outcome<UUID> run(Input in, Actor by) {
        return steps.waiting(in.notice(), in.version(), by).then(seen -> run(in, seen, by));
    }

    private Outcome<UUID> run(Input in, Notice seen, Actor by) {
        if (seen.kind() != NoticeKind.BAN) {
            return refused(NoticeRefusal.NOT_OF_THIS_KIND);
        }
        var known = in.person() == null ? null : persons.lockedHead(in.person());
        if (known == null ? in.newPerson() == null : persons.bar(known).isEmpty()) {
            return refused(NoticeRefusal.PERSON_MISSING);
        }
        var mistakes = mistakes(in, seen, known);
        if (!mistakes.isEmpty()) {
            return refused(mistakes);
        }
        var person = known == null ? persons.add(Objects.requireNonNull(in.newPerson()), by) : known;
        var basis = in.bans().getFirst().legalBasis();
        var now = clock.instant();
        var id = decisions.addNoticed(person, seen.sender(), basis, in.number(), in.decidedOn(), in.reasons(), by, now);
        bans.plan(id, person, in.bans(), by);
        notices.handle(seen.id(), person, id, null, null, by, now);
        journal.record(
                by,
                Entry.act(EnterNoticedBan.class)
                        .on("decision", id, 0)
                        .about(person)
                        .under(basis)
                        .because(in.reasons())
                        .with(Map.of(
                                "notice", notices.find(seen.id()).orElseThrow(),
                                "decision", decisions.find(id).orElseThrow(),
                                "bans", in.bans(),
                                "distinctFrom", in.distinctFrom())));
        return done(id);
    }

    private List<Refusal> mistakes(Input in, Notice seen, @Nullable PersonId known) {
        var mistakes = new ArrayList<Refusal>();
        if (in.decidedOn().isAfter(Notices.day(seen.receivedAt()))) {
            mistakes.add(Refusal.at("decidedOn", NoticeRefusal.DECIDED_AFTER_RECEIPT));
        }
        if (known != null && decisions.isNoticed(known, seen.sender(), in.number())) {
            mistakes.add(Refusal.at("number", NoticeRefusal.ENTERED_ALREADY));
        }
        mistakes.addAll(bans.mistakes(DecisionKind.ENTRY_BAN, in.bans(), in.decidedOn(), seen.sender()));
        return mistakes.stream().distinct().toList();
    }
}
