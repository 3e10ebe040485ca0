package lv.vmis.register.law;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import lv.vmis.register.reference.DatedRule;
import lv.vmis.register.reference.DatedRule.Worked;
import lv.vmis.register.reference.LawChange;
import lv.vmis.register.reference.LegalParameters;
import org.springframework.stereotype.Component;

/** Whom a change of the law touches: every rule that asks for the parameter is run as the law is and as it would be. */
@Component
class LawTrial {

    private final List<DatedRule> rules;
    private final LegalParameters parameters;

    LawTrial(List<DatedRule> rules, LegalParameters parameters) {
        this.rules = rules;
        this.parameters = parameters;
    }

    /** One for each rule that asks for the parameter; none when it decides no date of an open case. */
    List<TriedRule> of(LawChange change) {
        return rules.stream()
                .filter(rule -> rule.parameters().contains(change.code()))
                .map(rule -> tried(rule, change))
                .toList();
    }

    private TriedRule tried(DatedRule rule, LawChange change) {
        var changed = parameters.with(change);
        var before = rule.under(parameters);
        var after = new HashMap<UUID, Worked>();
        rule.under(changed).forEach(worked -> after.put(worked.id(), worked));
        var touched = new ArrayList<Touched>();
        for (var old : before) {
            var now = after.get(old.id());
            if (now != null && isOther(old, now)) {
                touched.add(new Touched(
                        rule.key(),
                        old,
                        now,
                        parameters.get(change.code(), old.event()),
                        changed.get(change.code(), now.event())));
            }
        }
        return new TriedRule(
                rule.key(),
                before.size(),
                (int) before.stream()
                        .filter(worked -> isEarlier(worked, change.validFrom()))
                        .count(),
                (int) touched.stream()
                        .filter(one -> isEarlier(one.before(), change.validFrom()))
                        .count(),
                touched);
    }

    private static boolean isEarlier(Worked worked, LocalDate day) {
        return worked.event().isBefore(day);
    }

    private static boolean isOther(Worked one, Worked other) {
        return !Objects.equals(one.due(), other.due()) || !Objects.equals(one.moment(), other.moment());
    }
}
