package lv.vmis.register.detention;

import java.time.Instant;

/** Where a detained foreigner was placed, until the next placement or his release. */
public record Placement(String place, Instant placedAt) {}
