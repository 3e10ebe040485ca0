package lv.vmis.register.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import lv.vmis.pages.StaticTemplates;
import lv.vmis.register.edge.PdfPrinter;
import lv.vmis.register.legacy.reconciling.OldRegisterDocument;
import lv.vmis.register.legacy.reconciling.OldRegisterDocument.Counted;
import lv.vmis.register.legacy.reconciling.OldRegisterDocument.Kind;
import lv.vmis.register.support.Approved;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is printed about the end of an old register keeps both standards and says the approved words. */
class OldRegisterDocumentTest {

    private static final String HASH = "0123456789abcdef".repeat(4);

    @ParameterizedTest
    @EnumSource(Kind.class)
    void it_is_accessible_fit_for_the_archive_and_says_the_approved_words(Kind kind) throws Exception {
        var pdf = print(kind, true);

        PdfProof.keep("old-register " + kind, pdf);
        assertThat(PdfProof.faults(pdf)).isEmpty();
        assertThat(PdfProof.misplaced(pdf)).isEmpty();
        assertThat(PdfProof.text(pdf)).doesNotContain("Projekts", "nesakrīt");
        Approved.compare(
                "document-old-register-" + kind.name().toLowerCase(java.util.Locale.ROOT) + ".txt",
                PdfProof.lines(pdf));
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void it_says_that_it_is_a_draft_and_that_rows_do_not_add_up(Kind kind) throws Exception {
        assertThat(PdfProof.text(print(kind, false)))
                .contains("vēl nav pieņēmušas", "iznākums ir mainījies", "rindu skaits nesakrīt")
                .doesNotContain("apliecina");
    }

    private static byte[] print(Kind kind, boolean isRight) {
        var document = new OldRegisterDocument(
                kind,
                DecisionDocumentSamples.sample("order, both bans").issuer(),
                "Rīgā",
                4,
                kind == Kind.REORGANISATION ? "Ieceļošanas aizliegumu reģistrs" : "Nelegālās imigrācijas reģistrs",
                kind == Kind.REORGANISATION
                        ? "Ministru kabineta 2005. gada noteikumi Nr. 605"
                        : "Ministru kabineta 2008. gada noteikumi Nr. 502",
                LocalDate.of(2026, 11, 23),
                "22.11.2026. 18:40",
                isRight,
                isRight,
                isRight,
                List.of(
                        new Counted("Saņemtās rindas", "120 000"),
                        new Counted("Pārņemtas", "66 000"),
                        new Counted("Noraidītas", "54 000")),
                List.of(new Counted("glabāšanas termiņš beidzies", "50 000"), new Counted("nezināma iestāde", "4 000")),
                List.of(new Counted("Personas", "66 000"), new Counted("Dokumenti", "91 234")),
                List.of(
                        new OldRegisterDocument.Years("2023", "70 000", "40 000", "30 000"),
                        new OldRegisterDocument.Years("nav nolasāms", "50 000", "26 000", "24 000")),
                List.of(
                        new OldRegisterDocument.Field("Uzvārds", "66 000", "66 000", "12", "0"),
                        new OldRegisterDocument.Field("Dokumentu numuri", "65 000", "65 001", "1", "0")),
                List.of(
                        new OldRegisterDocument.Step("Pārņemšana sākta", "Anna Bērziņa", "01.11.2026. 09:00"),
                        new OldRegisterDocument.Step("Ielāde apstiprināta", "Jānis Kalniņš", "02.11.2026. 10:30"),
                        new OldRegisterDocument.Step("Pārņemšanu pieņēma Valsts robežsardze", null, null)),
                List.of(
                        new OldRegisterDocument.File("aizliegumi 2003-2008.csv", "60 000", HASH, HASH),
                        new OldRegisterDocument.File(
                                "ļoti-gars-nosaukums-bez-atstarpēm-kas-neietilpst-vienā-rindā-2009-2015.xlsx",
                                "60 000",
                                HASH,
                                HASH)),
                null);
        return new PdfPrinter()
                .print(
                        new StaticTemplates().documentOldRegister(document).render(),
                        new PdfPrinter.Facts(
                                UUID.fromString("019ab000-0000-7000-8000-000000000012"),
                                Instant.parse("2026-11-23T07:40:00Z")));
    }
}
