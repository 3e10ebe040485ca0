package lv.vmis.register.returns;

import java.time.LocalDate;
import java.util.UUID;
import lv.vmis.register.edge.Parse;
import lv.vmis.register.kernel.Outcome;
import org.jspecify.annotations.Nullable;

/** Why a case is handed over, as typed. */
public record HandOverForm(
        @Nullable String key,
        @Nullable String version,
        @Nullable String reason) {

    Outcome<HandOver.Input> parse(UUID caseId, LocalDate today) {
        var in = new Parse(today);
        var text = in.text("reason", reason, 2000);
        var seen = in.number("version", version, 0, Integer.MAX_VALUE);
        return in.into(() -> new HandOver.Input(caseId, seen.get(), text.get()));
    }
}
