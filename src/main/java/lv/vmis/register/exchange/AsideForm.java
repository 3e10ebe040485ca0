package lv.vmis.register.exchange;

import java.time.LocalDate;
import java.util.UUID;
import lv.vmis.register.edge.Parse;
import lv.vmis.register.kernel.Ids;
import lv.vmis.register.kernel.Outcome;
import org.jspecify.annotations.Nullable;

/** Why a message is put aside, as typed. */
public record AsideForm(UUID key, @Nullable String reason) {

    private static final int REASON = 1_000;

    static AsideForm fresh() {
        return new AsideForm(Ids.next(), null);
    }

    Outcome<String> why(LocalDate today) {
        var in = new Parse(today);
        var why = in.text("reason", reason, REASON);
        return in.into(why::get);
    }
}
