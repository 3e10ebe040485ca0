package lv.vmis.register.joining;

import lv.vmis.register.kernel.PartialDate;
import lv.vmis.register.kernel.PersonId;
import org.jspecify.annotations.Nullable;

/** Two persons who are alike, as a line of the list. */
public record PairRow(
        PersonId oneId,
        PersonId otherId,
        double score,
        Standing standing,
        int turn,
        long oneNumber,
        String oneFamilyName,
        @Nullable String oneGivenNames,
        PartialDate oneBirthDate,
        long otherNumber,
        String otherFamilyName,
        @Nullable String otherGivenNames,
        PartialDate otherBirthDate,
        @Nullable String reason,
        @Nullable String note) {

    public boolean isUnsure() {
        return standing == Standing.UNSURE;
    }

    public String one() {
        return name(oneFamilyName, oneGivenNames);
    }

    public String other() {
        return name(otherFamilyName, otherGivenNames);
    }

    public String oneShownNumber() {
        return Link.shown(oneNumber);
    }

    public String otherShownNumber() {
        return Link.shown(otherNumber);
    }

    public String place() {
        return turn + "~" + oneId + "~" + otherId;
    }

    private static String name(String family, @Nullable String given) {
        var surname = family.toUpperCase(java.util.Locale.ROOT);
        return given == null ? surname : surname + " " + given;
    }
}
