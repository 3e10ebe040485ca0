package lv.vmis.register.exchange;

import java.time.Instant;

/**
 * A message that came in, and is of the schema of its {@link Correspondence}.
 *
 * @param id its key in the system it came from
 * @param at when it came
 */
public record Received(Correspondent from, String id, String kind, String body, Instant at) {}
