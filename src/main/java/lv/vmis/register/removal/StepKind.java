package lv.vmis.register.removal;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What may be done to carry out a removal. Each kind has a list that says what came of it, or none. */
public enum StepKind {
    DOCUMENT_REQUESTED(null),
    DOCUMENT_ANSWERED("document_request_result"),
    READMISSION_REQUESTED(null),
    READMISSION_ANSWERED("readmission_result"),
    MEDICAL_CHECK("medical_result"),
    SCHEDULED("removal_transport"),
    TRANSPORT_BOOKED("removal_transport"),
    ESCORT_NAMED(null),
    NOTIFIED("notice_result"),
    ALLOWANCE_PAID(null),
    MONITORED("removal_monitor"),
    POSTPONED("postponement_ground"),
    FAILED("removal_failure"),
    COST("removal_cost");

    private final @Nullable String outcomes;

    StepKind(@Nullable String outcomes) {
        this.outcomes = outcomes;
    }

    /** The list of what may come of it. */
    public @Nullable String outcomes() {
        return outcomes;
    }

    /** As in addresses: "document-requested". */
    public String path() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public boolean asksState() {
        return this == DOCUMENT_REQUESTED || this == READMISSION_REQUESTED;
    }

    /** Whether a number belongs to it: of a document or of a flight. */
    public boolean isNumbered() {
        return this == DOCUMENT_ANSWERED || this == SCHEDULED || this == TRANSPORT_BOOKED;
    }

    /** Whether it names somebody: the monitor or the head of the escort. */
    public boolean isNamed() {
        return this == MONITORED || this == ESCORT_NAMED;
    }

    /** Whether it may become known after the person has left: what it cost, and what the monitor saw. */
    boolean isKnownLater() {
        return this == COST || this == MONITORED;
    }

    /** Whether it has to be told in words. */
    public boolean isExplained() {
        return this == FAILED || this == ESCORT_NAMED;
    }

    /** Whether a set time of removal does not hold any more after it. */
    boolean endsSchedule() {
        return this == POSTPONED || this == FAILED;
    }
}
