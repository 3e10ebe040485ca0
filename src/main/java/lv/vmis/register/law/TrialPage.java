package lv.vmis.register.law;

import java.util.List;
import lv.vmis.register.reference.LawChange;
import lv.vmis.register.reference.LegalParameter;

/**
 * A page of what a trial found.
 *
 * @param ending the version the change ends
 * @param shown the touched cases of this page; none for who sees no persons
 * @param after how many stand on the pages before
 */
public record TrialPage(
        LawChange change, LegalParameter ending, List<TriedRule> rules, List<Touched> shown, int touched, int after) {

    static TrialPage of(
            LawChange change, LegalParameter ending, List<TriedRule> rules, boolean seesPersons, int after, int most) {
        var all = rules.stream().flatMap(rule -> rule.touched().stream()).toList();
        var first = Math.clamp(after, 0, all.size());
        var shown = seesPersons ? all.subList(first, Math.min(first + most, all.size())) : List.<Touched>of();
        return new TrialPage(change, ending, rules, shown, all.size(), first);
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
}
