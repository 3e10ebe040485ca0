package lv.vmis.register.sis;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;
import lv.vmis.register.kernel.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * What waits about alerts, and as of when everybody was compared last.
 *
 * @param compared nothing: not everybody was compared yet
 */
public record AlertBoard(
        List<Listed> lists, int notUnderstood, @Nullable Instant compared) {

    List<PersonId> persons() {
        return lists.stream()
                .flatMap(list -> list.persons().stream())
                .distinct()
                .toList();
    }

    /**
     * Some rows of a list, the most urgent first: of differences or of what waits.
     *
     * @param next the row after which more follow, if they do
     */
    public record Listed(
            AlertList list,
            List<Difference> differences,
            List<WaitingRow> waiting,
            @Nullable UUID next) {

        List<PersonId> persons() {
            return Stream.concat(
                            differences.stream().map(row -> row.who().personId()),
                            waiting.stream().map(WaitingRow::personId))
                    .distinct()
                    .toList();
        }
    }

    /** Somebody in a list. */
    public record Who(
            PersonId personId, String familyName, @Nullable String givenNames, String birthDate) {

        /** "NGUYEN Van An". */
        public String name() {
            var family = familyName.toUpperCase(Locale.ROOT);
            return givenNames == null ? family : family + " " + givenNames;
        }
    }

    /** Somebody whose alert is not as it ought to be. */
    public record Difference(Who who, Standing standing) {}

    /**
     * Something that waits for an answer, or for a review.
     *
     * @param kind of the consultation or the notice, or the category of the alert
     * @param dueOn until when; nothing where no day is set
     */
    public record WaitingRow(
            UUID id,
            String kind,
            @Nullable String country,
            PersonId personId,
            String familyName,
            @Nullable String givenNames,
            String birthDate,
            Instant since,
            @Nullable LocalDate dueOn) {

        public String name() {
            return new Who(personId, familyName, givenNames, birthDate).name();
        }

        public boolean isLate(LocalDate today) {
            return dueOn != null && dueOn.isBefore(today);
        }
    }

    /** A figure of a year, and of its quarters where the Regulations ask for them. */
    public record Figure(String key, int year, int first, int second, int third, int fourth) {}
}
