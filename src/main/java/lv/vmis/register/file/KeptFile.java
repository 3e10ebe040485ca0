package lv.vmis.register.file;

import java.util.UUID;

/**
 * A file of a form that was kept.
 *
 * @param waits whether it is in quarantine until the scanner answers
 */
public record KeptFile(UUID id, String name, boolean waits) {}
