package lv.vmis.register.returns;

import java.time.LocalDate;
import java.util.UUID;
import lv.vmis.register.edge.Parse;
import lv.vmis.register.kernel.Outcome;
import org.jspecify.annotations.Nullable;

/** Closing a case or taking it up again, as typed. */
public record ClosingForm(
        UUID key,
        @Nullable String reason,
        @Nullable String closedOn,
        @Nullable String note,
        @Nullable String born) {

    private static final int NOTE = 2_000;

    Outcome<CloseCase.Input> close(UUID caseId, LocalDate today) {
        var in = new Parse(today);
        var why = in.oneOf("reason", reason, ClosingReason.class);
        var on = in.pastDay("closedOn", closedOn);
        var words = in.text("note", note, NOTE);
        return in.into(() -> new CloseCase.Input(caseId, why.get(), on.get(), words.orNull()));
    }

    Outcome<ReopenCase.Input> reopen(UUID caseId, LocalDate today) {
        var in = new Parse(today);
        var words = in.text("note", note, NOTE);
        return in.into(() -> new ReopenCase.Input(caseId, words.get()));
    }
}
