package lv.vmis.register.document;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import lv.vmis.register.kernel.Bilingual;
import lv.vmis.register.kernel.LatvianDates;
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
        FixedTexts texts,
        Issuer issuer,
        String place,
        @Nullable String number,
        @Nullable LocalDate date,
        Person person,
        List<PersonDocument> documents,
        @Nullable Finding finding,
        List<Bilingual> legalBases,
        String reasons,
        @Nullable String familyLife,
        Departure departure,
        List<Ban> bans,
        Appeal appeal,
        Signatory signatory,
        String preparedBy,
        @Nullable String serviceBasis,
        @Nullable String watermark)
        implements PrintedText {

    private static final Locale LATVIAN = Locale.of("lv");

    public DecisionDocument {
        if ((number == null) != (date == null)) {
            throw new IllegalArgumentException("a decision has both a number and a date, or neither while a draft");
        }
        if (number != null && texts.kind() == DocumentKind.DEPARTURE_ORDER && departure.days() == null) {
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
    @Override
    public @Nullable String banner() {
        return banner(isDraft(), watermark);
    }

    static @Nullable String banner(boolean isDraft, @Nullable String watermark) {
        if (isDraft) {
            return watermark == null ? "PROJEKTS" : "PROJEKTS. " + watermark;
        }
        return watermark;
    }

    @Override
    public String title() {
        return texts.text("title");
    }

    public String heading() {
        return title().toUpperCase(LATVIAN);
    }

    public boolean isRemoval() {
        return texts.kind() == DocumentKind.REMOVAL_DECISION;
    }

    public Clause found(Finding finding) {
        var on = finding.on();
        var at = finding.at();
        return Clause.of(
                "found",
                "found_on",
                at == null
                        ? Values.on(on)
                        : new Bilingual(
                                LatvianDates.locative(on) + " " + LatvianDates.atTime(at), Values.plain(on) + " " + at),
                "place",
                finding.place(),
                "unit",
                finding.foundBy());
    }

    public Clause norms() {
        return new Clause("norms", Map.of("legal_bases", Values.joined(legalBases)), null, reasonParagraphs());
    }

    /** How family and private life were weighed, under its heading. */
    public Optional<Clause> family() {
        return Optional.ofNullable(familyLife).map(text -> new Clause("family", Map.of(), null, paragraphs(text)));
    }

    public Clause decides() {
        return Clause.of("decides", "issuer", issuer.name());
    }

    /** What is decided, point by point. */
    public List<Clause> points() {
        var points = new ArrayList<Clause>();
        var days = departure.days();
        if (texts.kind() != DocumentKind.ENTRY_BAN) {
            points.add(
                    isRemoval()
                            ? Clause.of("duty")
                            : days == null
                                    ? Clause.of("duty_open")
                                    : Clause.of("duty", "term", Values.within(days), "days", days));
        }
        var destination = departure.destination();
        if (destination != null) {
            points.add(Clause.of(
                    departure.isNationality() ? "destination_nationality" : "destination", "destination", destination));
        }
        bans.forEach(ban -> points.add(ban.clause()));
        var execution = departure.executionBasis();
        if (execution != null) {
            points.add(Clause.of("executes", "execution_basis", execution));
        }
        return points;
    }

    public Clause served() {
        return Clause.of("served");
    }

    @Override
    public List<Clause> clauses() {
        return Stream.of(
                        Stream.of(Clause.of("title")),
                        finding == null ? Stream.<Clause>of() : Stream.of(found(finding)),
                        Stream.of(norms()),
                        family().stream(),
                        Stream.of(decides()),
                        points().stream(),
                        appeal.clauses().stream(),
                        Stream.of(served()))
                .flatMap(some -> some)
                .toList();
    }

    public List<String> reasonParagraphs() {
        return paragraphs(reasons);
    }

    public static List<String> paragraphs(String text) {
        return text.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
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

        /** Only what tells him from others of his name. */
        public Person identified() {
            return new Person(
                    familyName,
                    givenNames,
                    null,
                    null,
                    null,
                    null,
                    null,
                    bornOn,
                    null,
                    nationalities,
                    personalCode,
                    null,
                    List.of());
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
     * @param isNationality whether it is that of the person's nationality
     * @param executionBasis the provision on how a removal is carried out
     */
    public record Departure(
            @Nullable Integer days,
            @Nullable Bilingual destination,
            boolean isNationality,
            @Nullable Bilingual executionBasis) {}

    public enum Territory {
        LATVIA("ban_lv"),
        SCHENGEN("ban_sch");

        private final String part;

        Territory(String part) {
            this.part = part;
        }

        String part() {
            return part;
        }
    }

    /**
     * An entry ban set by the decision.
     *
     * @param months none for an indefinite one
     * @param from none: it runs from the departure
     * @param legalBasis in the nominative
     */
    public record Ban(
            Territory territory,
            @Nullable Integer months,
            @Nullable LocalDate from,
            Bilingual legalBasis) {
        public Ban {
            if (months != null && months < 1) {
                throw new IllegalArgumentException("an entry ban of %d months".formatted(months));
            }
        }

        String term() {
            return Values.term(months);
        }

        Clause clause() {
            var values = new HashMap<String, Bilingual>();
            values.put("ban_term", Values.same(term()));
            values.put("ban_basis", legalBasis);
            if (months != null) {
                values.put("months", Values.same(String.valueOf(months)));
            }
            if (from != null) {
                values.put("ban_from", Values.from(from));
            }
            var part = territory.part() + (from == null ? "" : "_from") + (months == null ? "_indefinite" : "");
            return new Clause(part, values, null, List.of());
        }
    }

    /**
     * How the addressee may defend himself.
     *
     * @param decidedBy who decides on the complaint, in the nominative
     * @param submittedTo where it is handed in
     * @param days the term, a legal parameter
     * @param court where that decision is appealed against, in the locative
     */
    public record Appeal(
            Bilingual decidedBy,
            Bilingual submittedTo,
            int days,
            Bilingual legalBasis,
            Bilingual court,
            int courtDays,
            Bilingual courtBasis) {

        public Clause contest() {
            return Clause.of("contest", "contest_term", Values.within(days), "contest_days", days);
        }

        public Clause appealed() {
            return Clause.of("court", "court", court, "court_days", courtDays, "court_basis", courtBasis);
        }

        public List<Clause> clauses() {
            return List.of(
                    contest(),
                    Values.row("decided_by", decidedBy),
                    Values.row("submitted_to", submittedTo),
                    Values.row("contest_basis", legalBasis),
                    appealed());
        }
    }

    public record Signatory(String title, String name, boolean electronic) {}
}
