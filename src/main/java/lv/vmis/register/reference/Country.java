package lv.vmis.register.reference;

import java.time.LocalDate;
import lv.vmis.register.kernel.Language;
import org.jspecify.annotations.Nullable;

/** A country, territory or special code that may stand as nationality, place of birth or issuer of a document. */
public record Country(
        String code,
        @Nullable String iso2,
        @Nullable String iso3,
        String icao,
        @Nullable String eurostat,
        String nameLv,
        String nameEn,
        String otherNames,
        String kind,
        boolean foreigner,
        boolean birthOnly,
        boolean specimen,
        @Nullable LocalDate freeMovementFrom,
        @Nullable LocalDate freeMovementTo,
        boolean euFreeMovement,
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

    /** Whether its citizens moved freely in the EU, EEA and Switzerland on the day, so return law did not apply to them. */
    public boolean hasFreeMovement(LocalDate day) {
        return freeMovementFrom != null && Validity.holds(freeMovementFrom, freeMovementTo, day);
    }

    public boolean isNationality() {
        return !birthOnly && !specimen;
    }

    /** Whether somebody can go there: not a code that only says something of a nationality or of who issues documents. */
    public boolean isPlace() {
        return kind.equals("state") || kind.equals("territory");
    }

    public boolean isBirthCountry() {
        return !specimen && (kind.equals("state") || kind.equals("territory") || kind.equals("historic"));
    }

    public boolean isIssuer() {
        return !specimen && !kind.equals("stateless") && !kind.equals("refugee");
    }
}
