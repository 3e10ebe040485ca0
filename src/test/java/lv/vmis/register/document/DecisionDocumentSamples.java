package lv.vmis.register.document;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import lv.vmis.register.document.DecisionDocument.Appeal;
import lv.vmis.register.document.DecisionDocument.Ban;
import lv.vmis.register.document.DecisionDocument.Departure;
import lv.vmis.register.document.DecisionDocument.Finding;
import lv.vmis.register.document.DecisionDocument.Issuer;
import lv.vmis.register.document.DecisionDocument.Person;
import lv.vmis.register.document.DecisionDocument.PersonDocument;
import lv.vmis.register.document.DecisionDocument.Signatory;
import lv.vmis.register.document.DecisionDocument.Territory;
import lv.vmis.register.kernel.Bilingual;
import org.jspecify.annotations.Nullable;

/** Printed decisions of every kind, each with what makes it hard to print. */
final class DecisionDocumentSamples {

    static final String DEMO = "DEMONSTRĀCIJA – nav īsts dokuments";
    static final String LETTERS = "āčēģīķļņšūžĀČĒĢĪĶĻŅŠŪŽ „pēdiņas” – 1 234,50 €";

    private DecisionDocumentSamples() {}

    static DecisionDocument sample(String name) {
        return Objects.requireNonNull(samples().get(name));
    }

    static Map<String, DecisionDocument> samples() {
        var latvia = new Ban(Territory.LATVIA, 36, null, same("Imigrācijas likuma 63. panta pirmā daļa"));
        var schengen = new Ban(Territory.SCHENGEN, 36, null, same("Imigrācijas likuma 63. panta otrā daļa"));
        var forever =
                new Ban(Territory.LATVIA, null, null, same("Imigrācijas likuma 61. panta pirmās daļas 2. punkts"));
        var all = new LinkedHashMap<String, DecisionDocument>();
        for (var kind : List.of(DocumentKind.DEPARTURE_ORDER, DocumentKind.REMOVAL_DECISION)) {
            var name = kind == DocumentKind.DEPARTURE_ORDER ? "order" : "removal";
            all.put(name, new Sample(kind).document());
            all.put(name + ", ban for Latvia", new Sample(kind).bans(latvia).document());
            all.put(name + ", ban for Schengen", new Sample(kind).bans(schengen).document());
            all.put(
                    name + ", both bans",
                    new Sample(kind).bans(latvia, schengen).document());
            all.put(name + ", indefinite ban", new Sample(kind).bans(forever).document());
        }
        var fromDecision = new Ban(
                Territory.SCHENGEN,
                60,
                LocalDate.of(2026, 11, 23),
                same("Imigrācijas likuma 61. panta ceturtās daļas 4. punkts"));
        all.put(
                "ban",
                new Sample(DocumentKind.ENTRY_BAN).bans(latvia, fromDecision).document());
        all.put(
                "draft ban in demo",
                new Sample(DocumentKind.ENTRY_BAN)
                        .bans(forever)
                        .draft()
                        .watermark()
                        .document());
        all.put(
                "draft order",
                new Sample(DocumentKind.DEPARTURE_ORDER)
                        .draft()
                        .days(null)
                        .reasons("")
                        .bare()
                        .document());
        all.put(
                "draft removal in demo",
                new Sample(DocumentKind.REMOVAL_DECISION).draft().watermark().document());
        all.put(
                "longest names",
                new Sample(DocumentKind.REMOVAL_DECISION)
                        .person(person(
                                "Wolfeschlegelsteinhausenbergerdorffwelchevoralternwarengewissenhaftschaferswessenschafe",
                                "Adolph Blaine Charles David Earl Frederick Gerald Hubert Irvin John Kenneth Lloyd Martin "
                                        + "Nero Oliver Paul Quincy Randolph Sherman Thomas Uncas Victor William Xerxes Yancy Zeus",
                                null,
                                null))
                        .bans(latvia, schengen)
                        .document());
        all.put(
                "Cyrillic name",
                new Sample(DocumentKind.ENTRY_BAN)
                        .bans(schengen)
                        .person(person("SHCHERBAKOVA", "Yuliia", "Щербакова Юлія Олександрівна", "uk"))
                        .document());
        all.put(
                "Arabic name",
                new Sample(DocumentKind.ENTRY_BAN)
                        .bans(latvia, schengen)
                        .person(person("AL-RASHID", "Muhammad Abd Allah", "محمد عبد الله الرشيد", "ar"))
                        .document());
        all.put(
                "Georgian name",
                new Sample(DocumentKind.DEPARTURE_ORDER)
                        .person(person("KVARATSKHELIA", "Davit", "დავით კვარაცხელია", "ka"))
                        .document());
        all.put(
                "missing fields",
                new Sample(DocumentKind.REMOVAL_DECISION)
                        .person(new Person(
                                "NEZINĀMS",
                                null,
                                null,
                                null,
                                null,
                                null,
                                null,
                                null,
                                null,
                                List.of(),
                                null,
                                null,
                                List.of()))
                        .bare()
                        .document());
        all.put(
                "five pages of reasons",
                new Sample(DocumentKind.REMOVAL_DECISION)
                        .reasons((REASONS + "\n\n").repeat(12))
                        .bans(latvia, schengen)
                        .watermark()
                        .document());
        all.put(
                "letters",
                new Sample(DocumentKind.DEPARTURE_ORDER).reasons(LETTERS).document());
        all.put(
                "typed markup",
                new Sample(DocumentKind.DEPARTURE_ORDER)
                        .reasons("<img src=\"http://example.invalid/x.png\"/> & ]]> </p> \u000b\u0000\uFFFE beigas")
                        .document());
        return all;
    }

