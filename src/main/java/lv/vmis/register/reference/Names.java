package lv.vmis.register.reference;

import java.time.LocalDate;
import lv.vmis.register.edge.Frame;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What codes are called, in the language of the page; codes that are no longer in force keep their name. */
@Component
public class Names {

    private final Codes codes;
    private final Countries countries;
    private final LegalBases bases;
    private final Units units;
    private final BorderCrossingPoints crossingPoints;

    Names(Codes codes, Countries countries, LegalBases bases, Units units, BorderCrossingPoints crossingPoints) {
        this.codes = codes;
        this.countries = countries;
        this.bases = bases;
        this.units = units;
        this.crossingPoints = crossingPoints;
    }

    public String of(Frame f, String list, String code) {
        return codes.text(list, code, f.language());
    }

    /** The same within a sentence. */
    public String within(Frame f, String list, String code) {
        return codes.within(list, code, f.language());
    }

    public String country(Frame f, String code) {
        return countries.name(code, f.language());
    }

    /** A legal basis as it was on the day of the act that rests on it; today when there is no such day yet. */
    public String basis(Frame f, String code, @Nullable LocalDate day) {
        var on = day == null ? f.today() : day;
        return bases.citation(code, on, f.language()) + " – " + bases.text(code, on, f.language());
    }

    public String citation(Frame f, String code, @Nullable LocalDate day) {
        return bases.citation(code, day == null ? f.today() : day, f.language());
    }

    public String unit(Frame f, String code) {
        return units.find(code).isPresent() ? units.name(code, f.language()) : code;
    }

    public String institution(Frame f, String code) {
        return units.institution(code).isPresent() ? units.institutionName(code, f.language()) : code;
    }

    public String crossingPoint(Frame f, String code) {
        return crossingPoints.name(code, f.language());
    }
}
