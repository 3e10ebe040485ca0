package lv.vmis.register.whereabouts;

import java.time.LocalDate;
import java.util.UUID;
import lv.vmis.register.edge.Parse;
import lv.vmis.register.kernel.Outcome;
import org.jspecify.annotations.Nullable;

/** A note about where a person is, as typed. */
public record WhereaboutsForm(
        UUID key,
        @Nullable String seen,
        @Nullable String kind,
        @Nullable String onDay,
        @Nullable String done,
        @Nullable String reviewOn,
        @Nullable String born) {

    private static final int DONE = 4_000;

    private static final int NOTES = 100_000;

    Outcome<NoteWhereabouts.Input> parse(UUID caseId, LocalDate today) {
        var in = new Parse(today);
        var version = in.number("seen", seen, 0, NOTES);
        var what = in.oneOf("kind", kind, SearchState.class);
        var day = in.pastDay("onDay", onDay);
        var words = in.text("done", done, DONE);
        var next = what.value() == SearchState.FOUND
                ? null
                : in.day("reviewOn", reviewOn).orNull();
        return in.into(
                () -> new NoteWhereabouts.Input(caseId, version.get(), what.get(), day.get(), words.get(), next));
    }
}
