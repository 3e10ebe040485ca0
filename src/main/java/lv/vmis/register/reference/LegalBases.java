package lv.vmis.register.reference;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import lv.vmis.register.kernel.Language;
import org.springframework.stereotype.Component;

/** The norms acts are based on: those in force on a day for a use, and any norm once cited. */
@Component
public class LegalBases {

    private final ReferenceData data;

    LegalBases(ReferenceData data) {
        this.data = data;
    }

    /** Uses: finding, departure_order, removal, court_expulsion, follow_up, ban, detention and others of the table. */
    public List<LegalBasis> inForce(String use, LocalDate day) {
        return data.now().legalBases().stream()
                .filter(basis -> basis.use().equals(use) && basis.isInForce(day))
                .toList();
    }

    public List<LegalBasis> inForce(String use, LocalDate day, String institution) {
        return inForce(use, day).stream()
                .filter(basis -> basis.mayBeUsedBy(institution))
                .toList();
    }

    public Optional<LegalBasis> find(String code, LocalDate day) {
        return data.now().legalBases().stream()
                .filter(basis -> basis.code().equals(code) && basis.isInForce(day))
                .findFirst();
    }

    /** The citation of a stored code, of its newest version; the code itself where it is not known. */
    public String citation(String code, Language language) {
        return newest(code).map(basis -> basis.citation(language)).orElse(code);
    }

    public String text(String code, Language language) {
        return newest(code).map(basis -> basis.text(language)).orElse(code);
    }

    private Optional<LegalBasis> newest(String code) {
        return data.now().legalBases().stream()
                .filter(basis -> basis.code().equals(code))
                .reduce((older, newer) -> newer.validFrom().isAfter(older.validFrom()) ? newer : older);
    }
}
