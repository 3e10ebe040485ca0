package lv.vmis.register.returns;

import java.util.List;
import lv.vmis.register.edge.Option;

/**
 * What can be chosen on the finding form.
 *
 * @param openCases the cases of the known person that are still open, and a new one; none where no case is open
 */
public record FindingChoices(
        List<Option> countries,
        List<Option> sexes,
        List<Option> nationalityTypes,
        List<Option> documentTypes,
        List<Option> placeKinds,
        List<Option> crossingPoints,
        List<Option> bases,
        List<Option> openCases) {

    /** Stands for a case of its own. */
    static final String NEW_CASE = "NEW";
}
