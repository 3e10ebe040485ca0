package lv.vmis.register.followup;

import java.time.LocalDate;
import java.util.UUID;
import lv.vmis.register.edge.Parse;
import lv.vmis.register.kernel.Outcome;
import org.jspecify.annotations.Nullable;

/** The service of a follow-up decision as typed. */
public record FollowUpServiceForm(
        UUID key,
        @Nullable String servedOn,
        @Nullable String manner,
        @Nullable String language,
        @Nullable String note,
        @Nullable String born) {

    private static final int NOTE = 2_000;

    Outcome<ServeFollowUp.Input> parse(UUID followUp, LocalDate today) {
        var in = new Parse(today);
        var on = in.pastDay("servedOn", servedOn);
        var how = in.text("manner", manner, 50);
        var tongue = in.text("language", language, 10);
        var said = in.optionalText("note", note, NOTE);
        return in.into(() -> new ServeFollowUp.Input(followUp, on.get(), how.get(), tongue.get(), said.orNull()));
    }
}
