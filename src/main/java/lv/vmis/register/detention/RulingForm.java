package lv.vmis.register.detention;

import java.time.LocalDate;
import java.util.UUID;
import java.util.function.Supplier;
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
        var ruling = read(in, kind, court, number, decidedOn, untilDay, untilTime);
        return in.into(() -> {
            var one = ruling.get();
            return new ExtendDetention.Input(
                    detention, version, one.isExceptional(), one.court(), one.number(), one.decidedOn(), one.until());
        });
    }

    /** The fields of a ruling, also where a detention begins with one. */
    static Supplier<RulingRules.Ruling> read(
            Parse in,
            @Nullable String kind,
            @Nullable String court,
            @Nullable String number,
            @Nullable String decidedOn,
            @Nullable String untilDay,
            @Nullable String untilTime) {
        var which = in.code(
                "kind", kind, code -> code.equals(DetentionTitle.COURT) || code.equals(DetentionTitle.COURT_EXTENSION));
        var where = in.text("court", court, NAME);
        var no = in.text("number", number, NUMBER);
        var day = in.pastDay("decidedOn", decidedOn);
        var until = in.moment("untilDay", untilDay, "untilTime", untilTime);
        return () -> new RulingRules.Ruling(
                which.get().equals(DetentionTitle.COURT_EXTENSION), where.get(), no.get(), day.get(), until.get());
    }
}
