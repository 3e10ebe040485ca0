package lv.vmis.register.decision;

import java.time.LocalDate;
import java.util.UUID;
import lv.vmis.register.edge.Parse;
import lv.vmis.register.kernel.Outcome;
import lv.vmis.register.kernel.RegisterClock;
import lv.vmis.register.reference.Countries;
import lv.vmis.register.reference.Country;
import org.jspecify.annotations.Nullable;

/** A departure as typed. */
public record DepartureForm(
        UUID key,
        @Nullable String departedOn,
        @Nullable String departedAt,
        @Nullable String crossingPoint,
        @Nullable String destination,
        @Nullable String returnType,
        @Nullable String source,
        @Nullable String assistance,
        @Nullable String omitted,
        @Nullable String note,
        @Nullable String born) {

    private static final int NOTE = 2_000;
    private static final int CODE = 50;

    Outcome<ConfirmDeparture.Input> parse(UUID decision, Countries countries, LocalDate today) {
        var in = new Parse(today);
        var on = in.pastDay("departedOn", departedOn);
        var time = departedAt == null || departedAt.isBlank()
                ? null
                : in.time("departedAt", departedAt).orNull();
        var through = in.text("crossingPoint", crossingPoint, CODE);
        var country = in.found(
                "destination",
                destination,
                typed -> countries.accept(typed, Country::isPlace).orElse(null),
                DecisionRefusal.COUNTRY_UNKNOWN);
        var how = in.text("returnType", returnType, CODE);
        var by = in.text("source", source, CODE);
        var help = in.optionalText("assistance", assistance, CODE);
        var missing = in.optionalText("omitted", omitted, NOTE);
        var said = in.optionalText("note", note, NOTE);
        return in.into(() -> new ConfirmDeparture.Input(
                decision,
                on.get(),
                time == null
                        ? null
                        : on.get().atTime(time).atZone(RegisterClock.RIGA).toInstant(),
                through.get(),
                country.get().code(),
                how.get(),
                by.get(),
                how.get().equals(ConfirmDeparture.ASSISTED) ? help.orNull() : null,
                missing.orNull(),
                said.orNull()));
    }
}
