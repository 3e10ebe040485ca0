package lv.vmis.register.legacy.rule;

import static lv.vmis.register.kernel.Outcome.done;
import static lv.vmis.register.kernel.Outcome.refused;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import lv.vmis.register.journal.Entry;
import lv.vmis.register.journal.Journal;
import lv.vmis.register.kernel.Action;
import lv.vmis.register.kernel.Actor;
import lv.vmis.register.kernel.Outcome;
import lv.vmis.register.kernel.Refusal;
import lv.vmis.register.legacy.meaning.Rule;

/** Proposes a rule by which an old register is read, or the end of one; until another official approves, nothing changes. */
@Action
public class ProposeOldRule {

    /** @param why where it is known from */
    public record Input(RuleStep step, Rule rule, String why, String certainty) {}

    private final OldRules rules;
    private final RuleCheck check;
    private final Journal journal;

    ProposeOldRule(OldRules rules, RuleCheck check, Journal journal) {
        this.rules = rules;
        this.check = check;
        this.journal = journal;
    }

    public Outcome<UUID> run(Input in, Actor by) {
        var standing = rules.standing(in.rule());
        var mistakes = switch (in.step()) {
            case ADDED -> check.mistakes(in.rule());
            case ENDED ->
                standing.isEmpty() ? List.of(Refusal.at("word", RuleRefusal.NOTHING_TO_END)) : List.<Refusal>of();
        };
        if (!mistakes.isEmpty()) {
            return refused(mistakes);
        }
        if (in.step() == RuleStep.ADDED
                && standing.filter(one -> one.becomes().equals(in.rule().becomes()))
                        .isPresent()) {
            return refused(List.of(Refusal.at("becomes", RuleRefusal.SAME_RULE)));
        }
        if (rules.oneWaits(in.rule())) {
            return refused(List.of(Refusal.at("word", RuleRefusal.ONE_WAITS)));
        }
        var added = rules.add(in.step(), in.rule(), in.why(), in.certainty(), by);
        if (added.isEmpty()) {
            return refused(List.of(Refusal.at("word", RuleRefusal.ONE_WAITS)));
        }
        var state = new LinkedHashMap<String, Object>();
        state.put("step", in.step());
        state.put("rule", in.rule());
        standing.ifPresent(one -> state.put("ends", one.id()));
        journal.record(
                by,
                Entry.act(ProposeOldRule.class)
                        .on("old_rule", added.get(), 0)
                        .because(in.why())
                        .with(state));
        return done(added.get());
    }
}
