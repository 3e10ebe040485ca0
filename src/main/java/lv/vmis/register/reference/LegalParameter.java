package lv.vmis.register.reference;

import java.math.BigDecimal;
import java.time.LocalDate;
import lv.vmis.register.kernel.Language;
import org.jspecify.annotations.Nullable;

/** A deadline, term or limit set by law, in the version of a period, with the source a computed date shows. */
public record LegalParameter(
        String code,
        @Nullable BigDecimal value,
        @Nullable String valueText,
        String unit,
        String textLv,
        String textEn,
        String law,
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

    /** The value as shown in a list. */
    public String shown() {
        return value == null
                ? String.valueOf(valueText)
                : value.stripTrailingZeros().toPlainString();
    }
}
