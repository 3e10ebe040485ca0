package lv.vmis.register.judgment;

import java.time.LocalDate;
import java.util.UUID;
import lv.vmis.register.edge.Parse;
import lv.vmis.register.kernel.Outcome;
import org.jspecify.annotations.Nullable;

/** What a prison tells, and the end of a judgment, as typed. */
public record ImprisonmentForm(
        UUID key,
        @Nullable Integer version,
        @Nullable String prison,
        @Nullable String placedOn,
        @Nullable String informedOn,
        @Nullable String releaseOn,
        @Nullable String endedOn,
        @Nullable String reason,
        @Nullable String note,
        @Nullable String born) {

    private static final int NOTE = 2_000;

    /** Why it is not carried out. */
    private enum End {
        SET_ASIDE,
        PARDON,
        REPLACED
    }

    private int seen() {
        return version == null ? 0 : version;
    }

    Outcome<ChangeImprisonment.Input> change(UUID decision, LocalDate today) {
        var in = new Parse(today);
        var held = JudgmentForm.imprisonment(in, prison, placedOn, informedOn, releaseOn);
        return in.into(() -> new ChangeImprisonment.Input(decision, seen(), held.get()));
    }

    Outcome<EndJudgment.Input> end(UUID decision, LocalDate today) {
        var in = new Parse(today);
        var on = in.pastDay("endedOn", endedOn);
        var why = in.oneOf("reason", reason, End.class);
        var words = in.optionalText("note", note, NOTE);
        return in.into(() ->
                new EndJudgment.Input(decision, seen(), on.get(), why.get().name(), words.orNull()));
    }
}
