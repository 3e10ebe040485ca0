package lv.vmis.register.reference;

import java.util.List;
import lv.vmis.register.edge.Frame;
import lv.vmis.register.edge.Option;
import org.springframework.stereotype.Component;

/** Code lists as choices of a form, in the language of the page and in force today. */
@Component
public class Choices {

    private final Codes codes;
    private final Countries countries;
    private final BorderCrossingPoints crossingPoints;
    private final LegalBases bases;

    Choices(Codes codes, Countries countries, BorderCrossingPoints crossingPoints, LegalBases bases) {
        this.codes = codes;
        this.countries = countries;
        this.crossingPoints = crossingPoints;
        this.bases = bases;
    }

    public List<Option> of(String list, Frame f) {
        return codes.inForce(list, f.today()).stream()
                .map(code -> new Option(code.code(), code.text(f.language())))
                .toList();
    }

    /** Names of States for the browser to offer while one is typed. */
    public List<Option> countries(Frame f) {
        return countries.all().stream()
                .filter(country -> country.isInForce(f.today()) && !country.specimen())
                .map(country -> new Option(country.name(f.language()), country.code()))
                .toList();
    }

    public List<Option> crossingPoints(Frame f) {
        return crossingPoints.usable(f.today()).stream()
                .map(point -> new Option(point.code(), point.name(f.language())))
                .toList();
    }

    /** Legal bases an institution may use. */
    public List<Option> bases(String use, Frame f) {
        return bases.inForce(use, f.today(), f.someone().institution()).stream()
                .map(basis -> new Option(basis.code(), basis.citation(f.language()) + " – " + basis.text(f.language())))
                .toList();
    }
}
