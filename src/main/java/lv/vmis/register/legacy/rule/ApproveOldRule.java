package lv.vmis.register.legacy.rule;

import static lv.vmis.register.kernel.Outcome.done;
import static lv.vmis.register.kernel.Outcome.refused;

import java.util.LinkedHashMap;
import java.util.UUID;
import lv.vmis.register.journal.Entry;
import lv.vmis.register.journal.Journal;
import lv.vmis.register.kernel.Action;
import lv.vmis.register.kernel.Actor;
import lv.vmis.register.kernel.Outcome;

/** Puts a proposed rule into force as another official: it makes a new version of the rules, and the one before stays as it was. */
@Action
public class ApproveOldRule {

    /** @param version the version the official saw */
    public record Input(UUID rule, int version) {}

    private final OldRules rules;
    private final RuleCheck check;
    private final Journal journal;

    ApproveOldRule(OldRules rules, RuleCheck check, Journal journal) {
        this.rules = rules;
        this.check = check;
        this.journal = journal;
    }

    public Outcome<UUID> run(Input in, Actor by) {
        var found = rules.locked(in.rule());
        if (found.isEmpty()) {
            return refused(RuleRefusal.RULE_UNKNOWN);
        }
        var proposal = found.get();
        var blocked = proposal.blocked(in.version());
        if (blocked != null) {
            return refused(blocked);
        }
        if (proposal.isOf(by)) {
            return refused(RuleRefusal.FOUR_EYES);
        }
        var next = rules.next();
        var standing = rules.standing(proposal.rule());
        if (proposal.step() == RuleStep.ENDED && standing.isEmpty()) {
            return refused(RuleRefusal.NOTHING_TO_END);
        }
        if (proposal.step() == RuleStep.ADDED) {
            var mistakes = check.mistakes(proposal.rule());
            if (!mistakes.isEmpty()) {
                return refused(mistakes);
            }
        }
        standing.ifPresent(one -> rules.end(one.id(), next));
        rules.answer(proposal.id(), "APPROVED", null, next, by);
        var state = new LinkedHashMap<String, Object>();
        state.put("step", proposal.step());
        state.put("rule", proposal.rule());
        state.put("rules", next);
        standing.ifPresent(one -> state.put("ends", one.id()));
        journal.record(
                by,
                Entry.act(ApproveOldRule.class)
                        .on("old_rule", proposal.id(), proposal.version() + 1)
                        .because(proposal.why())
                        .with(state));
        return done(proposal.id());
    }
}
