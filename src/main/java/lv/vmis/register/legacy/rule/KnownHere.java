package lv.vmis.register.legacy.rule;

import java.util.HashMap;
import java.util.Optional;
import java.util.stream.Collectors;
import lv.vmis.register.legacy.meaning.Known;
import lv.vmis.register.legacy.meaning.Words;
import lv.vmis.register.reference.Countries;
import lv.vmis.register.reference.Law;
import lv.vmis.register.reference.LegalBasis;
import lv.vmis.register.reference.Units;
import org.springframework.stereotype.Component;

/** What this register knows of the codes that rows of old registers become. */
@Component
public class KnownHere {

    private static final String BAN = "ban";

    private final Countries countries;
    private final Law law;
    private final Units units;

    KnownHere(Countries countries, Law law, Units units) {
        this.countries = countries;
        this.law = law;
        this.units = units;
    }

    /** As it is now: a trial or a load asks once, and then everything the same. */
    public Known now() {
        var states = new HashMap<String, String>();
        for (var country : countries.all()) {
            states.putIfAbsent(Words.folded(country.nameLv()), country.code());
            states.putIfAbsent(Words.folded(country.nameEn()), country.code());
        }
        var bases = law.bases().all().stream()
                .filter(basis -> basis.use().equals(BAN))
                .map(LegalBasis::code)
                .collect(Collectors.toUnmodifiableSet());
        var institutions = units.institutions().stream()
                .map(institution -> institution.code())
                .collect(Collectors.toUnmodifiableSet());
        return new Known(
                text -> countries
                        .find(text)
                        .map(country -> country.code())
                        .or(() -> Optional.ofNullable(states.get(Words.folded(text)))),
                bases::contains,
                institutions::contains);
    }
}
