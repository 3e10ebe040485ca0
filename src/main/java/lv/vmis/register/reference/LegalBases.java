package lv.vmis.register.reference;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import lv.vmis.register.kernel.Language;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/** The norms acts are based on: those in force on a day for a use, and any norm once cited, as the day of its act knew it. */
@Component
public class LegalBases {

    private final Supplier<List<LegalBasis>> rows;

    @Autowired
    LegalBases(ReferenceData data) {
        this(() -> data.now().legalBases());
    }

    private LegalBases(Supplier<List<LegalBasis>> rows) {
        this.rows = rows;
    }

    /** Grounds as a list that was taken along cites them. */
    public static LegalBases of(List<LegalBasis> rows) {
        return new LegalBases(() -> rows);
    }

    /** The grounds as they are with the change in force. */
    public LegalBases with(GroundChange change) {
        var changed = change.in(rows.get());
        return new LegalBases(() -> changed);
    }

    /** All versions of all grounds, in the order of lists. */
    public List<LegalBasis> all() {
        return rows.get();
    }

    /** Uses: finding, departure_order, removal, court_expulsion, follow_up, ban, detention and others of the table. */
    public List<LegalBasis> inForce(String use, LocalDate day) {
        return rows.get().stream()
                .filter(basis -> basis.use().equals(use) && basis.isInForce(day))
                .toList();
    }

    public List<LegalBasis> inForce(String use, LocalDate day, String institution) {
        return inForce(use, day).stream()
                .filter(basis -> basis.mayBeUsedBy(institution))
                .toList();
    }

    public Optional<LegalBasis> find(String code, LocalDate day) {
        return versions(code).filter(basis -> basis.isInForce(day)).findFirst();
    }

    /** The version that a change of the ground would end on the day; nothing when none that began before is in force. */
    public Optional<LegalBasis> ending(String code, LocalDate day) {
        return find(code, day).filter(basis -> basis.validFrom().isBefore(day));
    }

    /** Whether a version of the ground is in force on the day or later. */
    public boolean isKnownFrom(String code, LocalDate day) {
        return versions(code)
                .anyMatch(basis -> basis.isInForce(day) || basis.validFrom().isAfter(day));
    }

    /** The citation of a stored code as it was on the day of its act; the code itself where it is not known. */
    public String citation(String code, LocalDate day, Language language) {
        return asOf(code, day).map(basis -> basis.citation(language)).orElse(code);
    }

    public String text(String code, LocalDate day, Language language) {
        return asOf(code, day).map(basis -> basis.text(language)).orElse(code);
    }

    /** The version of the day: in force on it, or else the last that had begun, or else the first. */
    public Optional<LegalBasis> asOf(String code, LocalDate day) {
        return versions(code)
                .filter(basis -> !basis.validFrom().isAfter(day))
                .max(Comparator.comparing(LegalBasis::validFrom))
                .or(() -> versions(code).min(Comparator.comparing(LegalBasis::validFrom)));
    }

    private Stream<LegalBasis> versions(String code) {
        return rows.get().stream().filter(basis -> basis.code().equals(code));
    }
}
