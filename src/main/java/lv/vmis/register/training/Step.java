package lv.vmis.register.training;

import java.time.Duration;
import java.time.Instant;
import lv.vmis.register.decision.Draft;
import lv.vmis.register.decision.PlannedBan;
import lv.vmis.register.removal.StepKind;
import lv.vmis.register.returns.EnterFinding.Facts;
import org.jspecify.annotations.Nullable;

/** Something an official does in a generated history, at a moment of it; {@code who} counts the people of the history. */
sealed interface Step {

    Instant at();

    int who();

    Official by();

    /** @param together found with the first of the history, so that their cases belong together */
    record Found(Instant at, int who, Official by, Facts facts, boolean together) implements Step {}

    record HandedOver(Instant at, int who, Official by, String reason) implements Step {}

    /** @param place where he was placed at once */
    record Detained(Instant at, int who, Official by, String ground, String place) implements Step {}

    /** A judge decided that he may be held for so long more. */
    record Ruled(Instant at, int who, Official by, String number, Duration longer) implements Step {}

    record Released(Instant at, int who, Official by, String reason) implements Step {}

    record Measured(Instant at, int who, Official by, String kind, String terms) implements Step {}

    record Prepared(Instant at, int who, Official by, Draft draft) implements Step {}

    /** A decision that only bans was drafted. */
    record Banned(Instant at, int who, Official by, Draft draft) implements Step {}

    /** A notice of a ban was received; {@code isEntered} when its decision was entered as well. */
    record Noticed(Instant at, int who, Official by, String sender, String reference, PlannedBan ban, boolean isEntered)
            implements Step {}

    record Sent(Instant at, int who, Official by) implements Step {}

    record Returned(Instant at, int who, Official by, String reason) implements Step {}

    record Signed(Instant at, int who, Official by) implements Step {}

    record Served(
            Instant at,
            int who,
            Official by,
            String manner,
            String language,
            @Nullable String note) implements Step {}

    /** What the law protects was assessed before a removal, and nothing prevents it. */
    record Assessed(Instant at, int who, Official by) implements Step {}

    /** Something was done to carry out a removal; {@code startsAt} only when its time was set. */
    record Noted(
            Instant at,
            int who,
            Official by,
            StepKind kind,
            String outcome,
            @Nullable Instant startsAt) implements Step {}

    record Left(Instant at, int who, Official by, String point, String destination, String returnType)
            implements Step {}
}
