package lv.vmis.register.safeguard;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * How a question to be assessed before removal stands in a case on a day.
 *
 * @param assessedOn when it was answered last
 * @param elsewhere number of another case of the person in which it prevents a removal
 * @param enteredAt when that answer was entered
 */
public record Assessed(
        String question,
        Standing standing,
        @Nullable LocalDate assessedOn,
        @Nullable String elsewhere,
        @Nullable Instant enteredAt) {

    /** Only what is clear lets a removal go on. */
    public enum Standing {
        UNANSWERED("order"),
        OUTDATED("order"),
        PREVENTS("order"),
        CLEAR("ok");

        private final String badge;

        Standing(String badge) {
            this.badge = badge;
        }

        public String badge() {
            return badge;
        }
    }

    public boolean isClear() {
        return standing == Standing.CLEAR;
    }
}
