package lv.vmis.register.remedy;

import java.time.LocalDate;
import java.util.UUID;
import lv.vmis.register.edge.Parse;
import lv.vmis.register.kernel.Outcome;
import org.jspecify.annotations.Nullable;

/** A remedy as typed. */
public record RemedyForm(
        UUID key,
        @Nullable String kind,
        @Nullable String filedOn,
        @Nullable String addressee,
        @Nullable String number,
        @Nullable String suspends,
        @Nullable String grounds,
        @Nullable String born) {

    private static final int NAME = 200;

    private static final int GROUNDS = 10_000;

    /** Whether a remedy suspends is chosen, and not ticked: nobody leaves it out by mistake. */
    private enum Answer {
        YES,
        NO
    }

    Outcome<FileRemedy.Input> parse(UUID decision, LocalDate today) {
        var in = new Parse(today);
        var where = in.oneOf("kind", kind, RemedyKind.class);
        var on = in.pastDay("filedOn", filedOn);
        var to = in.text("addressee", addressee, NAME);
        var digits = in.optionalText("number", number, NAME);
        var stops = in.oneOf("suspends", suspends, Answer.class);
        var why = in.optionalText("grounds", grounds, GROUNDS);
        return in.into(() -> new FileRemedy.Input(
                decision, where.get(), on.get(), to.get(), digits.orNull(), stops.get() == Answer.YES, why.orNull()));
    }
}
