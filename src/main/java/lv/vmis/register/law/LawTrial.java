package lv.vmis.register.law;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import lv.vmis.register.reference.Amendment;
import lv.vmis.register.reference.DatedRule;
import lv.vmis.register.reference.DatedRule.Worked;
import lv.vmis.register.reference.GroundChange;
import lv.vmis.register.reference.Law;
import lv.vmis.register.reference.LawChange;
import lv.vmis.register.reference.LegalParameter;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Whom a change of the law touches: every rule that asks for what changes is run as the law is and as it would be. */
@Component
class LawTrial {

    private final List<DatedRule> rules;
    private final Law law;
    private final Clock clock;

    LawTrial(List<DatedRule> rules, Law law, Clock clock) {
        this.rules = rules;
        this.law = law;
        this.clock = clock;
    }

    /** One for each rule that asks for what changes; none when no open case hangs on it. */
    List<TriedRule> of(Amendment change) {
        return rules.stream()
                .filter(rule -> asks(rule, change))
                .map(rule -> tried(rule, change))
                .toList();
    }

    private static boolean asks(DatedRule rule, Amendment change) {
        return switch (change) {
            case LawChange value -> rule.parameters().contains(value.code());
            case GroundChange _ -> rule.asksForGrounds();
        };
    }

    private TriedRule tried(DatedRule rule, Amendment change) {
        var today = LocalDate.now(clock);
        // A rule that asks for the law of the day on which it is looked at sees the change on its first day.
        var day = change.validFrom().isBefore(today) ? today : change.validFrom();
        var changed = law.with(change);
        var before = rule.under(law, day);
        var after = new HashMap<UUID, Worked>();
        rule.under(changed, day).forEach(worked -> after.put(worked.id(), worked));
        var touched = new ArrayList<Touched>();
        for (var old : before) {
            var now = after.get(old.id());
            if (now != null && isOther(old, now)) {
                touched.add(new Touched(rule.key(), old, now, term(law, change, old), term(changed, change, now)));
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

    private static @Nullable LegalParameter term(Law law, Amendment change, Worked worked) {
        return switch (change) {
            case LawChange value -> law.parameters().get(value.code(), worked.event());
            case GroundChange _ -> null;
        };
    }

    private static boolean isEarlier(Worked worked, LocalDate day) {
        return worked.event().isBefore(day);
    }

    private static boolean isOther(Worked one, Worked other) {
        return !Objects.equals(one.due(), other.due())
                || !Objects.equals(one.moment(), other.moment())
                || !Objects.equals(one.against(), other.against());
    }
}
