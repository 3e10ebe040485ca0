package lv.vmis.register.detention;

import java.time.LocalDate;
import java.util.UUID;
import lv.vmis.register.edge.Parse;
import lv.vmis.register.kernel.Outcome;
import org.jspecify.annotations.Nullable;

/** A measure instead of detention, as typed. */
public record AlternativeForm(
        UUID key,
        @Nullable String kind,
        @Nullable String appliedOn,
        @Nullable String terms,
        @Nullable String born) {

    private static final int TERMS = 2_000;

    private static final int CODE = 50;

    Outcome<ApplyAlternative.Input> parse(UUID caseId, LocalDate today) {
        var in = new Parse(today);
        var which = in.text("kind", kind, CODE);
        var on = in.pastDay("appliedOn", appliedOn);
        var how = in.text("terms", terms, TERMS);
        return in.into(() -> new ApplyAlternative.Input(caseId, which.get(), on.get(), how.get()));
    }
}
