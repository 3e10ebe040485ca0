package lv.vmis.register.certificate;

import java.time.LocalDate;
import java.util.List;
import lv.vmis.register.decision.DecisionKind;
import org.jspecify.annotations.Nullable;

/** What the register holds of a person's bans and return decisions on a day, as far as a certificate says it. */
record Held(List<Ban> bans, List<ReturnDecision> decisions) {

    Held {
        bans = List.copyOf(bans);
        decisions = List.copyOf(decisions);
    }

    /**
     * A ban that is in force, or is set and waits for the departure.
     *
     * @param fromDay none while it waits
     * @param toDay none when indefinite
     */
    record Ban(
            String territory,
            DecisionKind kind,
            String number,
            LocalDate decidedOn,
            String decider,
            @Nullable LocalDate fromDay,
            @Nullable LocalDate toDay) {}

    /**
     * A return decision in force, or one that was carried out.
     *
     * @param suspended whether a follow-up decision or a remedy suspends it
     */
    record ReturnDecision(
            DecisionKind kind,
            String number,
            LocalDate decidedOn,
            String decider,
            @Nullable LocalDate servedOn,
            @Nullable LocalDate leaveBy,
            @Nullable LocalDate departedOn,
            boolean suspended) {}
}
