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

/** How the rows of a file are understood today, by a version of the rules; or on the day of their load. */
@Component
public class Understandings {

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
        return of(table, columns, rulesVersion, LocalDate.now(clock));
    }

    /** As of the day on which they were taken over. */
    public Understanding of(OldTable table, List<String> columns, int rulesVersion, LocalDate today) {
        return Understanding.of(
                table,
                columns,
                rules.of(rulesVersion),
                known.now(),
                new Retention(today, parameters.years("retention.years", today)));
    }
}
