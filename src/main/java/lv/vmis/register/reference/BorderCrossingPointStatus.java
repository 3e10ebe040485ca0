package lv.vmis.register.reference;

import java.time.LocalDate;
import lv.vmis.register.kernel.Language;
import org.jspecify.annotations.Nullable;

/** Whether a border crossing point is open, limited or suspended in a period. */
public record BorderCrossingPointStatus(
        String borderCrossingPoint,
        String status,
        String textLv,
        String textEn,
        LocalDate validFrom,
        @Nullable LocalDate validTo,
        String certainty,
        String source) {

    public String text(Language language) {
        return switch (language) {
            case LV -> textLv;
            case EN -> textEn;
        };
    }

    public boolean isInForce(LocalDate day) {
        return Validity.holds(validFrom, validTo, day);
    }

    public boolean isSuspended() {
        return status.equals("suspended");
    }
}
