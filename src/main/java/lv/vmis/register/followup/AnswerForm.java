package lv.vmis.register.followup;

import java.time.LocalDate;
import java.util.UUID;
import lv.vmis.register.edge.Parse;
import lv.vmis.register.kernel.Outcome;
import org.jspecify.annotations.Nullable;

/** The answer of the deciding official, as typed. */
public record AnswerForm(
        UUID key,
        int version,
        @Nullable String born,
        @Nullable String reason) {

    private static final int REASON = 2_000;

    Outcome<String> parse(LocalDate today) {
        var in = new Parse(today);
        var why = in.text("reason", reason, REASON);
        return in.into(why::get);
    }
}