    /** Twenty and more for one kind: what makes it hard to print is the same for each. */
    static Map<String, DecisionDocument> samples(DocumentKind kind) {
        var latvia = new Ban(Territory.LATVIA, 36, null, same("Imigrācijas likuma 63. panta pirmā daļa"));
        var schengen = new Ban(Territory.SCHENGEN, 120, null, same("Imigrācijas likuma 63. panta otrā daļa"));
        var forever =
                new Ban(Territory.LATVIA, null, null, same("Imigrācijas likuma 61. panta pirmās daļas 2. punkts"));
        var dated = new Ban(
                Territory.SCHENGEN, 1, LocalDate.of(2026, 11, 23), same("Imigrācijas likuma 61. panta ceturtā daļa"));
        var nobody = new Person(
                "NEZINĀMS", null, null, null, null, null, null, null, null, List.of(), null, null, List.of());
        var all = new LinkedHashMap<String, Sample>();
        all.put("plain", new Sample(kind));
        all.put("ban for Latvia", new Sample(kind).bans(latvia));
        all.put("ban for Schengen", new Sample(kind).bans(schengen));
        all.put("both bans", new Sample(kind).bans(latvia, schengen));
        all.put("indefinite ban", new Sample(kind).bans(forever));
        // Only a ban by itself begins on a day of its own.
        all.put("another ban", new Sample(kind).bans(forever, kind == DocumentKind.ENTRY_BAN ? dated : schengen));
        all.put("draft", new Sample(kind).draft());
        all.put("draft in demo", new Sample(kind).draft().watermark());
        all.put("empty draft", new Sample(kind).draft().days(null).reasons("").bare());
        all.put("in demo", new Sample(kind).bans(latvia).watermark());
        all.put("a term of a day", new Sample(kind).days(1));
        all.put(
                "longest names",
                new Sample(kind)
                        .person(person(
                                "Wolfeschlegelsteinhausenbergerdorffwelchevoralternwarengewissenhaftschaferswessenschafe",
                                "Adolph Blaine Charles David Earl Frederick Gerald Hubert Irvin John Kenneth Lloyd Martin Nero Oliver",
                                null,
                                null)));
        all.put("Cyrillic name", new Sample(kind).person(person("SHCHERBAKOVA", "Yuliia", "Щербакова Юлія", "uk")));
        all.put("Arabic name", new Sample(kind).person(person("AL-RASHID", "Muhammad", "محمد عبد الله الرشيد", "ar")));
        all.put("Georgian name", new Sample(kind).person(person("KVARATSKHELIA", "Davit", "დავით კვარაცხელია", "ka")));
        all.put("one name", new Sample(kind).person(person("SUHARTO", null, null, null)));
        all.put("nobody known", new Sample(kind).person(nobody).bare());
        all.put(
                "twelve documents",
                new Sample(kind)
                        .documents(java.util.Collections.nCopies(
                                12,
                                new PersonDocument(
                                        "atgriešanās apliecība",
                                        "C1234567890123456789",
                                        "Kongo Demokrātiskā Republika",
                                        null))));
        all.put(
                "longest State",
                new Sample(kind)
                        .destination(
                                "Apvienotā Lielbritānijas un Ziemeļīrijas Karaliste, Svētās Helēnas, Debesbraukšanas un Tristana da Kuņas salas"));
        all.put(
                "five pages of reasons",
                new Sample(kind).reasons((REASONS + "\n\n").repeat(12)).watermark());
        all.put("a word longer than a line", new Sample(kind).reasons("Adrese: https://" + "garumgarš".repeat(30)));
        all.put("letters", new Sample(kind).reasons(LETTERS));
        all.put("typed markup", new Sample(kind).reasons("<img src=\"x.png\"/> & ]]> </p> \u000b\u0000\uFFFE beigas"));
        var documents = new LinkedHashMap<String, DecisionDocument>();
        all.forEach((name, sample) -> documents.put(name, sample.banning(latvia).document()));
        return documents;
    }

