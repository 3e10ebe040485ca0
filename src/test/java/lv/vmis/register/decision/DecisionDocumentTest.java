package lv.vmis.register.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import lv.vmis.pages.StaticTemplates;
import lv.vmis.register.check.CheckSlip;
import lv.vmis.register.check.CheckSlip.BanFact;
import lv.vmis.register.check.CheckSlip.Fact;
import lv.vmis.register.check.CheckSlip.Verdict;
import lv.vmis.register.decision.DecisionDocument.Appeal;
import lv.vmis.register.decision.DecisionDocument.Ban;
import lv.vmis.register.decision.DecisionDocument.Departure;
import lv.vmis.register.decision.DecisionDocument.Finding;
import lv.vmis.register.decision.DecisionDocument.Issuer;
import lv.vmis.register.decision.DecisionDocument.Kind;
import lv.vmis.register.decision.DecisionDocument.Person;
import lv.vmis.register.decision.DecisionDocument.PersonDocument;
import lv.vmis.register.decision.DecisionDocument.Remedy;
import lv.vmis.register.decision.DecisionDocument.Signatory;
import lv.vmis.register.decision.DecisionDocument.Territory;
import lv.vmis.register.edge.PdfPrinter;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;

class DecisionDocumentTest {
    private static final String DEMO = "DEMONSTRĀCIJA – nav īsts dokuments";
    private static final String LETTERS = "āčēģīķļņšūžĀČĒĢĪĶĻŅŠŪŽ „pēdiņas” – 1 234,50 €";
    private static final PdfPrinter.Facts FACTS = new PdfPrinter.Facts(
            UUID.fromString("019ab000-0000-7000-8000-000000000012"), Instant.parse("2026-11-23T07:40:00Z"));
    private static final StaticTemplates PAGES = new StaticTemplates();
    private static final PdfPrinter PRINTER = new PdfPrinter();

    @BeforeAll
    static void validator_is_ready() {
        VeraGreenfieldFoundryProvider.initialise();
    }

