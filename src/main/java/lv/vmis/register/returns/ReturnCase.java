package lv.vmis.register.returns;

import java.time.LocalDate;
import java.util.UUID;
import lv.vmis.register.kernel.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * The return case of a person.
 *
 * @param institution the body that established the illegal stay
 * @param competent the body that decides
 * @param group mark that the cases of people found together share
 */
public record ReturnCase(
        UUID id,
        String number,
        PersonId personId,
        @Nullable UUID groupId,
        LocalDate openedOn,
        String institution,
        String unit,
        String competent,
        int version) {

    /** Whether the institution, to which the case was handed over, can give it back to the State Border Guard, which opened it. */
    public boolean comesBackFrom(String other) {
        return other.equals("PMLP") && competent.equals("PMLP") && institution.equals("VRS");
    }
}
