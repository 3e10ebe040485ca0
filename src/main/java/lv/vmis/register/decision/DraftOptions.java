package lv.vmis.register.decision;

import java.util.List;
import lv.vmis.register.edge.Frame;
import lv.vmis.register.edge.Option;
import org.jspecify.annotations.Nullable;

/** What can be chosen on the page of a draft, and the law's limits of the term. */
public record DraftOptions(
        List<Option> bases,
        List<Option> lvBases,
        List<Option> schBases,
        List<Option> months,
        List<Option> countries,
        List<Option> reasons,
        int leastDays,
        int mostDays,
        String termLaw) {

    private static final List<Integer> MONTHS = List.of(1, 2, 3, 6, 12, 18, 24, 30, 36, 48, 60, 84, 120);

    /** The usual terms of a ban. */
    static List<Option> terms(Frame f) {
        return MONTHS.stream()
                .map(months -> new Option(months.toString(), f.t("decision.months", months)))
                .toList();
    }

    /** "12 months", as chosen. */
    public String term(@Nullable String chosen) {
        return months.stream()
                .filter(option -> option.value().equals(chosen))
                .map(Option::text)
                .findFirst()
                .orElse("–");
    }
}
