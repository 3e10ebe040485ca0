package lv.vmis.register.detention;

import java.time.LocalDate;
import java.util.UUID;
import lv.vmis.register.edge.Parse;
import lv.vmis.register.kernel.Outcome;
import org.jspecify.annotations.Nullable;

/** A placement as typed. */
public record PlacementForm(
        UUID key,
        int version,
        @Nullable String place,
        @Nullable String placedOn,
        @Nullable String placedAt) {

    private static final int CODE = 50;

    Outcome<PlaceDetained.Input> parse(UUID detention, LocalDate today) {
        var in = new Parse(today);
        var where = in.text("place", place, CODE);
        var at = in.moment("placedOn", placedOn, "placedAt", placedAt);
        return in.into(() -> new PlaceDetained.Input(detention, version, where.get(), at.get()));
    }
}
