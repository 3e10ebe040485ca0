package lv.vmis.register.returns;

import java.util.List;
import lv.vmis.register.edge.Option;

/** What can be chosen on the finding form. */
public record FindingChoices(
        List<Option> countries,
        List<Option> sexes,
        List<Option> nationalityTypes,
        List<Option> documentTypes,
        List<Option> placeKinds,
        List<Option> crossingPoints,
        List<Option> bases) {}
