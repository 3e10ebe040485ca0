package lv.vmis.register.legacy.rule;

import static lv.vmis.register.kernel.Outcome.done;
import static lv.vmis.register.kernel.Outcome.refused;

import java.util.Map;
import java.util.UUID;
import lv.vmis.register.journal.Entry;
import lv.vmis.register.journal.Journal;
import lv.vmis.register.kernel.Action;
import lv.vmis.register.kernel.Actor;
import lv.vmis.register.kernel.Outcome;

/** Withdraws a proposed rule, as who proposed it, with the reason. */
@Action
class WithdrawOldRule {

    /** @param version the version the official saw */
    record Input(UUID rule, int version, String reason) {}

    private final OldRules rules;
    private final Journal journal;

    WithdrawOldRule(OldRules rules, Journal journal) {
        this.rules = rules;
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
        if (!proposal.isOf(by)) {
            return refused(RuleRefusal.NOT_YOURS);
        }
        rules.answer(proposal.id(), "WITHDRAWN", in.reason(), null, by);
        journal.record(
                by,
                Entry.act(WithdrawOldRule.class)
                        .on("old_rule", proposal.id(), proposal.version() + 1)
                        .because(in.reason())
                        .with(Map.of("step", proposal.step(), "rule", proposal.rule())));
        return done(proposal.id());
    }
}
