package lv.vmis.register.decision;

import java.time.LocalDate;
import lv.vmis.register.kernel.Language;
import lv.vmis.register.reference.BorderCrossingPoints;
import lv.vmis.register.reference.Codes;
import lv.vmis.register.reference.Countries;
import lv.vmis.register.reference.LegalBases;
import lv.vmis.register.reference.Units;
import org.jspecify.annotations.Nullable;

/** How stored codes read in the language of a page. */
public record Words(
        Language language,
        LocalDate today,
        LegalBases bases,
        Units units,
        Countries countries,
        Codes codes,
        BorderCrossingPoints points) {

    /** A legal basis as it was on the day of the act that rests on it; today when there is no such day yet. */
    public String citation(String basis, @Nullable LocalDate day) {
        return bases.citation(basis, day == null ? today : day, language);
    }

    public String basis(String basis, @Nullable LocalDate day) {
        return bases.text(basis, day == null ? today : day, language);
    }

    public String unit(String code) {
        return units.name(code, language);
    }

    public String institution(String code) {
        return units.institutionName(code, language);
    }

    public String country(@Nullable String code) {
        return code == null ? "–" : countries.name(code, language);
    }

    public String point(String code) {
        return points.name(code, language);
    }

    public String within(String list, String code) {
        return codes.within(list, code, language);
    }

    public String code(String list, String code) {
        return codes.text(list, code, language);
    }
}