    static Stream<Arguments> decisions() {
        return samples().entrySet().stream().map(sample -> Arguments.of(sample.getKey(), sample.getValue()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("decisions")
    void is_accessible_and_fit_for_the_archive(String name, DecisionDocument decision) throws Exception {
        var pdf = print(decision);

        keep(name, pdf);
        assertThat(faults(pdf)).isEmpty();
        var text = text(pdf);
        assertThat(text.replace(" ", "")).contains(decision.person().name().replace(" ", ""));
        assertThat(text)
                .contains(decision.kind().heading())
                .contains("Šā " + decision.kind().genitive() + " saturs")
                .contains("1 / ")
                .doesNotContain("#");
        for (var ban : decision.bans()) {
            assertThat(text).contains("aizliegumu ieceļot " + ban.territory().locative() + " " + ban.term());
        }
    }

    @Test
    void there_are_twenty_samples() {
        assertThat(samples()).hasSize(20);
    }

    @Test
    void letters_can_be_copied_from_it() throws IOException {
        assertThat(text(print(sample("letters")))).contains(LETTERS);
    }

    @Test
    void day_and_term_stand_in_their_cases() throws IOException {
        assertThat(text(print(sample("order"))))
                .contains("Rīgā, 2026. gada 23. novembrī")
                .contains("Nr. VRS-R-2026-00012")
                .contains("15 dienu laikā no dienas, kad šis rīkojums viņam paziņots")
                .contains("7 dienu laikā")
                .doesNotContain("PROJEKTS");
    }

    @Test
    void every_page_of_a_demonstration_says_so() throws IOException {
        try (var pdf = Loader.loadPDF(print(sample("five pages of reasons")))) {
            assertThat(pdf.getNumberOfPages()).isGreaterThanOrEqualTo(6);
            for (var page = 1; page <= pdf.getNumberOfPages(); page++) {
                assertThat(text(pdf, page)).contains(DEMO).contains(page + " / " + pdf.getNumberOfPages());
            }
        }
    }

    @Test
    void draft_has_neither_number_nor_date() throws IOException {
        assertThat(text(print(sample("draft order"))))
                .contains("PROJEKTS")
                .doesNotContain("Nr. VRS")
                .doesNotContain("Rīgā, 2026");
    }

    @Test
    void same_decision_gives_the_same_bytes() throws Exception {
        var first = print(sample("order, both bans"));
        Thread.sleep(1_100);

        assertThat(print(sample("order, both bans"))).isEqualTo(first);
    }

    @Test
    void an_address_typed_by_an_official_is_only_text() throws Exception {
        var typed = sample("typed markup");

        assertThat(text(print(typed))).contains("<img src=\"http://example.invalid/x.png\"/>");
        assertThat(faults(print(typed))).isEmpty();
    }

    @Test
    void nothing_is_loaded_from_outside() throws IOException {
        var page = """
                <html lang="lv"><head><title>Lapa</title><link rel="stylesheet" href="file:///etc/hostname"/></head>
                <body><p style="font-family: 'Noto Sans'">Teksts<img src="file:///etc/hostname" alt="Attēls"/></p></body></html>
                """;

        assertThat(text(PRINTER.print(page, FACTS)).strip()).startsWith("Teksts");
        assertThatThrownBy(() -> PRINTER.print("<!DOCTYPE a SYSTEM \"file:///etc/hostname\"><html/>", FACTS))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void the_validator_notices_a_page_without_title_and_language() throws Exception {
        assertThat(faults(PRINTER.print("<html><body><h3>Teksts</h3></body></html>", FACTS)))
                .anyMatch(fault -> fault.startsWith("ua1"));
    }

    @Test
    void letters_without_a_font_are_named() {
        assertThat(PRINTER.unprintable("Nguyễn Văn Án, Иван Ђорђевић, Γιώργος, محمد, დავით, Արմեն, דוד"))
                .isEmpty();
        assertThat(PRINTER.unprintable("Wang 王小明")).isEqualTo("王小明");
    }

    @Test
    void terms_follow_the_latvian_plural() {
        assertThat(Stream.of(1, 6, 11, 12, 21, 24, 36, 120, 252, 132, 111)
                        .map(months -> new Ban(Territory.LATVIA, months, "").term()))
                .containsExactly(
                        "uz 1 mēnesi",
                        "uz 6 mēnešiem",
                        "uz 11 mēnešiem",
                        "uz 1 gadu",
                        "uz 21 mēnesi",
                        "uz 2 gadiem",
                        "uz 3 gadiem",
                        "uz 10 gadiem",
                        "uz 21 gadu",
                        "uz 11 gadiem",
                        "uz 111 mēnešiem");
        assertThat(new Ban(Territory.SCHENGEN, null, "").term()).isEqualTo("uz nenoteiktu laiku");
        assertThat(appeal(1).term()).isEqualTo("1 dienas laikā");
        assertThat(appeal(7).term()).isEqualTo("7 dienu laikā");
        assertThat(appeal(11).term()).isEqualTo("11 dienu laikā");
        assertThat(appeal(31).term()).isEqualTo("31 dienas laikā");
    }

    @Test
    void an_issued_order_without_a_term_cannot_exist() {
        assertThatThrownBy(() -> new Sample(Kind.DEPARTURE_ORDER).days(null).document())
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void an_issued_decision_without_reasons_cannot_exist() {
        assertThatThrownBy(
                        () -> new Sample(Kind.REMOVAL_DECISION).reasons(" \n").document())
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void is_printed_quickly() {
        var decision = sample("order, both bans");
        for (var i = 0; i < 20; i++) {
            print(decision);
        }
        var micros = new long[40];
        for (var i = 0; i < micros.length; i++) {
            var start = System.nanoTime();
            print(decision);
            micros[i] = (System.nanoTime() - start) / 1_000;
        }
        Arrays.sort(micros);
        System.out.printf(
                "decision printed warm: median %.1f ms, p95 %.1f ms, %d bytes%n",
                micros[20] / 1_000.0, micros[37] / 1_000.0, print(decision).length);
        assertThat(micros[37]).as("p95 in microseconds").isLessThan(800_000);
    }

    @ParameterizedTest
    @MethodSource("slips")
    void slip_is_one_accessible_page(CheckSlip slip) throws Exception {
        var pdf = PRINTER.print(PAGES.documentSlip(slip).render(), FACTS);

        keep("slip " + slip.verdict(), pdf);
        assertThat(faults(pdf)).isEmpty();
        assertThat(text(pdf))
                .contains(slip.verdict().text())
                .contains("Nr. 1048576")
                .contains("plkst. 09.40");
        try (var read = Loader.loadPDF(pdf)) {
            assertThat(read.getNumberOfPages()).isEqualTo(1);
        }
    }

    static Stream<CheckSlip> slips() {
        var at = LocalDateTime.of(2026, 11, 23, 9, 40);
        var asked = List.of(
                new Fact("Uzvārds, vārds", "NGUYỄN Văn Án"),
                new Fact("Dzimšanas datums", "03.02.1987."),
                new Fact("Valstiskā piederība", "Vjetnama"),
                new Fact("Dokuments", "pase C1234567"));
        return Stream.of(
                new CheckSlip(
                        Verdict.BAN,
                        asked,
                        List.of(
                                new BanFact(
                                        "Latvija",
                                        LocalDate.of(2026, 3, 1),
                                        LocalDate.of(2029, 2, 28),
                                        false,
                                        "VRS-L-2026-00007, 15.02.2026."),
                                new BanFact("Šengenas zona", null, null, true, null)),
                        "Personai ieceļošana nav atļauta.\nAtsaciet ieceļošanu un izsniedziet ieceļošanas atteikumu.",
                        "1048576",
                        at,
                        "Valsts robežsardzes Ludzas pārvaldes robežpārbaudes punkts „Terehova”",
                        "J. Bērziņš, inspektors",
                        DEMO),
                new CheckSlip(
                        Verdict.NO_BAN,
                        asked,
                        List.of(),
                        "Reģistrā nav ziņu, kas liegtu ieceļošanu. Pārbaudi turpina vispārējā kārtībā.",
                        "1048576",
                        at,
                        "Robežpārbaudes punkts „Silene”",
                        null,
                        null),
                new CheckSlip(
                        Verdict.NEEDS_LOOK,
                        asked,
                        List.of(),
                        "Reģistrā ir līdzīga persona. Salīdziniet dokumentu, dzimšanas datumu un sejas attēlu.",
                        "1048576",
                        at,
                        "Robežpārbaudes punkts „Silene”",
                        "J. Bērziņš",
                        null));
    }

    private static byte[] print(DecisionDocument decision) {
        return PRINTER.print(PAGES.documentDecision(decision).render(), FACTS);
    }

    /** What veraPDF objects to, in both standards. */
    private static List<String> faults(byte[] pdf) throws Exception {
        var faults = new ArrayList<String>();
        for (var flavour : List.of(PDFAFlavour.PDFA_2_A, PDFAFlavour.PDFUA_1)) {
            try (var parser = Foundries.defaultInstance().createParser(new ByteArrayInputStream(pdf), flavour);
                    var validator = Foundries.defaultInstance().createValidator(flavour, false)) {
                var result = validator.validate(parser);
                assertThat(result.getTotalAssertions()).as("assertions tried").isPositive();
                if (!result.isCompliant()) {
                    result.getTestAssertions().stream()
                            .filter(one -> one.getStatus() == TestAssertion.Status.FAILED)
                            .map(one -> flavour + " " + one.getRuleId().getClause() + " " + one.getMessage())
                            .distinct()
                            .forEach(faults::add);
                    faults.add(flavour + " not compliant");
                }
            }
        }
        return faults;
    }

    private static String text(byte[] pdf) throws IOException {
        try (var read = Loader.loadPDF(pdf)) {
            return text(read, 0);
        }
    }

    /** Lines are joined, so that an assertion does not depend on where one ends. */
    private static String text(PDDocument pdf, int page) throws IOException {
        var stripper = new PDFTextStripper();
        if (page > 0) {
            stripper.setStartPage(page);
            stripper.setEndPage(page);
        }
        return stripper.getText(pdf).replaceAll("\\s+", " ");
    }

    /** Leaves the printed samples beside the test reports, to be looked at. */
    private static void keep(String name, byte[] pdf) throws IOException {
        var folder = Files.createDirectories(Path.of("target", "documents"));
        Files.write(folder.resolve(name.replaceAll("\\W+", "-") + ".pdf"), pdf);
    }

    private static DecisionDocument sample(String name) {
        return Objects.requireNonNull(samples().get(name));
    }

    private static Map<String, DecisionDocument> samples() {
        var latvia = new Ban(Territory.LATVIA, 36, "Imigrācijas likuma 63. panta pirmā daļa");
        var schengen = new Ban(Territory.SCHENGEN, 36, "Imigrācijas likuma 63. panta otrā daļa");
        var forever = new Ban(Territory.LATVIA, null, "Imigrācijas likuma 61. panta pirmās daļas 2. punkts");
        var all = new LinkedHashMap<String, DecisionDocument>();
        for (var kind : Kind.values()) {
            var name = kind == Kind.DEPARTURE_ORDER ? "order" : "removal";
            all.put(name, new Sample(kind).document());
            all.put(name + ", ban for Latvia", new Sample(kind).bans(latvia).document());
            all.put(name + ", ban for Schengen", new Sample(kind).bans(schengen).document());
            all.put(
                    name + ", both bans",
                    new Sample(kind).bans(latvia, schengen).document());
            all.put(name + ", indefinite ban", new Sample(kind).bans(forever).document());
        }
        all.put(
                "draft order",
                new Sample(Kind.DEPARTURE_ORDER)
                        .draft()
                        .days(null)
                        .reasons("")
                        .bare()
                        .document());
        all.put(
                "draft removal in demo",
                new Sample(Kind.REMOVAL_DECISION).draft().watermark().document());
        all.put(
                "longest names",
                new Sample(Kind.REMOVAL_DECISION)
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
                new Sample(Kind.DEPARTURE_ORDER)
                        .person(person("SHCHERBAKOVA", "Yuliia", "Щербакова Юлія Олександрівна", "uk"))
                        .document());
        all.put(
                "Arabic name",
                new Sample(Kind.REMOVAL_DECISION)
                        .person(person("AL-RASHID", "Muhammad Abd Allah", "محمد عبد الله الرشيد", "ar"))
                        .document());
        all.put(
                "Georgian name",
                new Sample(Kind.DEPARTURE_ORDER)
                        .person(person("KVARATSKHELIA", "Davit", "დავით კვარაცხელია", "ka"))
                        .document());
        all.put(
                "missing fields",
                new Sample(Kind.REMOVAL_DECISION)
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
                new Sample(Kind.REMOVAL_DECISION)
                        .reasons((REASONS + "\n\n").repeat(12))
                        .bans(latvia, schengen)
                        .watermark()
                        .document());
        all.put("letters", new Sample(Kind.DEPARTURE_ORDER).reasons(LETTERS).document());
        all.put(
                "typed markup",
                new Sample(Kind.DEPARTURE_ORDER)
                        .reasons("<img src=\"http://example.invalid/x.png\"/> & ]]> </p> \u000b\u0000\uFFFE beigas")
                        .document());
        return all;
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

    private static Person person(
            String family, String given, @Nullable String original, @Nullable String originalLanguage) {
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

    private static Appeal appeal(int days) {
        return new Appeal(
                Remedy.CONTEST,
                "Valsts robežsardzes priekšnieks",
                "Valsts robežsardze, Rūdolfa iela 5, Rīga, LV-1012",
                days,
                "Imigrācijas likuma 50. panta pirmā daļa",
                "Iesnieguma iesniegšana tā darbību neaptur.");
    }

    /** A decision of the State Border Guard, of which a test changes what it is about. */
    private static final class Sample {
        private final Kind kind;
        private @Nullable String number;
        private @Nullable LocalDate date = LocalDate.of(2026, 11, 23);
        private @Nullable Integer days = 15;
        private Person person = DecisionDocumentTest.person("NGUYỄN", "Văn Án", null, null);
        private List<PersonDocument> documents = List.of(
                new PersonDocument("pase", "C1234567", "Vjetnama", LocalDate.of(2029, 6, 30)),
                new PersonDocument("vīza (D)", "LVA004512378", null, LocalDate.of(2026, 8, 1)));
        private String reasons = REASONS;
        private List<Ban> bans = List.of();
        private @Nullable String watermark;
        private @Nullable String destination = "Vjetnama";
        private boolean bare;

        Sample(Kind kind) {
            this.kind = kind;
            this.number = kind == Kind.DEPARTURE_ORDER ? "VRS-R-2026-00012" : "VRS-L-2026-00012";
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
            var removal = kind == Kind.REMOVAL_DECISION;
            return new DecisionDocument(
                    kind,
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
                    new Finding(
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
                                            "Imigrācijas likuma 41. panta pirmā daļa",
                                            "Imigrācijas likuma 46. panta otrā daļa",
                                            "Administratīvā procesa likuma 66. panta pirmā daļa")
                                    : List.of(
                                            "Imigrācijas likuma 41. panta pirmā daļa",
                                            "Imigrācijas likuma 43. panta pirmā daļa",
                                            "Administratīvā procesa likuma 66. panta pirmā daļa"),
                    reasons,
                    new Departure(
                            removal ? null : days,
                            destination,
                            destination == null ? null : "valstiskās piederības valsts",
                            removal ? "Ministru kabineta 2011. gada 21. jūnija noteikumi Nr. 454" : null),
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
