package lv.vmis.register.selection;

import java.time.Instant;

/**
 * A request for a file, where it stands now, and until when an approved one can be downloaded.
 */
public record ExportLine(Export export, Export.State state, Instant until) {}
