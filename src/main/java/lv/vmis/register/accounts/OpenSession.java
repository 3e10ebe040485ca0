package lv.vmis.register.accounts;

import java.time.Instant;

/** A session of an official, as his profile lists it. */
public record OpenSession(Instant started, Instant lastUsed, String address, boolean current) {}
