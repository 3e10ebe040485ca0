package lv.vmis.register.contingency;

import java.security.PublicKey;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import lv.vmis.register.edge.Parse;
import lv.vmis.register.kernel.Ids;
import lv.vmis.register.kernel.Outcome;
import lv.vmis.register.reference.Units;
import org.jspecify.annotations.Nullable;

/** A device as typed: whose it is and the public key it shows, or why it is revoked. */
public record DeviceForm(
        @Nullable UUID key,
        @Nullable String name,
        @Nullable String unit,
        @Nullable String publicKey,
        @Nullable String reason,
        @Nullable String since) {

    static final String INSTITUTION = "VRS";

    private static final int NAME = 100;
    private static final int PEM = 1_000;
    private static final int REASON = 1_000;

    static DeviceForm fresh() {
        return new DeviceForm(Ids.next(), null, null, null, null, null);
    }

    Outcome<RegisterDevice.Input> device(Units units, LocalDate today) {
        var in = new Parse(today);
        var named = in.text("name", name, NAME);
        var of = in.code(
                "unit",
                unit,
                code -> units.of(INSTITUTION, today).stream()
                        .anyMatch(one -> one.code().equals(code)));
        var shown = in.text("publicKey", publicKey, PEM);
        var pasted = shown.orNull() == null
                ? new Parse.Parsed<PublicKey>(null)
                : in.found(
                        "publicKey",
                        shown.get(),
                        pem -> Sealing.device(pem).orElse(null),
                        ContingencyRefusal.NOT_A_KEY);
        return in.into(() -> new RegisterDevice.Input(named.get(), of.get(), pasted.get()));
    }

    Outcome<String> why(LocalDate today) {
        var in = new Parse(today);
        var why = in.text("reason", reason, REASON);
        return in.into(why::get);
    }

    /** The list whose changes are wanted; none: everybody. */
    Outcome<Optional<Integer>> sinceList(LocalDate today) {
        var in = new Parse(today);
        if (since == null || since.isBlank()) {
            return in.into(Optional::empty);
        }
        var number = in.number("since", since, 1, Integer.MAX_VALUE);
        return in.into(() -> Optional.of(number.get()));
    }
}
