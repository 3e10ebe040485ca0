package lv.vmis.register.reference;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import lv.vmis.register.kernel.Language;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/** Institutions and their units: who exists on a day, and how a stored code reads even after it has ended. */
@Component
public class Units {

    private final Supplier<List<Institution>> institutions;
    private final Supplier<List<Unit>> units;

    @Autowired
    Units(ReferenceData data) {
        this(() -> data.now().institutions(), () -> data.now().units());
    }

    private Units(Supplier<List<Institution>> institutions, Supplier<List<Unit>> units) {
        this.institutions = institutions;
        this.units = units;
    }

    /** Institutions as a list that was taken along names them; it names no units. */
    public static Units of(List<Institution> institutions) {
        return new Units(() -> institutions, List::of);
    }

    /** All institutions of any day. */
    public List<Institution> institutions() {
        return institutions.get();
    }

    public List<Institution> institutions(LocalDate day) {
        return institutions.get().stream()
                .filter(institution -> institution.isInForce(day))
                .toList();
    }

    public List<Institution> institutions(String kind, LocalDate day) {
        return institutions(day).stream()
                .filter(institution -> institution.kind().equals(kind))
                .toList();
    }

    public Optional<Institution> institution(String code) {
        return institutions.get().stream()
                .filter(institution -> institution.code().equals(code))
                .findFirst();
    }

    /** The name where a line begins. */
    public String institutionName(String code, Language language) {
        return institution(code).map(found -> found.title(language)).orElse(code);
    }

    /** The name within a line. */
    public String institutionWithin(String code, Language language) {
        return institution(code).map(found -> found.name(language)).orElse(code);
    }

    public List<Unit> of(String institution, LocalDate day) {
        return units.get().stream()
                .filter(unit -> unit.institution().equals(institution) && unit.isInForce(day))
                .toList();
    }

    /** Where a detained person may be placed: centres and specially equipped premises. */
    public List<Unit> places(LocalDate day) {
        return units.get().stream()
                .filter(unit -> unit.kind().equals("centre") || unit.kind().equals("premises"))
                .filter(unit -> unit.isInForce(day))
                .toList();
    }

    public Optional<Unit> find(String code) {
        return units.get().stream().filter(unit -> unit.code().equals(code)).findFirst();
    }

    public String name(String code, Language language) {
        return find(code).map(found -> found.name(language)).orElse(code);
    }
}
