package lv.vmis.register.reference;

import java.math.BigDecimal;
import java.time.LocalDate;
import lv.vmis.register.kernel.Bilingual;
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
        String lawEn,
        int sort,
        LocalDate validFrom,
        @Nullable LocalDate validTo,
        String certainty,
        String source) {

    public Bilingual said() {
        return new Bilingual(textLv, textEn);
    }

    /** The law the value comes from. */
    public Bilingual cited() {
        return new Bilingual(law, lawEn);
    }

    public boolean isInForce(LocalDate day) {
        return Validity.holds(validFrom, validTo, day);
    }

    /** The same rule with another value, to see what it would come to. */
    LegalParameter of(BigDecimal tried) {
        return new LegalParameter(
                code, tried, null, unit, textLv, textEn, law, lawEn, sort, validFrom, validTo, certainty, source);
    }

    /** The value as shown in a list. */
    public String shown() {
        return value == null
                ? String.valueOf(valueText)
                : value.stripTrailingZeros().toPlainString();
    }
}
