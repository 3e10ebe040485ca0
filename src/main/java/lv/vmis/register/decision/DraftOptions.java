package lv.vmis.register.decision;

import java.util.List;
import lv.vmis.register.edge.Option;

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
        String termLaw) {}
