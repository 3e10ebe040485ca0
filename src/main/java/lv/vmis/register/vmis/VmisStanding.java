package lv.vmis.register.vmis;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A permit, application or visa, and how it stands in VMIS.
 *
 * @param subject code of the list VMIS_SUBJECT
 * @param status code of the list VMIS_STATUS
 */
record VmisStanding(
        String subject,
        String status,
        @Nullable String number,
        @Nullable LocalDate validFrom,
        @Nullable LocalDate validTo) {

    boolean endsBeforeItBegins() {
        return validFrom != null && validTo != null && validTo.isBefore(validFrom);
    }
}
