package lv.vmis.register.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import lv.vmis.pages.StaticTemplates;
import lv.vmis.register.edge.PdfPrinter;
import lv.vmis.register.kernel.Bilingual;
import lv.vmis.register.support.Approved;
import lv.vmis.register.support.AtOnce;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Documents whose whole text is their fixed parts with every sample of a person, and a translation sheet of each kind and language. */
class FormDocumentTest {

    private static final PdfPrinter PRINTER = new PdfPrinter();
    private static final StaticTemplates PAGES = new StaticTemplates();
    private static final PdfPrinter.Facts FACTS = new PdfPrinter.Facts(
            UUID.fromString("019ab000-0000-7000-8000-000000000012"), Instant.parse("2026-11-23T07:40:00Z"));
    private static final LocalDate DAY = LocalDate.of(2026, 11, 23);
    static final List<DocumentKind> FORMS = List.of(
            DocumentKind.FOLLOW_UP,
            DocumentKind.REMOVAL_NOTICE,
            DocumentKind.EMBASSY_REQUEST,
            DocumentKind.ESCORT_SHEET,
            DocumentKind.HAND_OVER,
            DocumentKind.CERTIFICATE,
            DocumentKind.DATA_EXTRACT);

    @TestFactory
    Stream<DynamicTest> every_form_is_accessible_fit_for_the_archive_and_clear_of_itself() {
        return AtOnce.run(DecisionDocumentSamples.samples().entrySet().stream()
                .flatMap(sample -> FORMS.stream()
                        .map(kind -> new AtOnce.Named(
                                kind + ", " + sample.getKey(), () -> form(kind, sample.getKey(), sample.getValue())))));
    }

    static byte[] form(DocumentKind kind, String name, DecisionDocument sample) throws Exception {
        var pdf = print(form(kind, sample));

        PdfProof.keep(kind.path() + " " + name, pdf);
        assertThat(PdfProof.faults(pdf)).isEmpty();
        assertThat(PdfProof.misplaced(pdf)).isEmpty();
        assertThat(PdfProof.text(pdf).replace(" ", ""))
                .contains(sample.person().name().replace(" ", ""))
                .doesNotContain("{", "#");
        return pdf;
    }

    /** What there is a translation of, each in its languages. */
    static List<FixedTexts> translations() {
        return FirstTexts.all().values().stream()
                .filter(texts -> !texts.language().equals("lv"))
                .sorted(Comparator.comparing(FixedTexts::kind).thenComparing(FixedTexts::language))
                .toList();
    }

    @TestFactory
    Stream<DynamicTest> a_translation_sheet_has_both_texts_side_by_side() {
        var translations = translations();
        var names = List.copyOf(
                DecisionDocumentSamples.samples(DocumentKind.DEPARTURE_ORDER).keySet());
        assertThat(translations).hasSizeLessThanOrEqualTo(names.size());
        return AtOnce.run(IntStream.range(0, names.size()).mapToObj(i -> {
            var texts = translations.get(i % translations.size());
            return new AtOnce.Named(
                    "%s %s, %s".formatted(texts.kind(), texts.language(), names.get(i)),
                    () -> sheet(texts, names.get(i)));
        }));
    }

    static byte[] sheet(FixedTexts texts, String name) throws Exception {
        var kind = texts.kind();
        var isDecision = !FORMS.contains(kind);
        var sample = Objects.requireNonNull(
                DecisionDocumentSamples.samples(isDecision ? kind : DocumentKind.REMOVAL_DECISION)
                        .get(name));
        var pdf = print(new TranslationSheet(
                isDecision ? sample : form(kind, sample),
                texts,
                texts.language().equals("en") ? "angļu" : "krievu"));

        PdfProof.keep("sheet " + kind.path() + " " + texts.language() + " " + name, pdf);
        assertThat(PdfProof.faults(pdf)).isEmpty();
        assertThat(PdfProof.misplaced(pdf)).isEmpty();
        assertThat(PdfProof.text(pdf)).contains("TULKOJUMA LAPA").doesNotContain("{");
        if (isDecision) {
            assertThat(PdfProof.text(pdf))
                    .contains(texts.language().equals("en") ? "Legal basis" : "Правовое основание");
        }
        return pdf;
    }

