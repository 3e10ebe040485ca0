package lv.vmis.register.reference;

import java.time.LocalDate;
import java.util.Locale;
import lv.vmis.register.kernel.Language;
import org.jspecify.annotations.Nullable;

/** An institution or official who decides, enters, informs or receives; its Latvian name in the cases documents need. */
public record Institution(
        String code,
        String nameLv,
        String nameLvGenitive,
        String nameLvDative,
        @Nullable String nameLvLocative,
        String nameEn,
        String kind,
        boolean competent,
        int sort,
        LocalDate validFrom,
        @Nullable LocalDate validTo,
        String certainty,
        String source) {

    public String name(Language language) {
        return switch (language) {
            case LV -> nameLv;
            case EN -> nameEn;
        };
    }

    /** An official is called in small letters within a sentence, but not where a line begins. */
    public String title(Language language) {
        return atStart(name(language));
    }

    static String atStart(String text) {
        return text.isEmpty() ? text : text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }

    public boolean isInForce(LocalDate day) {
        return Validity.holds(validFrom, validTo, day);
    }
}
