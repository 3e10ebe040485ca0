package lv.vmis.register.notice;

import java.time.LocalDate;
import java.util.UUID;
import lv.vmis.register.edge.Parse;
import lv.vmis.register.kernel.Outcome;
import org.jspecify.annotations.Nullable;

/** A notice received, as typed. */
public record NoticeForm(
        UUID key,
        @Nullable String kind,
        @Nullable String sender,
        @Nullable String reference,
        @Nullable String receivedOn,
        @Nullable String receivedAt,
        @Nullable String summary) {

    private static final int NUMBER = 100;
    private static final int SUMMARY = 4_000;

    Outcome<RegisterNotice.Input> parse(LocalDate today) {
        var in = new Parse(today);
        var what = in.oneOf("kind", kind, NoticeKind.class);
        var by = in.text("sender", sender, NUMBER);
        var no = in.text("reference", reference, NUMBER);
        var at = in.moment("receivedOn", receivedOn, "receivedAt", receivedAt);
        var says = in.text("summary", summary, SUMMARY);
        return in.into(() -> new RegisterNotice.Input(what.get(), by.get(), no.get(), at.get(), says.get()));
    }
}
