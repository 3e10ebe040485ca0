package lv.vmis.register.detention;

import java.time.LocalDate;
import java.util.UUID;
import lv.vmis.register.edge.Parse;
import lv.vmis.register.kernel.Outcome;
import org.jspecify.annotations.Nullable;

/** The decision of a judge to hold somebody longer, as typed. */
public record RulingForm(
        UUID key,
        int version,
        @Nullable String kind,
        @Nullable String court,
        @Nullable String number,
        @Nullable String decidedOn,
        @Nullable String untilDay,
        @Nullable String untilTime,
        @Nullable String born) {

    private static final int NAME = 200;

    private static final int NUMBER = 50;

    Outcome<ExtendDetention.Input> parse(UUID detention, LocalDate today) {
        var in = new Parse(today);
        var which = in.code(
                "kind", kind, code -> code.equals(DetentionTitle.COURT) || code.equals(DetentionTitle.COURT_EXTENSION));
        var where = in.text("court", court, NAME);
        var no = in.text("number", number, NUMBER);
        var day = in.pastDay("decidedOn", decidedOn);
        var until = in.moment("untilDay", untilDay, "untilTime", untilTime);
        return in.into(() -> new ExtendDetention.Input(
                detention,
                version,
                which.get().equals(DetentionTitle.COURT_EXTENSION),
                where.get(),
                no.get(),
                day.get(),
                until.get()));
    }
}
