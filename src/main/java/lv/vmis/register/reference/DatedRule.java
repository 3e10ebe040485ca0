package lv.vmis.register.reference;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import lv.vmis.register.kernel.PersonId;
import org.jspecify.annotations.Nullable;

/** A rule that gives open cases a date by a legal parameter; the one the pages use, so that a change can be tried on it. */
public interface DatedRule {

    /** Key of its words: {@code law.rule.<key>}. */
    String key();

    /** The parameters it asks for. */
    Set<String> parameters();

    /** Every open case under the rule, as the law has it. */
    List<Worked> under(LegalParameters law);

    /**
     * What the rule makes of one case.
     *
     * @param event the day whose law applies
     * @param due the last day, where the rule knows days only
     * @param moment the moment, where it knows hours
     * @param address of the page that shows it
     */
    record Worked(
            UUID id,
            String number,
            String address,
            PersonId personId,
            String familyName,
            @Nullable String givenNames,
            LocalDate event,
            @Nullable LocalDate due,
            @Nullable Instant moment) {

        /** "NGUYEN Van An". */
        public String name() {
            var family = familyName.toUpperCase(Locale.ROOT);
            return givenNames == null ? family : family + " " + givenNames;
        }
    }
}
