package lv.vmis.register.legacy.reconciling;

import java.time.OffsetDateTime;
import java.util.UUID;

/** A list of the alerts that N.SIS has. */
public record SisList(UUID id, String name, String sha256, int rows, String putByName, OffsetDateTime putAt) {}
