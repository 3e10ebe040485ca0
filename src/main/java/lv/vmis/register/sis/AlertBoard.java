package lv.vmis.register.sis;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;
import lv.vmis.register.kernel.PersonId;
import org.jspecify.annotations.Nullable;

/** What waits about alerts; what is late comes first. */
public record AlertBoard(
        List<Difference> missing,
        List<Difference> surplus,
        List<Difference> other,
        List<WaitingRow> asked,
        List<WaitingRow> asking,
        List<WaitingRow> notices,
        List<WaitingRow> reviews,
        int notUnderstood) {

    List<PersonId> persons() {
        return Stream.concat(
                        Stream.of(missing, surplus, other)
                                .flatMap(List::stream)
                                .map(row -> row.who().personId()),
                        Stream.of(asked, asking, notices, reviews)
                                .flatMap(List::stream)
                                .map(WaitingRow::personId))
                .distinct()
                .toList();
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
