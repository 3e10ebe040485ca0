package lv.vmis.register.reference;

import java.time.LocalDate;
import lv.vmis.register.kernel.Language;
import org.jspecify.annotations.Nullable;

/** One code of a generic list, with the days on which it may be used. */
public record Code(
        String list,
        String code,
        String textLv,
        String textEn,
        int sort,
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
}
