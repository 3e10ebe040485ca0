package lv.vmis.register.joining;

import java.util.Locale;
import java.util.UUID;
import lv.vmis.register.kernel.PartialDate;
import lv.vmis.register.kernel.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * Two records whose name, sex, date of birth and a document are the same, and of which neither says anything else.
 *
 * @param link the proposal to join them, where there is one
 */
public record CertainPair(
        @Nullable UUID link,
        PersonId oneId,
        PersonId otherId,
        long oneNumber,
        long otherNumber,
        String familyName,
        @Nullable String givenNames,
        PartialDate birthDate,
        String document,
        String issuer) {

    public String name() {
        var surname = familyName.toUpperCase(Locale.ROOT);
        return givenNames == null ? surname : surname + " " + givenNames;
    }

    public String oneShownNumber() {
        return Link.shown(oneNumber);
    }

    public String otherShownNumber() {
        return Link.shown(otherNumber);
    }

    /** As it stands in the form. */
    public String place() {
        return link == null ? oneId + "~" + otherId : link.toString();
    }
}
