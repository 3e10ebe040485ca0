package lv.vmis.register.legacy.rule;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import lv.vmis.register.legacy.meaning.Rule;
import lv.vmis.register.legacy.meaning.Rules;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** What a proposed rule would change in the rows that are staged. */
@Component
class RuleTrial {

    private final ObjectProvider<StagedValues> staged;
    private final OldRules rules;

    RuleTrial(ObjectProvider<StagedValues> staged, OldRules rules) {
        this.staged = staged;
        this.rules = rules;
    }

    /** The rows whose value would mean something else; nothing while no rows are staged. */
    Optional<Long> touched(StoredRule proposal) {
        var values = staged.getIfAvailable();
        return values == null ? Optional.empty() : Optional.of(touched(proposal, rules.inForce(), values));
    }

    static long touched(StoredRule proposal, Rules before, StagedValues values) {
        var after = with(before, proposal);
        var rule = proposal.rule();
        var rows = new long[1];
        var header = rule.kind() == Rule.Kind.COLUMN ? rule.word() : rule.field();
        values.each(rule.table(), header, (value, count) -> {
            var isTouched = rule.kind() == Rule.Kind.COLUMN
                    ? !value.isBlank()
                    : !before.says(rule.table(), rule.field(), value)
                            .equals(after.says(rule.table(), rule.field(), value));
            rows[0] += isTouched ? count : 0;
        });
        return rows[0];
    }

    /** The rules as they would be. */
    private static Rules with(Rules before, StoredRule proposal) {
        var all = new ArrayList<>(before.all());
        all.removeIf(one -> one.isOfSameWord(proposal.rule()));
        if (proposal.step() == RuleStep.ADDED) {
            all.add(proposal.rule());
        }
        return Rules.of(before.version() + 1, List.copyOf(all));
    }
}
