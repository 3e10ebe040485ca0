package lv.vmis.register.reference;

import java.time.LocalDate;
import lv.vmis.register.kernel.Language;
import org.jspecify.annotations.Nullable;

/** A unit of an institution: a division, a board, a border control point, a detention centre. */
public record Unit(
        String code,
        String institution,
        @Nullable String parent,
        String nameLv,
        String nameEn,
        String kind,
        @Nullable String address,
        @Nullable Integer beds,
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

    public boolean isInForce(LocalDate day) {
        return Validity.holds(validFrom, validTo, day);
    }
}
