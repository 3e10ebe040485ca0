package lv.vmis.register.judgment;

import java.time.LocalDate;
import java.util.UUID;
import lv.vmis.register.decision.DecisionRefusal;
import lv.vmis.register.edge.Parse;
import lv.vmis.register.kernel.Outcome;
import lv.vmis.register.reference.Countries;
import lv.vmis.register.reference.Country;
import org.jspecify.annotations.Nullable;

/** The State to which a person is expelled, as typed. */
public record DestinationForm(
        UUID key,
        @Nullable Integer version,
        @Nullable String destination,
        @Nullable String born) {

    Outcome<NameDestination.Input> parse(UUID decision, Countries countries, LocalDate today) {
        var in = new Parse(today);
        var country = in.found(
                "destination",
                destination,
                typed -> countries.accept(typed, Country::isNationality).orElse(null),
                DecisionRefusal.COUNTRY_UNKNOWN);
        return in.into(() -> new NameDestination.Input(
                decision, version == null ? 0 : version, country.get().code()));
    }
}
