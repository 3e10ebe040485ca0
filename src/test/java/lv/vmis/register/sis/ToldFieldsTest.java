package lv.vmis.register.sis;

import static lv.vmis.register.support.DecisionSamples.official;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import lv.vmis.register.kernel.PersonId;
import lv.vmis.register.support.DecisionSamples;
import lv.vmis.register.support.RegisterTest;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** The page of a person's alerts says what SIS was told, when, and what it answered. */
@RegisterTest
class ToldFieldsTest {

    private final MockMvcTester mvc;
    private final DecisionSamples samples;
    private final JdbcClient jdbc;

    ToldFieldsTest(MockMvcTester mvc, DecisionSamples samples, JdbcClient jdbc) {
        this.mvc = mvc;
        this.samples = samples;
        this.jdbc = jdbc;
    }

    private void put(PersonId person, int place, String kind, String body, String answer, String said) {
        samples.reading(() -> jdbc.sql("""
                        insert into outbox (id, correspondent, person_id, place, kind, body, put_by, put_at, next_at, answer, answer_body,
                                            answered_at)
                        values (:id, 'NSIS', :person, :place, :kind, :body, :by, now(), now(), :answer, :said, now())
                        """)
                .param("id", UUID.randomUUID())
                .param("person", person.value())
                .param("place", place)
                .param("kind", kind)
                .param("body", body)
                .param("by", official("inspektore").account())
                .param("answer", answer)
                .param("said", said)
                .update());
    }

    private String page(PersonId person) throws Exception {
        mvc.post()
                .uri("/purpose")
                .with(user(official("inspektore").account().toString()))
                .with(csrf())
                .param("purpose", "FINDING")
                .param("reason", "Pārbaude")
                .param("person", person.toString())
                .param("back", "/")
                .exchange();
        var answer = mvc.get()
                .uri("/persons/" + person + "/sis")
                .with(user(official("inspektore").account().toString()))
                .exchange();
        assertThat(answer).hasStatusOk();
        return answer.getResponse()
                .getContentAsString(StandardCharsets.UTF_8)
                .replaceAll("<[^>]+>", " ")
                .replaceAll("\\s+", " ");
    }

    @Test
    void every_field_that_was_told_stands_in_words_with_the_answer() throws Exception {
        var opened = samples.open(official("inspektore"));
        put(
                opened.person(),
                9001,
                "create",
                """
                <create xmlns="urn:lv:vmis:nsis:1"><refusalAlert><person><surname>Testētājs</surname><forenames>Azizs</forenames>\
                <otherName kind="ALIAS" surname="Viltots" forenames="Jānis"/><birthDate>1990-05-00</birthDate><gender>M</gender>\
                <nationality>UZB</nationality><document category="PASSPORT" country="UZB" number="AA7654321" issuedOn="2020-02-03"/>\
                </person><ban reference="PMLP-A-2026-00077" decidedOn="2026-03-05" authority="PMLP" basis="24(1)(b)" from="2026-03-06" \
                until="2029-03-06"/><action>REFUSE_ENTRY_AND_STAY</action><familyMember>false</familyMember></refusalAlert></create>""",
                "ACCEPTED",
                "<entered xmlns=\"urn:lv:vmis:nsis:1\" alert=\"LV-0000-99\" on=\"2026-03-07\"/>");
        put(
                opened.person(),
                9002,
                "delete",
                "<delete xmlns=\"urn:lv:vmis:nsis:1\" alert=\"LV-0000-99\" why=\"BAN_CANCELLED\"/>",
                "REFUSED",
                "<refused xmlns=\"urn:lv:vmis:nsis:1\" why=\"Numurs nav zināms\"/>");

        assertThat(page(opened.person()))
                .contains(
                        "Uzvārds Testētājs",
                        "Cits vārds Viltots, Jānis",
                        "Uzbekistān",
                        "AA7654321",
                        "03.02.2020.",
                        "Lēmuma numurs PMLP-A-2026-00077",
                        "Pieņemts 05.03.2026.",
                        "24(1)(b)",
                        "No 06.03.2026.",
                        "Līdz 06.03.2029.",
                        "Rīcība Atteikt ieceļošanu un uzturēšanos",
                        "SIS numurs LV-0000-99",
                        "Diena 07.03.2026.",
                        "Iemesls Aizliegums atcelts.",
                        "Iemesls Numurs nav zināms")
                .doesNotContain("[sis.", "urn:lv");
    }
}
