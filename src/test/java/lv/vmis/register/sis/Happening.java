package lv.vmis.register.sis;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What happens to a person that may bear on his alerts. Decisions and cases are named by their number in the course. */
sealed interface Happening {

    /** @param months of its ban for the Schengen territory: none when it has no ban, 0 when indefinite */
    record Decided(
            int returnCase,
            Kind kind,
            LocalDate on,
            @Nullable Integer months) implements Happening {}

    record Cancelled(int decision, boolean banOnly, LocalDate from) implements Happening {}

    record Suspended(int decision, boolean banOnly, LocalDate from) implements Happening {}

    record Resumed(int decision, boolean banOnly, LocalDate from) implements Happening {}

    record Reduced(int decision, int months, LocalDate from) implements Happening {}

    record Contested(int decision, LocalDate on) implements Happening {}

    /** @param cancels whether the decision was cancelled */
    record Resolved(int decision, boolean cancels, LocalDate on) implements Happening {}

    record Departed(int decision, LocalDate on) implements Happening {}

    /** Another State saw him leave, or outside. */
    record Seen(LocalDate on) implements Happening {}

    /** It was somebody else; the earliest of those that stand. */
    record NotHim() implements Happening {}

    record Closed(int returnCase, String reason, LocalDate on) implements Happening {}

    record Reopened(int returnCase) implements Happening {}

    record Detained(LocalDate on) implements Happening {}

    record Released(LocalDate on) implements Happening {}

    /** Another State granted him a permit, or kept it. */
    record Permitted(LocalDate on) implements Happening {}

    record Naturalised() implements Happening {}

    enum Kind {
        DEPARTURE_ORDER,
        REMOVAL,
        COURT_EXPULSION
    }
}
