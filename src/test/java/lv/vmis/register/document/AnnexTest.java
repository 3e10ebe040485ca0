package lv.vmis.register.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import lv.vmis.register.support.DecisionSamples;
import lv.vmis.register.support.RegisterTest;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** The annex of an agreement says what the API is held to, and is fit for the archive. */
@RegisterTest
class AnnexTest {

    private final MockMvcTester mvc;

    AnnexTest(MockMvcTester mvc) {
        this.mvc = mvc;
    }

    @Test
    void the_annex_says_what_is_agreed_and_keeps_both_standards() throws Exception {
        var pdf = printed("VID-2026-1");
        PdfProof.keep("annex", pdf);
        assertThat(PdfProof.faults(pdf)).isEmpty();
        assertThat(PdfProof.misplaced(pdf)).isEmpty();
        assertThat(PdfProof.text(pdf))
                .contains("VID-2026-1", "Muitas pārvalde", "14. punkts", "Vienas personas pārbaude", "Turpmākā rīcība")
                .contains("Kriminālprocess (CRIMINAL)", "2000", "no 07:00 līdz 20:00", "10.20.0.0/16", "tālr. 67000001")
                .doesNotContain("Daudzu personu", "Aizlieguma pirmā");
        assertThat(PdfProof.text(printed("VP-2026-1"))).contains("Valsts policijas demonstrācijas sistēma");
    }

    private byte[] printed(String number) {
        var by = DecisionSamples.official("parzine").account().toString();
        return mvc.get()
                .uri("/agreements/" + number + "/annex.pdf")
                .with(user(by))
                .exchange()
                .getResponse()
                .getContentAsByteArray();
    }
}
