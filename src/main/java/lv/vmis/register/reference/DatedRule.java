package lv.vmis.register.reference;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import lv.vmis.register.kernel.PersonId;
import lv.vmis.register.kernel.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * A rule by which the law gives open cases a date, or lets what is prepared be signed; the one the pages and actions use, so that a
 * change can be tried on it.
 */
public interface DatedRule {

    /** Key of its words: {@code law.rule.<key>}. */
    String key();

    /** The parameters it asks for. */
    Set<String> parameters();

    /** Whether it asks what grounds there are. */
    default boolean asksForGrounds() {
        return false;
    }

    /**
     * Every open case under the rule, as the law has it.
     *
     * @param day on which it is looked at, for a rule that asks for the law of that day and not for the law of an event
     */
    List<Worked> under(Law law, LocalDate day);

    /**
     * What the rule makes of one case.
     *
     * @param event the day whose law applies
     * @param due the last day, where the rule knows days only
     * @param moment the moment, where it knows hours
     * @param against what the law has against its being signed; nothing where the rule gives a date
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
            @Nullable Instant moment,
            @Nullable List<Refusal> against) {

        /** One that has a date. */
        public Worked(
                UUID id,
                String number,
                String address,
                PersonId personId,
                String familyName,
                @Nullable String givenNames,
                LocalDate event,
                @Nullable LocalDate due,
                @Nullable Instant moment) {
            this(id, number, address, personId, familyName, givenNames, event, due, moment, null);
        }

        /** "NGUYEN Van An". */
        public String name() {
            var family = familyName.toUpperCase(Locale.ROOT);
            return givenNames == null ? family : family + " " + givenNames;
        }
    }
}
