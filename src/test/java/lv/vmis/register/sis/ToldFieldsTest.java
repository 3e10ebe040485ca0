package lv.vmis.register.sis;

import static lv.vmis.register.support.DecisionSamples.official;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import java.nio.charset.StandardCharsets;
import java.sql.Types;
import java.time.Clock;
import java.util.UUID;
import lv.vmis.register.exchange.Correspondent;
import lv.vmis.register.exchange.Received;
import lv.vmis.register.exchange.Taken;
import lv.vmis.register.exchange.Xml;
import lv.vmis.register.kernel.Ids;
import lv.vmis.register.kernel.PersonId;
import lv.vmis.register.support.DecisionSamples;
import lv.vmis.register.support.RegisterTest;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** The page of a person's alerts says what SIS was told, when, and what it answered. */
@RegisterTest
class ToldFieldsTest {

    private final MockMvcTester mvc;
    private final DecisionSamples samples;
    private final NsisCorrespondence nsis;
    private final JdbcClient jdbc;
    private final Clock clock;

    ToldFieldsTest(MockMvcTester mvc, DecisionSamples samples, NsisCorrespondence nsis, JdbcClient jdbc, Clock clock) {
        this.mvc = mvc;
        this.samples = samples;
        this.nsis = nsis;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    private UUID put(PersonId person, int place, String kind, String body, String answer, @Nullable String said) {
        var id = Ids.next();
        samples.reading(() -> jdbc.sql("""
                        insert into outbox (id, correspondent, person_id, place, kind, body, put_by, put_at, next_at, answer, answer_body,
                                            answered_at)
                        values (:id, 'NSIS', :person, :place, :kind, :body, :by, now(), now(), :answer, :said, now())
                        """)
                .param("id", id)
                .param("person", person.value())
                .param("place", place)
                .param("kind", kind)
                .param("body", body)
                .param("by", official("inspektore").account())
                .param("answer", answer)
                .param("said", said, Types.VARCHAR)
                .update());
        return id;
    }

    /** As the line takes it: kept, understood, and marked with what came of it. */
    private Taken tell(String kind, String body) {
        var id = Ids.next();
        assertThat(Xml.fault(body, nsis.schema())).isEmpty();
        return samples.reading(() -> {
            jdbc.sql("""
                            insert into inbox (key, correspondent, id, kind, body, came_at, taken)
                            values (:key, 'NSIS', :id, :kind, :body, clock_timestamp(), 'NOT_UNDERSTOOD')
                            """)
                    .param("key", id)
                    .param("id", id.toString())
                    .param("kind", kind)
                    .param("body", body)
                    .update();
            var taken = nsis.received(
                    new Received(Correspondent.NSIS, id.toString(), kind, body, clock.instant()), official("lietvede"));
            jdbc.sql("update inbox set taken = :taken where key = :key")
                    .param("taken", taken.name())
                    .param("key", id)
                    .update();
            return taken;
        });
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

    @Test
    void what_n_sis_says_later_stands_beside_what_it_answers_and_the_last_counts() throws Exception {
        var person = samples.open(official("inspektore")).person();
        var delete = "<delete xmlns=\"urn:lv:vmis:nsis:1\" alert=\"LV-0000-98\" why=\"BAN_CANCELLED\"/>";
        var accepted = put(person, 9001, "delete", delete, "ACCEPTED", null);
        var kept = put(person, 9002, "delete", delete, "PENDING", null);
        var asked = put(person, 9003, "consult", """
                <consult xmlns="urn:lv:vmis:nsis:1" kind="PERMIT_HELD" state="POL" subject="RP-1"><person><surname>Testētājs</surname>\
                <birthDate>1990-05-00</birthDate><gender>M</gender></person></consult>""", "ACCEPTED", null);
        assertThat(page(person))
                .contains("dzēšana: tiek izskatīts", "dzēšana: pieņemts")
                .doesNotContain("atteikts", "vēlākā atbilde");

        // No alert waits for them: nothing follows, and what was said is shown all the same.
        var decided = "<decided xmlns=\"urn:lv:vmis:nsis:1\" message=\"%s\" on=\"2026-03-08\"/>";
        var refused =
                "<decided xmlns=\"urn:lv:vmis:nsis:1\" message=\"%s\" on=\"2026-03-09\" refused=\"Kļūda kategorijā\"/>";
        assertThat(tell("decided", refused.formatted(accepted))).isEqualTo(Taken.NOT_FOR_US);
        tell("decided", refused.formatted(kept));
        tell("decided", decided.formatted(kept));
        tell(
                "outcome",
                "<outcome xmlns=\"urn:lv:vmis:nsis:1\" consultation=\"%s\" answer=\"MORE_TIME\" on=\"2026-03-09\"/>"
                        .formatted(asked));
        tell("decided", decided.formatted("kāds cits"));

        assertThat(page(person))
                .containsOnlyOnce("Atteikuma iemesls Kļūda kategorijā")
                .contains("Diena 08.03.2026.", "Atbilde Lūgts vairāk laika", "N.SIS vēlākā atbilde pieņemts,")
                .containsSubsequence("valstij: Lūgts vairāk laika", "dzēšana: pieņemts", "dzēšana: atteikts")
                .doesNotContain("dzēšana: tiek izskatīts", asked.toString(), "[sis.");
    }
}
