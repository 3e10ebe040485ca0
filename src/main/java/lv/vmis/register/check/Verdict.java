package lv.vmis.register.check;

import java.util.List;

/** The answer to "may this person enter?". A check never decides about a person by itself: what is not certain needs a look. */
public sealed interface Verdict {

    /** The register knows no ban in force. */
    record NoBan() implements Verdict {}

    /** The holder of the document is banned today. */
    record Ban(List<KnownBan> bans) implements Verdict {
        public Ban {
            bans = List.copyOf(bans);
        }
    }

    /**
     * An official has to decide.
     *
     * @param bans that the holder of the document has and that do not run yet
     */
    record NeedsLook(List<Reason> reasons, List<KnownBan> bans) implements Verdict {
        public NeedsLook {
            if (reasons.isEmpty()) {
                throw new IllegalArgumentException("a look needs a reason");
            }
            reasons = List.copyOf(reasons);
            bans = List.copyOf(bans);
        }
    }

    /** Its name in the API, the journal and the texts. */
    default CheckSlip.Verdict kind() {
        return switch (this) {
            case NoBan() -> CheckSlip.Verdict.NO_BAN;
            case Ban _ -> CheckSlip.Verdict.BAN;
            case NeedsLook _ -> CheckSlip.Verdict.NEEDS_LOOK;
        };
    }

    default List<Reason> why() {
        return switch (this) {
            case NoBan(), Ban _ -> List.of();
            case NeedsLook look -> look.reasons();
        };
    }

    default List<KnownBan> known() {
        return switch (this) {
            case NoBan() -> List.of();
            case Ban(var bans) -> bans;
            case NeedsLook look -> look.bans();
        };
    }
}
