package lv.vmis.register.decision;

import static lv.vmis.register.kernel.Outcome.done;
import static lv.vmis.register.kernel.Outcome.refused;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import lv.vmis.register.journal.Entry;
import lv.vmis.register.journal.Journal;
import lv.vmis.register.kernel.Action;
import lv.vmis.register.kernel.Actor;
import lv.vmis.register.kernel.Outcome;
import lv.vmis.register.kernel.PersonId;
import lv.vmis.register.kernel.Refusal;
import lv.vmis.register.person.Persons;
import lv.vmis.register.returns.ReturnCase;
import lv.vmis.register.returns.ReturnCases;

/** Prepares departure orders for several persons found together and puts them on the desk of who signs: for all, or for none. */
@Action
public class OrderFamily {

    /** What is to be decided in the case of one of them. */
    public record Order(UUID caseId, Draft draft) {
        public Order {
            if (!draft.kind().isOrder()) {
                throw new IllegalArgumentException("only orders are prepared for several at once");
            }
        }
    }

    public record Input(List<Order> orders) {
        public Input {
            orders = List.copyOf(orders);
        }
    }

    private final ReturnCases cases;
    private final Persons persons;
    private final Decisions decisions;
    private final Decidable decidable;
    private final DraftRules rules;
    private final BansOfDecision bans;
    private final Journal journal;
    private final Clock clock;

    OrderFamily(
            ReturnCases cases,
            Persons persons,
            Decisions decisions,
            Decidable decidable,
            DraftRules rules,
            BansOfDecision bans,
            Journal journal,
            Clock clock) {
        this.cases = cases;
        this.persons = persons;
        this.decisions = decisions;
        this.decidable = decidable;
        this.rules = rules;
        this.bans = bans;
        this.journal = journal;
        this.clock = clock;
    }

    /** Answers with the decisions in the order of the input; a reason to refuse names the case in its field. */
    public Outcome<List<UUID>> run(Input in, Actor by) {
        if (in.orders().isEmpty()) {
            return refused(DecisionRefusal.NOBODY_CHOSEN);
        }
        var found = in.orders().stream()
                .flatMap(order -> cases.find(order.caseId()).stream())
                .toList();
        var distinct = new TreeSet<>(in.orders().stream().map(Order::caseId).toList());
        if (found.size() < in.orders().size() || distinct.size() < found.size()) {
            return refused(DecisionRefusal.CASE_UNKNOWN);
        }
        // Always in the same order, so that two officials do not wait for each other.
        found.stream()
                .map(ReturnCase::personId)
                .distinct()
                .sorted(Comparator.comparing(PersonId::value))
                .forEach(persons::lock);
        var mistakes = new ArrayList<Refusal>();
        for (var order : in.orders()) {
            mistakes.addAll(mistakes(order, by));
        }
        if (!mistakes.isEmpty()) {
            return refused(mistakes);
        }
        var sent = new ArrayList<Decision>();
        var planned = new HashMap<UUID, List<PlannedBan>>();
        for (var order : in.orders()) {
            var decision = send(order, by);
            sent.add(decision);
            planned.put(decision.id(), order.draft().bans());
        }
        var first = sent.getFirst();
        journal.record(
                by,
                Entry.act(OrderFamily.class)
                        .on("decision", first.id(), first.version())
                        .about(sent.stream().map(Decision::personId).distinct().toList())
                        .under(first.legalBasis())
                        .because(first.reasons())
                        .with(Map.of("decisions", sent, "bans", planned)));
        return done(sent.stream().map(Decision::id).toList());
    }

    // Read again under the lock: a case may just have been handed over.
    private List<Refusal> mistakes(Order order, Actor by) {
        var returnCase = cases.find(order.caseId()).orElseThrow();
        var obstacle = decidable.obstacle(returnCase, by);
        var all = obstacle == null
                ? rules.mistakes(returnCase.personId(), order.draft(), LocalDate.now(clock), by)
                : List.of(obstacle);
        return all.stream()
                .map(mistake -> new Refusal(mistake.code(), field(order.caseId(), mistake.field()), mistake.values()))
                .toList();
    }

    private Decision send(Order order, Actor by) {
        var person = cases.find(order.caseId()).orElseThrow().personId();
        var id = decisions.add(order.caseId(), person, order.draft(), by, clock.instant());
        bans.plan(id, person, order.draft().bans(), by);
        decisions.send(id, clock.instant());
        return decisions.find(id).orElseThrow();
    }

    /** "termDays" of the case. */
    static String field(UUID caseId, String field) {
        return field + "@" + caseId;
    }
}
