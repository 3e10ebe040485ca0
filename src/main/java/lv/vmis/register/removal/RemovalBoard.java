package lv.vmis.register.removal;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import lv.vmis.register.kernel.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * The board of removals that wait.
 *
 * @param scheduled those whose time is set, the next first; on the first page only
 * @param page others, those signed last first
 * @param next from where it goes on; nothing at the end
 */
public record RemovalBoard(
        Filter filter,
        List<WaitingRemoval> scheduled,
        List<WaitingRemoval> page,
        @Nullable Place next) {

    static final int PAGE = 30;

    /** A decision in the order of the board. */
    public record Place(Instant signedAt, UUID id) {}

    /** Whose work is asked for. */
    public enum Whose {
        MINE,
        FREE,
        UNIT
    }

    /**
     * What is asked for of the board.
     *
     * @param whose nothing: of everybody
     * @param block only what this blocks
     * @param isReady only what nothing blocks
     */
    public record Filter(@Nullable Whose whose, @Nullable Block block, boolean isReady) {

        boolean lets(Readiness readiness) {
            return isReady
                    ? readiness.isReady()
                    : block == null || readiness.blocks().contains(block);
        }

        /** As in the list of what may be chosen. */
        public @Nullable String state() {
            return isReady ? "READY" : block == null ? null : block.name();
        }
    }

    public boolean isEmpty() {
        return scheduled.isEmpty() && page.isEmpty();
    }

    List<PersonId> persons() {
        return Stream.concat(scheduled.stream(), page.stream())
                .map(one -> one.row().personId())
                .distinct()
                .toList();
    }
}
