package lv.vmis.register.decision;

import java.time.LocalDate;
import java.util.UUID;
import lv.vmis.register.edge.Parse;
import lv.vmis.register.kernel.Outcome;
import lv.vmis.register.reference.Countries;
import lv.vmis.register.reference.Country;
import org.jspecify.annotations.Nullable;

/** A departure as typed. */
public record DepartureForm(
        UUID key,
        @Nullable String departedOn,
        @Nullable String crossingPoint,
        @Nullable String destination,
        @Nullable String returnType,
        @Nullable String note,
        @Nullable String born) {

    private static final int NOTE = 2_000;

    Outcome<ConfirmDeparture.Input> parse(UUID decision, Countries countries, LocalDate today) {
        var in = new Parse(today);
        var on = in.pastDay("departedOn", departedOn);
        var through = in.text("crossingPoint", crossingPoint, 50);
        var country = in.found(
                "destination",
                destination,
                typed -> countries.accept(typed, Country::isNationality).orElse(null),
                DecisionRefusal.COUNTRY_UNKNOWN);
        var how = in.text("returnType", returnType, 50);
        var said = in.optionalText("note", note, NOTE);
        return in.into(() -> new ConfirmDeparture.Input(
                decision, on.get(), through.get(), country.get().code(), how.get(), said.orNull()));
    }
}
