package lv.vmis.register.decision;

import java.time.LocalDate;
import java.util.UUID;
import lv.vmis.register.edge.Parse;
import lv.vmis.register.kernel.Outcome;
import org.jspecify.annotations.Nullable;

/** A step of a decision's way: the version that was seen, and the reason where a step needs one. */
public record StepForm(
        UUID key,
        int version,
        @Nullable String reason,
        @Nullable String born) {

    private static final int REASON = 2_000;

    public Outcome<String> parse(LocalDate today) {
        var in = new Parse(today);
        var why = in.text("reason", reason, REASON);
        return in.into(why::get);
    }
}