    private static final String REASONS = """
            Ārzemnieks Latvijas Republikā ieceļojis 2026. gada 3. maijā ar vīzu, kuras derīguma termiņš beidzies \
            2026. gada 1. augustā. Pēc vīzas termiņa beigām ārzemnieks no Latvijas Republikas nav izceļojis, \
            uzturēšanās atļauju nav pieprasījis un starptautisko aizsardzību nav lūdzis.
            Izvērtējot lietderības apsvērumus, ņemts vērā, ka ārzemniekam Latvijas Republikā nav ģimenes locekļu, \
            pastāvīgas dzīvesvietas un likumīgu ienākumu. Uzklausīts sarunā, ārzemnieks paskaidroja, ka vēlas \
            atgriezties valstiskās piederības valstī, taču līdzekļu ceļam viņam nav.
            Sabiedrības interese, lai tiktu ievērota ieceļošanas un uzturēšanās kārtība, šajā gadījumā ir lielāka par \
            ārzemnieka interesi palikt Latvijas Republikā. Izvēlētais līdzeklis ir samērīgs, jo ar maigāku līdzekli \
            to pašu mērķi sasniegt nevar.""";

    static Person person(
            String family, @Nullable String given, @Nullable String original, @Nullable String originalLanguage) {
        return new Person(
                family,
                given,
                null,
                original,
                originalLanguage,
                null,
                "vīrietis",
                "03.02.1987.",
                "Vjetnama, Hanoja",
                List.of("Vjetnama (pilsonis)"),
                null,
                "Brīvības iela 221–14, Rīga, LV-1039",
                List.of());
    }

    static Appeal appeal(int days) {
        return new Appeal(
                same("Valsts robežsardzes priekšnieks"),
                same("Valsts robežsardze, Rūdolfa iela 5, Rīga, LV-1012"),
                days,
                same("Imigrācijas likuma 50. panta pirmā daļa"),
                new Bilingual("Administratīvajā rajona tiesā", "Administrative District Court"),
                30,
                same("Imigrācijas likuma 50. panta otrā daļa"));
    }

    static Bilingual same(String text) {
        return new Bilingual(text, text);
    }

    /** A decision of the State Border Guard, of which a test changes what it is about. */
    static final class Sample {
        private final DocumentKind kind;
        private @Nullable String number;
        private @Nullable LocalDate date = LocalDate.of(2026, 11, 23);
        private @Nullable Integer days = 15;
        private Person person = DecisionDocumentSamples.person("NGUYỄN", "Văn Án", null, null);
        private List<PersonDocument> documents = List.of(
                new PersonDocument("pase", "C1234567", "Vjetnama", LocalDate.of(2029, 6, 30)),
                new PersonDocument("vīza (D)", "LVA004512378", null, LocalDate.of(2026, 8, 1)));
        private String reasons = REASONS;
        private List<Ban> bans = List.of();
        private @Nullable String watermark;
        private @Nullable String destination = "Vjetnama";
        private boolean bare;

