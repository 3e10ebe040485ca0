package lv.vmis.register.detention;

import java.time.LocalDate;
import java.util.UUID;
import lv.vmis.register.edge.Parse;
import lv.vmis.register.kernel.Outcome;
import org.jspecify.annotations.Nullable;

/** A release as typed. */
public record ReleaseForm(
        UUID key,
        int version,
        @Nullable String releasedOn,
        @Nullable String releasedAt,
        @Nullable String reason,
        @Nullable String note,
        @Nullable String born) {

    private static final int NOTE = 2_000;

    private static final int CODE = 50;

    Outcome<ReleaseDetained.Input> parse(UUID detention, LocalDate today) {
        var in = new Parse(today);
        var at = in.moment("releasedOn", releasedOn, "releasedAt", releasedAt);
        var why = in.text("reason", reason, CODE);
        var said = in.optionalText("note", note, NOTE);
        return in.into(() -> new ReleaseDetained.Input(detention, version, at.get(), why.get(), said.orNull()));
    }
}
