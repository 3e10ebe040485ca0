package lv.vmis.register.decision;

import static lv.vmis.register.support.DecisionSamples.as;
import static lv.vmis.register.support.DecisionSamples.done;
import static lv.vmis.register.support.DecisionSamples.official;
import static lv.vmis.register.support.DecisionSamples.order;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Objects;
import java.util.UUID;
import lv.vmis.register.document.ApproveTemplate;
import lv.vmis.register.document.DocumentKind;
import lv.vmis.register.document.DocumentPrinter;
import lv.vmis.register.document.DocumentTemplates;
import lv.vmis.register.document.WriteTemplate;
import lv.vmis.register.edge.PdfPrinter;
import lv.vmis.register.kernel.Actor;
import lv.vmis.register.kernel.RegisterClock;
import lv.vmis.register.support.DecisionSamples;
import lv.vmis.register.support.RegisterTest;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;

/** A decision keeps the texts of its day. */
@RegisterTest
class PrintedVersionTest {

    private static final String NEW = "Saturs man izskaidrots pa jaunam.";

    private final DecisionSamples samples;
    private final PrintedDecisions printed;
    private final DecisionDocuments documents;
    private final DocumentPrinter printer;
    private final Decisions decisions;
    private final DocumentTemplates templates;
    private final WriteTemplate write;
    private final ApproveTemplate approve;
    private final Clock clock;
    private final Actor inspector = official("inspektore");
    private final Actor decider = official("vrs.vaditajs");
    private final Actor administrator = official("administrators");
    private final Actor steward = official("parzine");

    PrintedVersionTest(
            DecisionSamples samples,
            PrintedDecisions printed,
            DecisionDocuments documents,
            DocumentPrinter printer,
            Decisions decisions,
            DocumentTemplates templates,
            WriteTemplate write,
            ApproveTemplate approve,
            Clock clock) {
        this.samples = samples;
        this.printed = printed;
        this.documents = documents;
        this.printer = printer;
        this.decisions = decisions;
        this.templates = templates;
        this.write = write;
        this.approve = approve;
        this.clock = clock;
    }

    @Test
    void a_signed_decision_is_printed_with_the_texts_of_its_day_byte_for_byte() throws Exception {
        var before = samples.signed(order(), inspector, decider).decision();
        var file = kept(before);

        var today = LocalDate.now(clock);
        var texts = new HashMap<>(samples.reading(() -> templates.latvian(DocumentKind.DEPARTURE_ORDER, today))
                .texts());
        texts.put("served", NEW);
        var version = as(
                administrator,
                () -> done(write.run(
                        new WriteTemplate.Input(
                                DocumentKind.DEPARTURE_ORDER, "lv", null, null, today.plusDays(1), texts),
                        administrator)));
        as(steward, () -> done(approve.run(new ApproveTemplate.Input(version), steward)));
        var nextWeek =
                today.plusDays(7).atTime(10, 0).atZone(RegisterClock.RIGA).toInstant();

        var again = RegisterClock.at(
                nextWeek,
                () -> samples.reading(() -> printer.print(
                        documents.of(decisions.find(before).orElseThrow(), decider),
                        new PdfPrinter.Facts(
                                before,
                                Objects.requireNonNull(
                                        decisions.find(before).orElseThrow().signedAt())))));
        assertThat(again).isEqualTo(file);
        assertThat(RegisterClock.at(nextWeek, () -> kept(before))).isEqualTo(file);
        var later = RegisterClock.at(
                nextWeek, () -> samples.signed(order(), inspector, decider).decision());
        assertThat(text(kept(later))).contains(NEW);
        assertThat(text(file)).doesNotContain(NEW);
    }

    @Test
    void a_decision_has_its_translation_sheets() throws Exception {
        var id = samples.signed(order(), inspector, decider).decision();

        assertThat(text(sheet(id, "en"))).contains("Departure order", "Aziz", "Uzbekistan", "Term in days");
        assertThat(text(sheet(id, "ru"))).contains("Распоряжение о выезде", "Срок в днях");
        assertThat(samples.reading(() -> printed.sheet(decisions.find(id).orElseThrow(), "vi")))
                .isEmpty();
    }

    private byte[] sheet(UUID id, String language) {
        return samples.reading(
                () -> printed.sheet(decisions.find(id).orElseThrow(), language).orElseThrow());
    }

    private byte[] kept(UUID decision) {
        return samples.reading(() -> printed.kept(decision).orElseThrow());
    }

    private static String text(byte[] pdf) throws Exception {
        try (var read = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(read).replaceAll("\\s+", " ");
        }
    }
}
