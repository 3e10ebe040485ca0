package lv.vmis.register.decision;

import java.time.LocalDate;

/** A departure order under which somebody may still leave by himself. */
public record RunningOrder(String number, LocalDate leaveBy) {}
