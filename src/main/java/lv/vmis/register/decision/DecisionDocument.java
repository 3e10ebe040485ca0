package lv.vmis.register.decision;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * All that a printed return decision says. Names, countries and legal sources come as finished text in the nominative:
 * the template builds its sentences so that none of them is ever inflected.
 *
 * @param number absent, like the date, while the decision is a draft
 * @param legalBases provisions in the nominative, such as „Imigrācijas likuma 41. panta pirmā daļa”
 * @param reasons as the official typed them; each line is a paragraph
 * @param serviceBasis the provision on how this kind of decision is made known
 * @param watermark stands on each page of anything that is not a real document
 */
public record DecisionDocument(
        Kind kind,
        Issuer issuer,
        String place,
        @Nullable String number,
        @Nullable LocalDate date,
        Person person,
        List<PersonDocument> documents,
        Finding finding,
        List<String> legalBases,
        String reasons,
        Departure departure,
        List<Ban> bans,
        Appeal appeal,
        Signatory signatory,
        String preparedBy,
        @Nullable String serviceBasis,
        @Nullable String watermark) {

    public DecisionDocument {
        if ((number == null) != (date == null)) {
            throw new IllegalArgumentException("a decision has both a number and a date, or neither while a draft");
        }
        if (number != null && kind == Kind.DEPARTURE_ORDER && departure.days() == null) {
            throw new IllegalArgumentException("departure order %s has no term".formatted(number));
        }
        if (number != null && (legalBases.isEmpty() || reasons.isBlank())) {
            throw new IllegalArgumentException("decision %s gives no reasons".formatted(number));
        }
        documents = List.copyOf(documents);
        legalBases = List.copyOf(legalBases);
        bans = List.copyOf(bans);
    }

    public boolean isDraft() {
        return number == null;
    }

    /** What stands at the top of each page; a real, signed decision has nothing there. */
    public @Nullable String banner() {
        if (isDraft()) {
            return watermark == null ? "PROJEKTS" : "PROJEKTS. " + watermark;
        }
        return watermark;
    }

    public List<String> reasonParagraphs() {
        return paragraphs(reasons);
    }

    static List<String> paragraphs(String text) {
        return text.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
    }

    /** Latvian counts 1, 21, 31 as one, and 11 as many. */
    static boolean isOne(int count) {
        return count % 10 == 1 && count % 100 != 11;
    }

    /** The two acts, with the forms of their short name: „šis rīkojums”, „šo rīkojumu”, „šā rīkojuma”. */
    public enum Kind {
        DEPARTURE_ORDER("Izbraukšanas rīkojums", "rīkojums", "rīkojumu", "rīkojuma"),
        REMOVAL_DECISION("Lēmums par piespiedu izraidīšanu", "lēmums", "lēmumu", "lēmuma");

        private static final Locale LATVIAN = Locale.of("lv");

        private final String title;
        private final String nominative;
        private final String accusative;
        private final String genitive;

        Kind(String title, String nominative, String accusative, String genitive) {
            this.title = title;
            this.nominative = nominative;
            this.accusative = accusative;
            this.genitive = genitive;
        }

        public String title() {
            return title;
        }

        public String heading() {
            return title.toUpperCase(LATVIAN);
        }

        public String nominative() {
            return nominative;
        }

        public String accusative() {
            return accusative;
        }

        public String genitive() {
            return genitive;
        }

        /** The act at the beginning of a sentence. */
        public String first() {
            return nominative.substring(0, 1).toUpperCase(LATVIAN) + nominative.substring(1);
        }
    }

    /**
     * The institution on the letterhead.
     *
     * @param superior the ministry above it
     * @param coatOfArms a picture under {@code classpath:/pdf/}; its place stays free without one
     */
    public record Issuer(
            String name,
            @Nullable String superior,
            @Nullable String unit,
            @Nullable String contacts,
            @Nullable String coatOfArms) {}

    /**
     * The addressee.
     *
     * @param originalName in the script of the document, with its language if known
     * @param bornOn as far as known, such as „1987” or „03.1987.”
     */
    public record Person(
            String familyName,
            @Nullable String givenNames,
            @Nullable String patronymic,
            @Nullable String originalName,
            @Nullable String originalLanguage,
            @Nullable String latvianName,
            @Nullable String sex,
            @Nullable String bornOn,
            @Nullable String birthPlace,
            List<String> nationalities,
            @Nullable String personalCode,
            @Nullable String address,
            List<String> otherIdentities) {

        public Person {
            nationalities = List.copyOf(nationalities);
            otherIdentities = List.copyOf(otherIdentities);
        }

        public String name() {
            return givenNames == null ? familyName : familyName + " " + givenNames;
        }
    }

    public record PersonDocument(
            String kind,
            String number,
            @Nullable String issuedBy,
            @Nullable LocalDate validUntil) {}

    /**
     * The illegal stay as it was found.
     *
     * @param place in the nominative
     * @param foundBy the unit, in the nominative
     * @param circumstances as typed; each line is a paragraph
     */
    public record Finding(LocalDate on, @Nullable LocalTime at, String place, String foundBy, String circumstances) {

        public List<String> paragraphs() {
            return DecisionDocument.paragraphs(circumstances);
        }
    }

    /**
     * Whither, and how soon.
     *
     * @param days to leave by oneself, counted from the notification; a removal decision has none
     * @param destination the country, in the nominative
     * @param destinationReason such as „valstiskās piederības valsts”
     * @param executionBasis the provision on how a removal is carried out
     */
    public record Departure(
            @Nullable Integer days,
            @Nullable String destination,
            @Nullable String destinationReason,
            @Nullable String executionBasis) {

        /** „7 dienu laikā”. */
        public String term() {
            return within(Objects.requireNonNull(days));
        }
    }

    public enum Territory {
        LATVIA("Latvijas Republikā"),
        SCHENGEN("Šengenas zonas valstu teritorijā");

        private final String locative;

        Territory(String locative) {
            this.locative = locative;
        }

        public String locative() {
            return locative;
        }
    }

    /**
     * An entry ban set by the decision.
     *
     * @param months none for an indefinite one
     * @param legalBasis in the nominative
     */
    public record Ban(Territory territory, @Nullable Integer months, String legalBasis) {
        public Ban {
            if (months != null && months < 1) {
                throw new IllegalArgumentException("an entry ban of %d months".formatted(months));
            }
        }

        public boolean isIndefinite() {
            return months == null;
        }

        /** „uz 3 gadiem”, „uz 18 mēnešiem”, „uz nenoteiktu laiku”. */
        public String term() {
            if (months == null) {
                return "uz nenoteiktu laiku";
            }
            if (months % 12 == 0) {
                var years = months / 12;
                return "uz %d %s".formatted(years, isOne(years) ? "gadu" : "gadiem");
            }
            return "uz %d %s".formatted(months, isOne(months) ? "mēnesi" : "mēnešiem");
        }
    }

    public enum Remedy {
        /** To a higher official or institution. */
        CONTEST("apstrīdēt"),
        /** To a court. */
        APPEAL("pārsūdzēt");

        private final String verb;

        Remedy(String verb) {
            this.verb = verb;
        }

        public String verb() {
            return verb;
        }
    }

    /**
     * How the addressee may defend himself.
     *
     * @param decidedBy who decides on the complaint, in the nominative
     * @param submittedTo where it is handed in
     * @param days the term, a legal parameter
     * @param effect whether it suspends the decision, a full sentence
     */
    public record Appeal(
            Remedy remedy,
            String decidedBy,
            String submittedTo,
            int days,
            String legalBasis,
            @Nullable String effect) {

        /** „7 dienu laikā”, „21 dienas laikā”. */
        public String term() {
            return within(days);
        }
    }

    private static String within(int days) {
        return "%d %s laikā".formatted(days, isOne(days) ? "dienas" : "dienu");
    }

    public record Signatory(String title, String name, boolean electronic) {}
}
