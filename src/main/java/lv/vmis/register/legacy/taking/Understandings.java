package lv.vmis.register.legacy.taking;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import lv.vmis.register.legacy.export.OldTable;
import lv.vmis.register.legacy.meaning.Retention;
import lv.vmis.register.legacy.meaning.Understanding;
import lv.vmis.register.legacy.rule.KnownHere;
import lv.vmis.register.legacy.rule.OldRules;
import lv.vmis.register.reference.LegalParameters;
import org.springframework.stereotype.Component;

/** How the rows of a file are understood today, by a version of the rules. */
@Component
class Understandings {

    private final OldRules rules;
    private final KnownHere known;
    private final LegalParameters parameters;
    private final Clock clock;

    Understandings(OldRules rules, KnownHere known, LegalParameters parameters, Clock clock) {
        this.rules = rules;
        this.known = known;
        this.parameters = parameters;
        this.clock = clock;
    }

    Understanding of(OldTable table, List<String> columns, int rulesVersion) {
        var today = LocalDate.now(clock);
        return Understanding.of(
                table,
                columns,
                rules.of(rulesVersion),
                known.now(),
                new Retention(today, parameters.years("retention.years", today)));
    }
}
