package lv.vmis.register.sis;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the register knows of a person that decides which alert ought to exist on him.
 *
 * @param isFreeMover whether he is a citizen of a State whose citizens move freely (2018/1860 Art. 14(2), 2018/1861 Art. 40(3))
 */
public record AlertFacts(
        List<Obligation> obligations, List<SchengenBan> bans, List<End> ends, List<Held> held, boolean isFreeMover) {

    /**
     * A signed decision that obliges to leave.
     *
     * @param inForceOn of a judgment: the day it entered into force
     * @param departedOn first departure since it was signed, under any decision of the person, or in its case
     * @param seenLeavingOn another State saw him outside after it
     * @param isReplaced whether a later decision of its case was signed and not cancelled
     */
    public record Obligation(
            UUID decisionId,
            String kind,
            LocalDate decidedOn,
            Instant signedAt,
            @Nullable LocalDate cancelledOn,
            @Nullable LocalDate inForceOn,
            @Nullable LocalDate departedOn,
            @Nullable LocalDate seenLeavingOn,
            boolean isReplaced) {

        boolean isOfCourt() {
            return kind.equals("COURT_EXPULSION");
        }

        boolean isOrder() {
            return kind.equals("DEPARTURE_ORDER");
        }
    }

    /**
     * A ban for the Schengen territory.
     *
     * @param termMonths none when indefinite
     * @param fromDay first day by the confirmed departure
     * @param toDay last day, none when indefinite
     * @param seenLeavingOn first day by what another State saw, until the departure is confirmed
     */
    public record SchengenBan(
            UUID banId,
            UUID decisionId,
            LocalDate decidedOn,
            @Nullable Integer termMonths,
            @Nullable LocalDate cancelledOn,
            @Nullable LocalDate suspendedOn,
            @Nullable LocalDate fromDay,
            @Nullable LocalDate toDay,
            @Nullable LocalDate seenLeavingOn,
            Instant signedAt) {}

    /**
     * From this day on no alert rests on decisions taken until then.
     *
     * @param category of alert that it ends; none: both
     * @param endedAt when the register knew it: of decisions of the same day it ends those that were signed before
     */
    public record End(
            LocalDate endedOn,
            String why,
            Instant endedAt,
            @Nullable AlertCategory category) {

        /** One that ends both. */
        public End(LocalDate endedOn, String why, Instant endedAt) {
            this(endedOn, why, endedAt, null);
        }

        boolean isOf(AlertCategory one) {
            return category == null || category == one;
        }

        /** Whoever is dead has no alert, whatever was decided when. */
        boolean ends(LocalDate decidedOn, Instant signedAt) {
            return why.equals("DECEASED")
                    || endedOn.isAfter(decidedOn)
                    || (endedOn.equals(decidedOn) && !endedAt.isBefore(signedAt));
        }
    }

    /** @param untilDay day of the release, none while he is held */
    public record Held(LocalDate fromDay, @Nullable LocalDate untilDay) {

        boolean contains(LocalDate day) {
            return !fromDay.isAfter(day) && (untilDay == null || untilDay.isAfter(day));
        }
    }
}
