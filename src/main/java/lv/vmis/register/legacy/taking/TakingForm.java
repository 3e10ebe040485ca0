package lv.vmis.register.legacy.taking;

import java.time.LocalDate;
import java.util.UUID;
import lv.vmis.register.edge.Parse;
import lv.vmis.register.kernel.Ids;
import lv.vmis.register.kernel.Outcome;
import org.jspecify.annotations.Nullable;

/** What is decided about a load, as typed. */
public record TakingForm(
        @Nullable UUID key,
        @Nullable String answer,
        @Nullable String why) {

    private static final int WHY = 1_000;

    static TakingForm fresh() {
        return new TakingForm(Ids.next(), null, null);
    }

    TakingForm again() {
        return new TakingForm(Ids.next(), answer, why);
    }

    /** Approved, or declined with why. */
    Outcome<AnswerLoad.Input> answer(UUID load, LocalDate today) {
        if ("APPROVED".equals(answer)) {
            return Outcome.done(new AnswerLoad.Input(load, true, null));
        }
        return because(today).then(reason -> Outcome.done(new AnswerLoad.Input(load, false, reason)));
    }

    Outcome<String> because(LocalDate today) {
        var in = new Parse(today);
        var reason = in.text("why", why, WHY);
        return in.into(reason::get);
    }
}
