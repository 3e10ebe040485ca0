package lv.vmis.register.partner;

import java.time.LocalDate;
import java.util.UUID;
import lv.vmis.register.edge.Parse;
import lv.vmis.register.kernel.Ids;
import lv.vmis.register.kernel.Outcome;
import org.jspecify.annotations.Nullable;

/**
 * A step with an agreement, a change or a key as typed: why, or under which name.
 *
 * @param version of the change the official saw
 */
public record AgreementStepForm(
        @Nullable UUID key,
        @Nullable Integer version,
        @Nullable String reason,
        @Nullable String name) {

    private static final int REASON = 1_000;
    private static final int NAME = 100;

    static AgreementStepForm fresh() {
        return new AgreementStepForm(Ids.next(), null, null, null);
    }

    int seen() {
        return version == null ? 0 : version;
    }

    Outcome<String> why(LocalDate today) {
        var in = new Parse(today);
        var why = in.text("reason", reason, REASON);
        return in.into(why::get);
    }

    Outcome<String> named(LocalDate today) {
        var in = new Parse(today);
        var given = in.text("name", name, NAME);
        return in.into(given::get);
    }
}
