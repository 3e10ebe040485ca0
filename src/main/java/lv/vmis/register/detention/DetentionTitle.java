package lv.vmis.register.detention;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * By what right somebody is held, and until when.
 *
 * @param kind code of the list {@code detention_title}
 * @param submittedAt when a judge got the papers for holding him longer
 * @param submittedTo the court that got them
 */
public record DetentionTitle(
        String kind,
        Instant untilAt,
        @Nullable String court,
        @Nullable String number,
        @Nullable LocalDate decidedOn,
        @Nullable Instant submittedAt,
        @Nullable String submittedTo) {

    /** One that nobody asked to prolong yet. */
    DetentionTitle(
            String kind,
            Instant untilAt,
            @Nullable String court,
            @Nullable String number,
            @Nullable LocalDate decidedOn) {
        this(kind, untilAt, court, number, decidedOn, null, null);
    }

    /** The decision of the Border Guard itself. */
    static final String VRS = "VRS";

    /** A judge's decision within the ordinary total. */
    static final String COURT = "COURT";

    /** A judge's decision beyond the ordinary total, in the cases of Directive 2008/115/EC, Art. 15(6). */
    static final String COURT_EXTENSION = "COURT_EXTENSION";
}
