package lv.vmis.register.sis;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What an official added to the alerts on a person.
 *
 * @param place its number, from 1; the last counts
 * @param assessment why the case is adequate, relevant and important enough (Art. 21)
 * @param links numbers of own alerts it is linked to, separated by blanks
 * @param official who entered it, by name
 */
public record Particulars(
        int place,
        String assessment,
        boolean threat,
        @Nullable String offence,
        boolean familyMember,
        @Nullable String fingerprints,
        @Nullable String links,
        String official,
        Instant enteredAt) {}
