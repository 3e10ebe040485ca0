package lv.vmis.register.whereabouts;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What an official noted about where a person is.
 *
 * @param place its number in the case, from 1
 * @param onDay since when he is gone, when the search was reviewed, or when he was found
 * @param done what was done to find him, or where he was found
 * @param reviewOn until when the search is reviewed next; nothing once he was found
 * @param official who entered it, by name
 */
public record SearchNote(
        int place,
        SearchState kind,
        LocalDate onDay,
        String done,
        @Nullable LocalDate reviewOn,
        String unit,
        String official,
        Instant enteredAt) {}
