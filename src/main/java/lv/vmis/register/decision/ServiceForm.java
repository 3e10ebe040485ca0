package lv.vmis.register.decision;

import java.time.LocalDate;
import java.util.UUID;
import lv.vmis.register.edge.Parse;
import lv.vmis.register.kernel.Outcome;
import org.jspecify.annotations.Nullable;

/** The service of a decision, or of one that follows it, as typed. */
public record ServiceForm(
        UUID key,
        @Nullable String servedOn,
        @Nullable String manner,
        @Nullable String language,
        @Nullable String note,
        @Nullable String born) {

    private static final int NOTE = 2_000;

    /** What is made of a form without mistakes. */
    public interface Into<T> {
        T of(LocalDate servedOn, String manner, String language, @Nullable String note);
    }

    public <T> Outcome<T> parse(LocalDate today, Into<T> into) {
        var in = new Parse(today);
        var on = in.pastDay("servedOn", servedOn);
        var how = in.text("manner", manner, 50);
        var tongue = in.text("language", language, 10);
        var said = in.optionalText("note", note, NOTE);
        return in.into(() -> into.of(on.get(), how.get(), tongue.get(), said.orNull()));
    }
}
