package lv.vmis.register.check;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import lv.vmis.register.edge.Texts;
import lv.vmis.register.kernel.Language;
import lv.vmis.register.kernel.PartialDate;
import lv.vmis.register.reference.Countries;
import lv.vmis.register.reference.LegalBases;
import lv.vmis.register.reference.Units;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** An answer in words, the same on the screen, on paper and in the API. */
@Component
public class CheckWords {

    private final Texts texts;
    private final Countries countries;
    private final Units units;
    private final LegalBases legalBases;

    public CheckWords(Texts texts, Countries countries, Units units, LegalBases legalBases) {
        this.texts = texts;
        this.countries = countries;
        this.units = units;
        this.legalBases = legalBases;
    }

    /** What the official does next, one step a line. */
    public List<String> todo(Language language, CheckSlip.Verdict verdict) {
        return texts.get(language, "check.todo." + verdict).lines().toList();
    }

    public String reason(Language language, Reason reason) {
        return reason.text(texts, language);
    }

    /** "Latvija: līdz 14.05.2028." */
    public String ban(Language language, KnownBan ban) {
        var territory = texts.get(language, "check.territory." + ban.territory());
        if (ban.indefinite()) {
            return texts.get(language, "check.ban.indefinite", territory);
        }
        return ban.until() == null
                ? texts.get(language, "check.ban.waits", territory)
                : texts.get(
                        language,
                        "check.ban.until",
                        territory,
                        PartialDate.of(ban.until()).shown());
    }

    /** Each decision once, with the institution that made it and answers questions about it. */
    public List<String> decisions(Language language, List<KnownBan> bans) {
        return bans.stream()
                .map(ban -> ban.decision() + ", " + units.institutionWithin(ban.institution(), language))
                .distinct()
                .toList();
    }

    /** The institution that made the decision. */
    public String institution(Language language, KnownBan ban) {
        return units.institutionName(ban.institution(), language);
    }

    /** Each legal basis once. */
    public List<String> legalBases(Language language, List<KnownBan> bans) {
        return bans.stream()
                .map(ban -> legalBases.citation(
                        ban.legalBasis(), Objects.requireNonNullElse(ban.decidedOn(), LocalDate.MAX), language))
                .distinct()
                .toList();
    }

    public String countries(Language language, List<String> codes) {
        return codes.stream().map(code -> countries.name(code, language)).collect(Collectors.joining(", "));
    }

    public String country(Language language, @Nullable String code) {
        return code == null ? "" : countries.name(code, language);
    }
}
