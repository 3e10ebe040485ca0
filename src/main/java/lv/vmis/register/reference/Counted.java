package lv.vmis.register.reference;

import java.time.LocalDate;
import java.util.List;

/** Working days that were counted, and the holidays left out on the way. */
public record Counted(LocalDate from, int days, LocalDate last, List<Holidays.Skipped> skipped) {}
