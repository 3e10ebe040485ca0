package lv.vmis.register.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import lv.vmis.pages.StaticTemplates;
import lv.vmis.register.check.CheckSlip;
import lv.vmis.register.check.CheckSlip.BanFact;
import lv.vmis.register.check.CheckSlip.Fact;
import lv.vmis.register.check.CheckSlip.Verdict;
import lv.vmis.register.edge.PdfPrinter;
import org.apache.pdfbox.Loader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class DecisionDocumentTest {
    private static final PdfPrinter.Facts FACTS = new PdfPrinter.Facts(
            UUID.fromString("019ab000-0000-7000-8000-000000000012"), Instant.parse("2026-11-23T07:40:00Z"));
    private static final StaticTemplates PAGES = new StaticTemplates();
    private static final PdfPrinter PRINTER = new PdfPrinter();

    static Stream<Arguments> decisions() {
        return DecisionDocumentSamples.samples().entrySet().stream()
                .map(sample -> Arguments.of(sample.getKey(), sample.getValue()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("decisions")
    void is_accessible_and_fit_for_the_archive(String name, DecisionDocument decision) throws Exception {
        var pdf = print(decision);

        PdfProof.keep(name, pdf);
        assertThat(PdfProof.faults(pdf)).isEmpty();
        var text = PdfProof.text(pdf);
        assertThat(text.replace(" ", "")).contains(decision.person().name().replace(" ", ""));
        assertThat(text)
                .contains(decision.heading())
                .contains(
                        decision.texts().kind() == DocumentKind.DEPARTURE_ORDER
                                ? "Šā rīkojuma saturs"
                                : "Šā lēmuma saturs")
                .contains("1 / ")
                .doesNotContain("#");
        for (var ban : decision.bans()) {
            var where = switch (ban.territory()) {
                case LATVIA -> "Latvijas Republikā";
                case SCHENGEN -> "Šengenas zonas valstu teritorijā";
            };
            assertThat(text).contains("aizliegumu ieceļot " + where + " " + ban.term());
        }
    }

    @Test
    void there_are_twenty_samples() {
        assertThat(DecisionDocumentSamples.samples()).hasSize(22);
    }

    @Test
    void letters_can_be_copied_from_it() throws IOException {
        assertThat(PdfProof.text(print(DecisionDocumentSamples.sample("letters"))))
                .contains(DecisionDocumentSamples.LETTERS);
    }

    @Test
    void day_and_term_stand_in_their_cases() throws IOException {
        assertThat(PdfProof.text(print(DecisionDocumentSamples.sample("order"))))
                .contains("Rīgā, 2026. gada 23. novembrī")
                .contains("Nr. VRS-R-2026-00012")
                .contains("15 dienu laikā no dienas, kad šis rīkojums viņam paziņots")
                .contains("7 dienu laikā")
                .doesNotContain("PROJEKTS");
    }

    @Test
    void every_page_of_a_demonstration_says_so() throws IOException {
        try (var pdf = Loader.loadPDF(print(DecisionDocumentSamples.sample("five pages of reasons")))) {
            assertThat(pdf.getNumberOfPages()).isGreaterThanOrEqualTo(6);
            for (var page = 1; page <= pdf.getNumberOfPages(); page++) {
                assertThat(PdfProof.text(pdf, page))
                        .contains(DecisionDocumentSamples.DEMO)
                        .contains(page + " / " + pdf.getNumberOfPages());
            }
        }
    }

    @Test
    void draft_has_neither_number_nor_date() throws IOException {
        assertThat(PdfProof.text(print(DecisionDocumentSamples.sample("draft order"))))
                .contains("PROJEKTS")
                .doesNotContain("Nr. VRS")
                .doesNotContain("Rīgā, 2026");
    }

    @Test
    void same_decision_gives_the_same_bytes() throws Exception {
        var first = print(DecisionDocumentSamples.sample("order, both bans"));
        Thread.sleep(1_100);

        assertThat(print(DecisionDocumentSamples.sample("order, both bans"))).isEqualTo(first);
    }

    @Test
    void an_address_typed_by_an_official_is_only_text() throws Exception {
        var typed = DecisionDocumentSamples.sample("typed markup");

        assertThat(PdfProof.text(print(typed))).contains("<img src=\"http://example.invalid/x.png\"/>");
        assertThat(PdfProof.faults(print(typed))).isEmpty();
    }

    @Test
    void nothing_is_loaded_from_outside() throws IOException {
        var page = """
                <html lang="lv"><head><title>Lapa</title><link rel="stylesheet" href="file:///etc/hostname"/></head>
                <body><p style="font-family: 'Noto Sans'">Teksts<img src="file:///etc/hostname" alt="Attēls"/></p></body></html>
                """;

        assertThat(PdfProof.text(PRINTER.print(page, FACTS)).strip()).startsWith("Teksts");
        assertThatThrownBy(() -> PRINTER.print("<!DOCTYPE a SYSTEM \"file:///etc/hostname\"><html/>", FACTS))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void the_validator_notices_a_page_without_title_and_language() throws Exception {
        assertThat(PdfProof.faults(PRINTER.print("<html><body><h3>Teksts</h3></body></html>", FACTS)))
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
        assertThat(Stream.of(1, 6, 11, 12, 21, 24, 36, 120, 252, 132, 111).map(Values::term))
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
        assertThat(Values.term(null)).isEqualTo("uz nenoteiktu laiku");
        assertThat(Values.within(1)).isEqualTo("1 dienas laikā");
        assertThat(Values.within(7)).isEqualTo("7 dienu laikā");
        assertThat(Values.within(11)).isEqualTo("11 dienu laikā");
        assertThat(Values.within(31)).isEqualTo("31 dienas laikā");
    }

    @Test
    void an_issued_order_without_a_term_cannot_exist() {
        assertThatThrownBy(() -> new DecisionDocumentSamples.Sample(DocumentKind.DEPARTURE_ORDER)
                        .days(null)
                        .document())
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void an_issued_decision_without_reasons_cannot_exist() {
        assertThatThrownBy(() -> new DecisionDocumentSamples.Sample(DocumentKind.REMOVAL_DECISION)
                        .reasons(" \n")
                        .document())
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void is_printed_quickly() {
        var decision = DecisionDocumentSamples.sample("order, both bans");
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

        PdfProof.keep("slip " + slip.verdict(), pdf);
        assertThat(PdfProof.faults(pdf)).isEmpty();
        assertThat(PdfProof.text(pdf))
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
                                new BanFact("Šengenas teritorija", null, null, true, null)),
                        "Personai ieceļošana nav atļauta.\nAtsaciet ieceļošanu un izsniedziet ieceļošanas atteikumu.",
                        "1048576",
                        at,
                        "Valsts robežsardzes Ludzas pārvaldes robežpārbaudes punkts „Terehova”",
                        "J. Bērziņš, inspektors",
                        DecisionDocumentSamples.DEMO),
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
}
