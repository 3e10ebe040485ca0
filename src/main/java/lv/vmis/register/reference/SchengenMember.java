package lv.vmis.register.reference;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A State that applies the Schengen acquis between two dates. */
record SchengenMember(
        String country, LocalDate validFrom, @Nullable LocalDate validTo, String certainty, String source) {

    boolean isInForce(LocalDate day) {
        return Validity.holds(validFrom, validTo, day);
    }
}
