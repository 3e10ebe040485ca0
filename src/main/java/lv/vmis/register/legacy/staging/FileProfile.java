package lv.vmis.register.legacy.staging;

import java.time.OffsetDateTime;

/**
 * What is to be said of a staged file as a whole.
 *
 * @param noKey rows without a number
 * @param repeated numbers that several rows have
 * @param elsewhere numbers that another file of the same table had when this one was staged
 */
public record FileProfile(long noKey, long repeated, long elsewhere, OffsetDateTime madeAt) {}
