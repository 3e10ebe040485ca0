package lv.vmis.register.joining;

import java.time.LocalDate;
import java.util.UUID;
import lv.vmis.register.edge.Parse;
import lv.vmis.register.kernel.Ids;
import lv.vmis.register.kernel.Outcome;
import lv.vmis.register.kernel.PartialDate;
import org.jspecify.annotations.Nullable;

/** A step of a link's way: the version that was seen, the date of birth that was typed, the reason where one is needed. */
public record LinkForm(
        UUID key,
        int version,
        @Nullable String birthDate,
        @Nullable String reason) {

    private static final int REASON = 2_000;

    static LinkForm fresh() {
        return new LinkForm(Ids.next(), 0, null, null);
    }

    Outcome<PartialDate> born(LocalDate today) {
        var in = new Parse(today);
        var born = in.birthDate("birthDate", birthDate);
        return in.into(born::get);
    }

    Outcome<String> why(LocalDate today) {
        var in = new Parse(today);
        var why = in.text("reason", reason, REASON);
        return in.into(why::get);
    }
}
