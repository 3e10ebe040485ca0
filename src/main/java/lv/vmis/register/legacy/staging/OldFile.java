package lv.vmis.register.legacy.staging;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import lv.vmis.register.legacy.export.FileFormat;
import lv.vmis.register.legacy.export.OldTable;
import org.jspecify.annotations.Nullable;

/**
 * A file of a taking-over, as far as it is known.
 *
 * @param table nothing until it was read
 * @param rows that are staged by now
 * @param whole nothing until all of it is staged
 * @param found how many findings it has
 */
public record OldFile(
        UUID id,
        UUID loadId,
        int loadNumber,
        String name,
        long size,
        String sha256,
        @Nullable FileFormat format,
        @Nullable String codePage,
        @Nullable String separator,
        @Nullable String sheet,
        @Nullable OldTable table,
        @Nullable Boolean header,
        List<String> columns,
        long rows,
        @Nullable Boolean whole,
        String putByName,
        OffsetDateTime putAt,
        @Nullable OffsetDateTime stagedAt,
        @Nullable String takenOutName,
        @Nullable OffsetDateTime takenOutAt,
        @Nullable String takenOutWhy,
        long found) {

    /** What has become of it. */
    public enum State {
        PUT("waits"),
        WHOLE("ok"),
        CUT("danger"),
        TAKEN_OUT("muted");

        private final String badge;

        State(String badge) {
            this.badge = badge;
        }

        public String badge() {
            return badge;
        }
    }

    public State state() {
        if (takenOutAt != null) {
            return State.TAKEN_OUT;
        }
        return whole == null ? State.PUT : whole ? State.WHOLE : State.CUT;
    }

    public boolean isStaged() {
        return stagedAt != null;
    }
}
