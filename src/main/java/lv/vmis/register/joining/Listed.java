package lv.vmis.register.joining;

import lv.vmis.register.matching.Hit;
import org.jspecify.annotations.Nullable;

/** A pair of the list, and how the two compare. */
public record Listed(PairRow pair, @Nullable Hit hit) {}
