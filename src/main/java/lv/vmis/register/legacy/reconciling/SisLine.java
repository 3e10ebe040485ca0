package lv.vmis.register.legacy.reconciling;

import java.util.stream.Collectors;
import java.util.stream.Stream;

/** An alert as a list of N.SIS has it. */
public record SisLine(
        int line,
        String sisId,
        String familyName,
        String givenNames,
        String birthDate,
        String nationality,
        String kind,
        String validUntil) {

    /** What it says of the person and the alert; what is empty is left out. */
    public String told() {
        return Stream.of((familyName + ' ' + givenNames).strip(), birthDate, nationality, kind, validUntil)
                .filter(value -> !value.isEmpty())
                .collect(Collectors.joining(", "));
    }
}
