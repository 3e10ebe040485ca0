package lv.vmis.register.decision;

import java.time.LocalDate;
import java.util.Optional;
import lv.vmis.register.kernel.Bilingual;
import lv.vmis.register.kernel.Language;
import lv.vmis.register.kernel.PersonId;
import lv.vmis.register.kernel.Refusal;
import lv.vmis.register.reference.Countries;
import org.springframework.stereotype.Component;

/** Where somebody who must leave may go: out of the Member States and the Schengen States (Directive 2008/115/EC, Art. 3(3)). */
@Component
public class Destinations {

    private final Decisions decisions;
    private final Countries countries;

    Destinations(Decisions decisions, Countries countries) {
        this.decisions = decisions;
        this.countries = countries;
    }

    /** What is against a country to which the person is to go, or has gone, on a day. */
    public Optional<Refusal> mistake(String destination, PersonId person, LocalDate day) {
        if (countries.find(destination).isEmpty()) {
            return Optional.of(Refusal.at("destination", DecisionRefusal.COUNTRY_UNKNOWN, destination));
        }
        if (!countries.find(destination).orElseThrow().isPlace()) {
            return Optional.of(Refusal.at("destination", DecisionRefusal.DESTINATION_NO_COUNTRY));
        }
        if (destination.equals("LVA")) {
            return Optional.of(Refusal.at("destination", DecisionRefusal.DESTINATION_IS_LATVIA));
        }
        // Who may move freely in the Union is under Directive 2004/38/EC.
        if (countries.isMemberOrSchengen(destination, day) && !decisions.movesFreely(person, day)) {
            return Optional.of(Refusal.at("destination", DecisionRefusal.DESTINATION_INSIDE, named(destination)));
        }
        return Optional.empty();
    }

    /** Somebody is taken away to another country than the decision names. */
    Refusal notDecided(String decided) {
        return Refusal.at("destination", DecisionRefusal.DESTINATION_NOT_DECIDED, named(decided));
    }

    private Bilingual named(String country) {
        return new Bilingual(countries.name(country, Language.LV), countries.name(country, Language.EN));
    }
}