        Sample(DocumentKind kind) {
            this.kind = kind;
            this.number = switch (kind) {
                case DEPARTURE_ORDER -> "VRS-R-2026-00012";
                case ENTRY_BAN -> "VRS-A-2026-00012";
                default -> "VRS-L-2026-00012";
            };
        }

        Sample person(Person value) {
            person = value;
            return this;
        }

        Sample reasons(String value) {
            reasons = value;
            return this;
        }

        Sample bans(Ban... value) {
            bans = List.of(value);
            return this;
        }

        /** A decision that only bans has a ban. */
        Sample banning(Ban value) {
            return kind == DocumentKind.ENTRY_BAN && bans.isEmpty() ? bans(value) : this;
        }

        Sample documents(List<PersonDocument> value) {
            documents = value;
            return this;
        }

        Sample destination(String value) {
            destination = value;
            return this;
        }

        Sample days(@Nullable Integer value) {
            days = value;
            return this;
        }

        Sample draft() {
            number = null;
            date = null;
            return this;
        }

        Sample watermark() {
            watermark = DEMO;
            return this;
        }

        Sample bare() {
            documents = List.of();
            destination = null;
            bare = true;
            return this;
        }

        DecisionDocument document() {
            var removal = kind == DocumentKind.REMOVAL_DECISION;
            var ban = kind == DocumentKind.ENTRY_BAN;
            return new DecisionDocument(
                    FirstTexts.latvian(kind),
                    new Issuer(
                            "Valsts robežsardze",
                            bare ? null : "Latvijas Republikas Iekšlietu ministrija",
                            bare ? null : "Rīgas pārvalde",
                            bare ? null : "Rūdolfa iela 5, Rīga, LV-1012, tālr. 67075616, e-pasts pasts@rs.gov.lv",
                            null),
                    "Rīgā",
                    number,
                    date,
                    person,
                    documents,
                    ban
                            ? null
                            : new Finding(
                                    LocalDate.of(2026, 11, 23),
                                    bare ? null : LocalTime.of(9, 40),
                                    "Rīga, Centrāltirgus iela 1",
                                    "Valsts robežsardzes Rīgas pārvalde",
                                    bare
                                            ? ""
                                            : "Pārbaudē ārzemnieks uzrādīja pasi ar vīzu, kuras derīguma termiņš ir beidzies."
                                                    + " Citu tiesisku pamatu uzturēties Latvijas Republikā ārzemnieks nenorādīja."),
                    bare && number == null
                            ? List.of()
                            : removal
                                    ? List.of(
                                            same("Imigrācijas likuma 41. panta pirmā daļa"),
                                            same("Imigrācijas likuma 46. panta otrā daļa"),
                                            same("Administratīvā procesa likuma 66. panta pirmā daļa"))
                                    : List.of(
                                            same("Imigrācijas likuma 41. panta pirmā daļa"),
                                            same("Imigrācijas likuma 43. panta pirmā daļa"),
                                            same("Administratīvā procesa likuma 66. panta pirmā daļa")),
                    reasons,
                    ban ? "Ārzemniekam Latvijā nav ģimenes locekļu.\nAizliegums ir samērīgs." : null,
                    new Departure(
                            removal || ban ? null : days,
                            destination == null || ban ? null : new Bilingual(destination, "Viet Nam"),
                            true,
                            removal ? same("Ministru kabineta 2011. gada 21. jūnija noteikumi Nr. 454") : null),
                    bans,
                    appeal(7),
                    new Signatory(
                            "Valsts robežsardzes Rīgas pārvaldes priekšnieka vietnieks, pulkvežleitnants",
                            "Jānis Bērziņš",
                            false),
                    "A. Kalniņa, tālr. 67075555",
                    removal ? "Ministru kabineta 2011. gada 21. jūnija noteikumu Nr. 454 5. punkts" : null,
                    watermark);
        }
    }
}
