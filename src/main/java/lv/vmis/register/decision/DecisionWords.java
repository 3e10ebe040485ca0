package lv.vmis.register.decision;

import java.time.LocalDate;
import java.util.List;
import lv.vmis.register.edge.Frame;
import lv.vmis.register.edge.Option;
import lv.vmis.register.reference.BorderCrossingPoints;
import lv.vmis.register.reference.Codes;
import lv.vmis.register.reference.Countries;
import lv.vmis.register.reference.Country;
import lv.vmis.register.reference.LegalBases;
import lv.vmis.register.reference.Units;
import org.springframework.stereotype.Component;

/** The lists a page about decisions offers, in its language. */
@Component
class DecisionWords {

    private final LegalBases bases;
    private final Units units;
    private final Countries countries;
    private final Codes codes;
    private final BorderCrossingPoints points;

    DecisionWords(LegalBases bases, Units units, Countries countries, Codes codes, BorderCrossingPoints points) {
        this.bases = bases;
        this.units = units;
        this.countries = countries;
        this.codes = codes;
        this.points = points;
    }

    Words in(Frame f) {
        return new Words(f.language(), f.today(), bases, units, countries, codes, points);
    }

    List<Option> bases(Frame f, String use, String institution) {
        return bases.inForce(use, f.today(), institution).stream()
                .map(basis -> new Option(basis.code(), basis.citation(f.language()) + " – " + basis.text(f.language())))
                .toList();
    }

    /** Only bases the Schengen Information System knows may carry a ban for Schengen. */
    List<Option> schengenBases(Frame f, String institution) {
        var known = bases.inForce("ban", f.today(), institution).stream()
                .filter(basis -> basis.sisBasis() != null)
                .map(basis -> basis.code())
                .toList();
        return bases(f, "ban", institution).stream()
                .filter(option -> known.contains(option.value()))
                .toList();
    }

    List<Option> countries(Frame f) {
        return countries.nationalities(f.today()).stream()
                .filter(DecisionWords::isAbroad)
                .map(country -> new Option(country.name(f.language()), country.code()))
                .toList();
    }

    /** Where somebody who leaves can go. */
    List<Option> destinations(Frame f) {
        return countries.nationalities(f.today()).stream()
                .filter(country -> isAbroad(country) && country.isPlace())
                .map(country -> new Option(country.name(f.language()), country.code()))
                .toList();
    }

    static boolean isAbroad(Country country) {
        return !country.code().equals("LVA");
    }

    List<Option> codes(Frame f, String list) {
        return codes.inForce(list, f.today()).stream()
                .map(code -> new Option(code.code(), code.text(f.language())))
                .toList();
    }

    /** The crossing points open on any of the days a departure may be confirmed for; the action looks at the day. */
    List<Option> points(Frame f, LocalDate day) {
        return points.usable(day).stream()
                .map(point -> new Option(point.code(), point.name(f.language())))
                .toList();
    }
}
