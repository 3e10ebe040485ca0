package lv.vmis.register.decision;

import java.time.LocalDate;

/** A decision on a person that is suspended, and since when. */
public record SuspendedDecision(String number, LocalDate suspendedOn) {}
