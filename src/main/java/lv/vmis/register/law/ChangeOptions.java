package lv.vmis.register.law;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import lv.vmis.register.edge.Option;

/**
 * What can be chosen on the page of a new change.
 *
 * @param codes the parameters, or the grounds, in force today
 */
public record ChangeOptions(
        List<Option> codes, List<Option> uses, List<Option> sisBases, List<Option> limits, List<Option> institutions) {

    /** Where nothing of a ground is chosen. */
    static ChangeOptions of(List<Option> codes) {
        return new ChangeOptions(codes, List.of(), List.of(), List.of(), List.of());
    }

    static Set<String> values(List<Option> options) {
        return options.stream().map(Option::value).collect(Collectors.toUnmodifiableSet());
    }
}
