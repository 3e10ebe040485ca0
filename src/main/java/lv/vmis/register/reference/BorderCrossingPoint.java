package lv.vmis.register.reference;

import lv.vmis.register.kernel.Language;
import org.jspecify.annotations.Nullable;

/** A place where the border may be crossed, or an exit confirmed elsewhere. */
public record BorderCrossingPoint(
        String code,
        String nameLv,
        String nameEn,
        String borderType,
        String traffic,
        @Nullable String neighbour,
        int sort,
        String certainty,
        String source) {

    public String name(Language language) {
        return switch (language) {
            case LV -> nameLv;
            case EN -> nameEn;
        };
    }
}
