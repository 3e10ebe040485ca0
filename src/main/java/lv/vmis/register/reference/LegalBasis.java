package lv.vmis.register.reference;

import java.time.LocalDate;
import java.util.List;
import lv.vmis.register.kernel.Bilingual;
import lv.vmis.register.kernel.Language;
import org.jspecify.annotations.Nullable;

/** A norm on which a finding, a decision, a ban or another act is based, in the version of a period. */
public record LegalBasis(
        String code,
        String law,
        String section,
        @Nullable String paragraph,
        @Nullable String clause,
        String citationLv,
        String citationEn,
        String textLv,
        String textEn,
        @Nullable String decidingAuthority,
        String use,
        @Nullable String sisBasis,
        @Nullable String banLimit,
        int sort,
        LocalDate validFrom,
        @Nullable LocalDate validTo,
        String certainty,
        String source) {

    static LegalBasis of(
            String code,
            Ground ground,
            int sort,
            LocalDate from,
            @Nullable LocalDate to,
            String certainty,
            String source) {
        return new LegalBasis(
                code,
                ground.law(),
                ground.section(),
                ground.paragraph(),
                ground.clause(),
                ground.citationLv(),
                ground.citationEn(),
                ground.textLv(),
                ground.textEn(),
                ground.decidingAuthority(),
                ground.use(),
                ground.sisBasis(),
                ground.banLimit(),
                sort,
                from,
                to,
                certainty,
                source);
    }

    /** What it says in this version. */
    public Ground ground() {
        return new Ground(
                law,
                section,
                paragraph,
                clause,
                citationLv,
                citationEn,
                textLv,
                textEn,
                decidingAuthority,
                use,
                sisBasis,
                banLimit);
    }

    LegalBasis until(LocalDate last) {
        return of(code, ground(), sort, validFrom, last, certainty, source);
    }

    public String citation(Language language) {
        return cited().in(language);
    }

    public Bilingual cited() {
        return new Bilingual(citationLv, citationEn);
    }

    public String text(Language language) {
        return switch (language) {
            case LV -> textLv;
            case EN -> textEn;
        };
    }

    public boolean isInForce(LocalDate day) {
        return Validity.holds(validFrom, validTo, day);
    }

    /** Institutions that may decide on it; empty where the norm is not tied to any. */
    public List<String> authorities() {
        return decidingAuthority == null ? List.of() : List.of(decidingAuthority.split(",", -1));
    }

    public boolean mayBeUsedBy(String institution) {
        return decidingAuthority == null || authorities().contains(institution);
    }
}