    @TestFactory
    Stream<DynamicTest> no_letter_of_a_decision_stands_on_another() {
        return AtOnce.run(DecisionDocumentSamples.samples().entrySet().stream()
                .map(sample -> new AtOnce.Named(
                        sample.getKey(),
                        () -> assertThat(PdfProof.misplaced(PRINTER.print(
                                        PAGES.documentDecision(sample.getValue())
                                                .render(),
                                        FACTS)))
                                .isEmpty())));
    }

    @Test
    void letters_on_each_other_and_off_the_page_are_noticed() throws IOException {
        var page = """
                <html lang="lv"><head><title>Lapa</title><link rel="stylesheet" href="classpath:/pdf/document.css"/></head>
                <body><p style="position: absolute; top: 30mm; left: 30mm">Teksts</p>
                <p style="position: absolute; top: 30mm; left: 30mm">Citi vārdi</p>
                <p class="keep">%s</p></body></html>
                """.formatted("Gara rinda ".repeat(20));

        assertThat(PdfProof.misplaced(PRINTER.print(page, FACTS)))
                .anyMatch(fault -> fault.contains("over"))
                .anyMatch(fault -> fault.contains("outside"));
    }

    @ParameterizedTest
    @EnumSource(value = DocumentKind.class, mode = EnumSource.Mode.EXCLUDE, names = "REASONS")
    void its_text_is_the_approved_one(DocumentKind kind) throws IOException {
        var sample = DecisionDocumentSamples.sample(
                switch (kind) {
                    case DEPARTURE_ORDER -> "order, both bans";
                    case ENTRY_BAN -> "ban";
                    default -> "removal, both bans";
                });
        PrintedText document = switch (kind) {
            case DEPARTURE_ORDER, REMOVAL_DECISION, ENTRY_BAN -> sample;
            case FOLLOW_UP,
                    REMOVAL_NOTICE,
                    EMBASSY_REQUEST,
                    ESCORT_SHEET,
                    HAND_OVER,
                    CERTIFICATE,
                    DATA_EXTRACT,
                    REASONS -> form(kind, sample);
        };
        var lines = new ArrayList<>(PdfProof.lines(print(document)));
        for (var language : List.of("en", "ru")) {
            if (FirstTexts.all().containsKey(kind + " " + language)) {
                lines.add("== " + language);
                lines.addAll(
                        PdfProof.lines(print(new TranslationSheet(document, FirstTexts.of(kind, language), language))));
            }
        }

        Approved.compare("document-" + kind.path() + ".txt", lines);
    }

    static byte[] print(PrintedText document) {
        return PRINTER.print(
                switch (document) {
                    case DecisionDocument decision ->
                        PAGES.documentDecision(decision).render();
                    case FormDocument form -> PAGES.documentForm(form).render();
                },
                FACTS);
    }

    private static byte[] print(TranslationSheet sheet) {
        return PRINTER.print(PAGES.documentSheet(sheet).render(), FACTS);
    }

    /** Every part of the kind, with long and missing facts by turns. */
    private static FormDocument form(DocumentKind kind, DecisionDocument sample) {
        var clauses = new ArrayList<Clause>();
        for (var part : kind.parts()) {
            var values = new HashMap<String, Bilingual>();
            part.fields().forEach(field -> values.put(field, new Bilingual("[" + field + "]", "[" + field + "]")));
            var isKnown = part.type() == Part.Type.ROW && clauses.size() % 2 == 0;
            clauses.add(new Clause(
                    part.name(),
                    values,
                    isKnown
                            ? new Bilingual(
                                    sample.person().name(), sample.person().name())
                            : null,
                    part.name().equals("norms") ? sample.reasonParagraphs() : List.of()));
        }
        var isCertificate = kind.isOnRequest();
        var isSigned = kind == DocumentKind.FOLLOW_UP || isCertificate;
        return new FormDocument(
                FirstTexts.latvian(kind),
                sample.issuer(),
                sample.place(),
                isSigned ? sample.number() : null,
                sample.date() == null && isSigned && !isCertificate ? null : DAY,
                isSigned && !isCertificate && sample.isDraft(),
                isCertificate ? sample.person().identified() : sample.person(),
                isCertificate ? List.of() : sample.documents(),
                clauses,
                isSigned ? sample.signatory() : null,
                isSigned && !isCertificate ? sample.preparedBy() : null,
                sample.banner());
    }
}
