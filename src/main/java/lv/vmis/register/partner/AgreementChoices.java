package lv.vmis.register.partner;

import java.util.List;
import lv.vmis.register.edge.Option;

/**
 * What the form of an agreement offers.
 *
 * @param institutions for a new agreement
 */
public record AgreementChoices(
        List<Option> institutions,
        List<Option> ways,
        List<Option> services,
        List<Option> attributes,
        List<Option> purposes) {

    boolean hasInstitution(String code) {
        return has(institutions, code);
    }

    boolean hasPurpose(String code) {
        return has(purposes, code);
    }

    private static boolean has(List<Option> some, String code) {
        return some.stream().anyMatch(option -> option.value().equals(code));
    }
}
