package lv.vmis.register.matching;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import lv.vmis.register.reading.DateParts;
import lv.vmis.register.reading.DocumentNumbers;

/**
 * What is said about one person: by a traveller's document, an official, or one identity of the register. Anything may be
 * missing; what is missing is never held against anybody.
 *
 * @param surname surnames as written, in any script; empty if not known apart
 * @param givenNames given names and patronymic as written; empty if not known apart
 * @param fullName names whose order is not known; empty if they are known apart
 * @param births dates of birth, each possibly partial; several when sources disagree
 * @param sex {@code 'M'}, {@code 'F'}, or anything else for not known
 * @param nationalities codes of States, ICAO three letters (also of States that are no more)
 * @param birthPlace the place of birth as written, in any script; empty if not known
 * @param documents keys of document numbers as {@link DocumentNumbers#key} writes them
 * @param wholeNames keys of the whole name, all its words in one order whatever order they came in; equal ones are found by
 *     {@link PersonIndex#called}, and nothing is weighed by them
 */
public record Description(
        String surname,
        String givenNames,
        String fullName,
        List<DateParts> births,
        char sex,
        List<String> nationalities,
        String birthPlace,
        List<String> documents,
        List<String> wholeNames) {

    public Description {
        births = List.copyOf(births);
        nationalities = List.copyOf(nationalities);
        documents = List.copyOf(documents);
        wholeNames = List.copyOf(wholeNames);
    }

    /** Starts a description word by word. */
    public static Writing of(String surname, String givenNames) {
        return new Writing(surname, givenNames, "");
    }

    /** Starts a description of somebody whose names are known in one piece only. */
    public static Writing ofFullName(String fullName) {
        return new Writing("", "", fullName);
    }

    /** A description being written. */
    public static final class Writing {

        private final String surname;
        private final String givenNames;
        private final String fullName;
        private final List<DateParts> births = new ArrayList<>(1);
        private final List<String> nationalities = new ArrayList<>(1);
        private final List<String> documents = new ArrayList<>(1);
        private final List<String> wholeNames = new ArrayList<>(1);
        private char sex = 'U';
        private String birthPlace = "";

        private Writing(String surname, String givenNames, String fullName) {
            this.surname = surname;
            this.givenNames = givenNames;
            this.fullName = fullName;
        }

        /** Adds a date of birth unless nothing of it is known. */
        public Writing born(DateParts birth) {
            if (!birth.equals(DateParts.UNKNOWN)) {
                births.add(birth);
            }
            return this;
        }

        /** {@code 'M'} or {@code 'F'}; any other letter says that it is not known. */
        public Writing sex(char letter) {
            sex = letter;
            return this;
        }

        /** Adds the code of a State unless it is empty. */
        public Writing of(String nationality) {
            if (!nationality.isEmpty()) {
                nationalities.add(nationality.toUpperCase(Locale.ROOT));
            }
            return this;
        }

        /** The place of birth as written. */
        public Writing bornIn(String place) {
            birthPlace = place;
            return this;
        }

        /** Adds a document number as written, unless nothing of it can be read. */
        public Writing holding(String documentNumber) {
            var key = DocumentNumbers.key(documentNumber);
            if (!key.isEmpty()) {
                documents.add(key);
            }
            return this;
        }

        /** Adds the keys of the whole name. */
        public Writing called(Collection<String> names) {
            wholeNames.addAll(names);
            return this;
        }

        /** All that was said. */
        public Description done() {
            return new Description(
                    surname, givenNames, fullName, births, sex, nationalities, birthPlace, documents, wholeNames);
        }
    }
}
