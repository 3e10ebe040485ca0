package lv.vmis.register.law;

import java.util.List;
import lv.vmis.register.reference.Amendment;
import lv.vmis.register.reference.LegalParameter;
import org.jspecify.annotations.Nullable;

/**
 * A page of what a trial found.
 *
 * @param ending the version of the parameter that the change ends; nothing where a ground changes
 * @param ground what a ground keeps, and where it is offered; nothing where a value changes
 * @param shown the touched cases of this page; none for who sees no persons
 * @param after how many stand on the pages before
 */
public record TrialPage(
        Amendment change,
        @Nullable LegalParameter ending,
        @Nullable GroundEffects ground,
        List<TriedRule> rules,
        List<Touched> shown,
        int touched,
        int after) {

    static TrialPage of(
            Amendment change,
            @Nullable LegalParameter ending,
            @Nullable GroundEffects ground,
            List<TriedRule> rules,
            boolean seesPersons,
            int after,
            int most) {
        var all = rules.stream().flatMap(rule -> rule.touched().stream()).toList();
        var first = Math.clamp(after, 0, all.size());
        var shown = seesPersons ? all.subList(first, Math.min(first + most, all.size())) : List.<Touched>of();
        return new TrialPage(change, ending, ground, rules, shown, all.size(), first);
    }

    public int earlierTouched() {
        return rules.stream().mapToInt(TriedRule::earlierTouched).sum();
    }

    public int earlier() {
        return rules.stream().mapToInt(TriedRule::earlier).sum();
    }

    public int next() {
        return after + shown.size();
    }

    /** The drafts that could not be signed any more. */
    public int barred() {
        return (int) rules.stream()
                .flatMap(rule -> rule.touched().stream())
                .filter(Touched::isBarred)
                .count();
    }
}
