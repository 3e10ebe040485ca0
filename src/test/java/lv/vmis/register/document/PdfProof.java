package lv.vmis.register.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;

/** What a printed file is held to: both standards, its text, and where on the page it stands. */
final class PdfProof {

    private PdfProof() {}

    private static final List<PDFAFlavour> STANDARDS = List.of(PDFAFlavour.PDFA_2_A, PDFAFlavour.PDFUA_1);

    /** What veraPDF objects to, in both standards: the file is read once and held to both. */
    static List<String> faults(byte[] pdf) throws Exception {
        VeraGreenfieldFoundryProvider.initialise();
        var faults = new ArrayList<String>();
        try (var parser =
                        Foundries.defaultInstance().createParser(new ByteArrayInputStream(pdf), STANDARDS.getFirst());
                var validator = Foundries.defaultInstance().createValidator(STANDARDS)) {
            var results = validator.validateAll(parser);
            assertThat(results)
                    .as("standards tried")
                    .extracting(ValidationResult::getPDFAFlavour)
                    .containsExactlyElementsOf(STANDARDS);
            for (var result : results) {
                var flavour = result.getPDFAFlavour();
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

    static String text(byte[] pdf) throws IOException {
        try (var read = Loader.loadPDF(pdf)) {
            return text(read, 0);
        }
    }

    /** Lines are joined, so that an assertion does not depend on where one ends. */
    static String text(PDDocument pdf, int page) throws IOException {
        var stripper = new PDFTextStripper();
        if (page > 0) {
            stripper.setStartPage(page);
            stripper.setEndPage(page);
        }
        return stripper.getText(pdf).replaceAll("\\s+", " ");
    }

    /** The text line by line, for a file to approve. */
    static List<String> lines(byte[] pdf) throws IOException {
        try (var read = Loader.loadPDF(pdf)) {
            return new PDFTextStripper()
                    .getText(read)
                    .lines()
                    .map(String::stripTrailing)
                    .toList();
        }
    }

    /** Letters that stand outside the page or on top of each other. */
    static List<String> misplaced(byte[] pdf) throws IOException {
        var faults = new ArrayList<String>();
        try (var read = Loader.loadPDF(pdf)) {
            for (var page = 1; page <= read.getNumberOfPages(); page++) {
                var letters = new Letters();
                letters.setStartPage(page);
                letters.setEndPage(page);
                letters.getText(read);
                var box = read.getPage(page - 1).getMediaBox();
                for (var one : letters.found) {
                    if (one.getXDirAdj() < 20
                            || one.getXDirAdj() + one.getWidthDirAdj() > box.getWidth() - 20
                            || one.getYDirAdj() - one.getHeightDir() < 10
                            || one.getYDirAdj() > box.getHeight() - 10) {
                        faults.add("page %d: %s outside".formatted(page, shown(one)));
                    }
                }
                faults.addAll(overlaps(letters.found, page));
            }
        }
        return faults;
    }

    private static List<String> overlaps(List<TextPosition> letters, int page) {
        var faults = new ArrayList<String>();
        var downwards = letters.stream()
                .sorted(Comparator.comparing(TextPosition::getYDirAdj))
                .toList();
        for (var i = 0; i < downwards.size(); i++) {
            var one = downwards.get(i);
            for (var j = i + 1; j < downwards.size(); j++) {
                var other = downwards.get(j);
                if (other.getYDirAdj() - one.getYDirAdj() >= 5) {
                    break;
                }
                var common =
                        Math.min(one.getXDirAdj() + one.getWidthDirAdj(), other.getXDirAdj() + other.getWidthDirAdj())
                                - Math.max(one.getXDirAdj(), other.getXDirAdj());
                if (common > 0.4 * Math.min(one.getWidthDirAdj(), other.getWidthDirAdj())) {
                    faults.add("page %d: %s over %s".formatted(page, shown(one), shown(other)));
                }
            }
        }
        return faults;
    }

    private static String shown(TextPosition letter) {
        return "'%s' at %.0f, %.0f".formatted(letter.getUnicode(), letter.getXDirAdj(), letter.getYDirAdj());
    }

    /** Leaves a printed file beside the test reports, to be looked at. */
    static void keep(String name, byte[] pdf) throws IOException {
        var folder = Files.createDirectories(Path.of("target", "documents"));
        Files.write(folder.resolve(name.replaceAll("\\W+", "-") + ".pdf"), pdf);
    }

    /** Joined and combining letters, which stand on each other by nature, are left out. */
    private static final class Letters extends PDFTextStripper {
        private final List<TextPosition> found = new ArrayList<>();

        private Letters() {
            setSuppressDuplicateOverlappingText(false);
        }

        @Override
        protected void processTextPosition(TextPosition text) {
            super.processTextPosition(text);
            var letter = text.getUnicode().codePointAt(0);
            var script = Character.UnicodeScript.of(letter);
            if (!Character.isWhitespace(letter)
                    && text.getWidthDirAdj() > 0.5
                    && script != Character.UnicodeScript.ARABIC
                    && script != Character.UnicodeScript.INHERITED) {
                found.add(text);
            }
        }
    }
}
