package lv.vmis.register.detention;

import java.time.LocalDate;
import java.util.UUID;
import lv.vmis.register.edge.Parse;
import lv.vmis.register.kernel.Outcome;
import org.jspecify.annotations.Nullable;

/** A submission to a judge as typed. */
public record SubmissionForm(
        UUID key,
        int version,
        @Nullable String submittedOn,
        @Nullable String submittedAt,
        @Nullable String court,
        @Nullable String born) {

    private static final int NAME = 200;

    Outcome<NoteSubmission.Input> parse(UUID detention, LocalDate today) {
        var in = new Parse(today);
        var at = in.moment("submittedOn", submittedOn, "submittedAt", submittedAt);
        var where = in.text("court", court, NAME);
        return in.into(() -> new NoteSubmission.Input(detention, version, at.get(), where.get()));
    }
}
