package lv.vmis.register.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import lv.vmis.register.support.AtOnce;
import org.apache.pdfbox.Loader;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Every kind of decision, form and translation sheet with every data set, which takes too long for every build:
 * {@code ./register prove documents}. It prints the line of the table in docs/proofs.md.
 */
class DocumentsProof {

    private static final List<DocumentKind> DECISIONS =
            List.of(DocumentKind.DEPARTURE_ORDER, DocumentKind.REMOVAL_DECISION, DocumentKind.ENTRY_BAN);

    private static final AtomicInteger PRINTED = new AtomicInteger();
    private static final AtomicInteger WITHOUT_FAULT = new AtomicInteger();
    private static final AtomicInteger PAGES = new AtomicInteger();
    private static final long BEGUN = System.nanoTime();

    @TestFactory
    Stream<DynamicTest> every_kind_is_valid_with_every_data_set() {
        var names = List.copyOf(
                DecisionDocumentSamples.samples(DocumentKind.DEPARTURE_ORDER).keySet());
        assertThat(names).hasSizeGreaterThanOrEqualTo(20);
        var decisions = DECISIONS.stream()
                .flatMap(kind -> DecisionDocumentSamples.samples(kind).entrySet().stream()
                        .map(sample -> named(
                                kind + ", " + sample.getKey(),
                                () -> decision(kind + " " + sample.getKey(), sample.getValue()))));
        var forms = FormDocumentTest.FORMS.stream()
                .flatMap(kind -> DecisionDocumentSamples.samples(DocumentKind.REMOVAL_DECISION).entrySet().stream()
                        .map(sample -> named(
                                kind + ", " + sample.getKey(),
                                () -> FormDocumentTest.form(kind, sample.getKey(), sample.getValue()))));
        var sheets = FormDocumentTest.translations().stream()
                .flatMap(texts -> names.stream()
                        .map(name -> named(
                                "sheet of %s in %s, %s".formatted(texts.kind(), texts.language(), name),
                                () -> FormDocumentTest.sheet(texts, name))));
        return AtOnce.run(Stream.of(decisions, forms, sheets).flatMap(all -> all));
    }

    private static byte[] decision(String name, DecisionDocument sample) throws Exception {
        var pdf = FormDocumentTest.print(sample);
        PdfProof.keep(name, pdf);
        assertThat(PdfProof.faults(pdf)).isEmpty();
        assertThat(PdfProof.misplaced(pdf)).isEmpty();
        assertThat(PdfProof.text(pdf).replace(" ", ""))
                .contains(
                        sample.person().name().replace(" ", ""),
                        sample.heading().replace(" ", ""))
                .doesNotContain("{", "#");
        return pdf;
    }

    private static AtOnce.Named named(String name, Callable<byte[]> print) {
        return new AtOnce.Named(name, () -> {
            PRINTED.incrementAndGet();
            try (var pdf = Loader.loadPDF(print.call())) {
                PAGES.addAndGet(pdf.getNumberOfPages());
            }
            WITHOUT_FAULT.incrementAndGet();
        });
    }

    @AfterAll
    static void tell() {
        System.out.printf(
                "| %s | %d decisions, %d forms, %d translations | %d | %d | %d | %d | %d s |%n",
                LocalDate.now(ZoneId.of("Europe/Riga")),
                DECISIONS.size(),
                FormDocumentTest.FORMS.size(),
                FormDocumentTest.translations().size(),
                DecisionDocumentSamples.samples(DocumentKind.DEPARTURE_ORDER).size(),
                PRINTED.get(),
                PAGES.get(),
                PRINTED.get() - WITHOUT_FAULT.get(),
                (System.nanoTime() - BEGUN) / 1_000_000_000);
    }
}
