package lv.vmis.register.document;

import static lv.vmis.register.support.DecisionSamples.as;
import static lv.vmis.register.support.DecisionSamples.done;
import static lv.vmis.register.support.DecisionSamples.official;
import static lv.vmis.register.support.DecisionSamples.refusals;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.UUID;
import lv.vmis.register.kernel.Actor;
import lv.vmis.register.kernel.Outcome;
import lv.vmis.register.kernel.Refusal;
import lv.vmis.register.support.DecisionSamples;
import lv.vmis.register.support.RegisterTest;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Versions of templates on the real database: written by one official, approved by another, printed from a later day on. */
@RegisterTest
class TemplatesTest {

    private final DecisionSamples samples;
    private final DocumentTemplates templates;
    private final InventedDocuments invented;
    private final WriteTemplate write;
    private final ApproveTemplate approve;
    private final DeclineTemplate decline;
    private final JdbcClient jdbc;
    private final LocalDate today;
    private final Actor administrator = official("administrators");
    private final Actor steward = official("parzine");

    TemplatesTest(
            DecisionSamples samples,
            DocumentTemplates templates,
            InventedDocuments invented,
            WriteTemplate write,
            ApproveTemplate approve,
            DeclineTemplate decline,
            JdbcClient jdbc,
            Clock clock) {
        this.samples = samples;
        this.templates = templates;
        this.invented = invented;
        this.write = write;
        this.approve = approve;
        this.decline = decline;
        this.jdbc = jdbc;
        this.today = LocalDate.now(clock);
    }

    @Test
    void a_version_is_printed_from_its_day_on_once_another_official_approved_it() {
        var id = done(written(DocumentKind.ESCORT_SHEET, "lv", "title", "Konvojēšanas lapa"));
        assertThat(title(DocumentKind.ESCORT_SHEET, today.plusDays(1))).isEqualTo("Konvoja lapa");
        assertThat(refusals(written(DocumentKind.ESCORT_SHEET, "lv", "title", "Cita lapa")))
                .containsExactly("ALREADY_WAITING");
        assertThat(refusals(approved(id, administrator))).containsExactly("FOUR_EYES");

        done(approved(id, steward));

        assertThat(title(DocumentKind.ESCORT_SHEET, today)).isEqualTo("Konvoja lapa");
        assertThat(title(DocumentKind.ESCORT_SHEET, today.plusDays(1))).isEqualTo("Konvojēšanas lapa");
        assertThat(refusals(approved(id, steward))).containsExactly("ALREADY_ANSWERED");
        assertThat(samples.entries(id, WriteTemplate.class)).isOne();
        assertThat(samples.entries(id, ApproveTemplate.class)).isOne();
        var found = samples.reading(() -> templates.find(id).orElseThrow());
        assertThat(found.version()).isEqualTo(2);
        assertThat(found.stateOn(today, List.of(found))).isEqualTo(DocumentTemplate.State.COMING);
    }

    @Test
    void an_unknown_field_and_an_open_brace_are_refused_by_name() {
        var outcome = written(DocumentKind.REMOVAL_NOTICE, "lv", "starts", "Sāksies {kad} {starts_at}.");

        assertThat(outcome)
                .isEqualTo(Outcome.refused(List.of(
                        Refusal.at("starts", TemplateRefusal.FIELD_UNKNOWN, "{kad}", "{starts_on}, {starts_at}"))));
        assertThat(refusals(written(DocumentKind.REMOVAL_NOTICE, "lv", "starts", "Sāksies {starts_on")))
                .containsExactly("BRACE_NOT_CLOSED");
        assertThat(refusals(written(DocumentKind.REMOVAL_NOTICE, "lv", "title", " ")))
                .containsExactly("REQUIRED");
        assertThat(refusals(written(DocumentKind.REMOVAL_NOTICE, "lv", "title", "通知")))
                .containsExactly("UNPRINTABLE");
        assertThat(refusals(written(DocumentKind.REMOVAL_NOTICE, "xx", "title", "Notice")))
                .containsExactly("NOT_IN_LIST");
        var texts = samples.reading(() -> templates.latvian(DocumentKind.REMOVAL_NOTICE, today))
                .texts();
        assertThat(refusals(as(
                        administrator,
                        () -> write.run(
                                new WriteTemplate.Input(DocumentKind.REMOVAL_NOTICE, "lv", null, null, today, texts),
                                administrator))))
                .containsExactly("FROM_TOMORROW");
    }

    @Test
    void who_wrote_it_may_take_it_back() {
        var id = done(written(DocumentKind.HAND_OVER, "ru", "title", "Передаточный акт"));

        done(as(administrator, () -> decline.run(new DeclineTemplate.Input(id, "Kļūda"), administrator)));

        assertThat(refusals(approved(id, steward))).containsExactly("ALREADY_ANSWERED");
        done(written(DocumentKind.HAND_OVER, "ru", "title", "Акт о передаче"));
    }

    @Test
    void every_version_can_be_seen_on_an_invented_person() throws Exception {
        for (var template : samples.reading(templates::all)) {
            var pdf = samples.reading(() -> invented.print(template, today));
            assertThat(PdfProof.text(pdf))
                    .as("%s", template.id())
                    .contains("PARAUGA")
                    .doesNotContain("{");
            PdfProof.keep("preview " + template.kind() + " " + template.language(), pdf);
        }
    }

    @Test
    void reasons_are_offered_by_legal_basis() {
        var offered = samples.reading(() -> templates.reasons(List.of("IL2002-46-1-1", "IL2002-41-1"), today));

        assertThat(offered).extracting(DocumentTemplate::legalBasis).containsExactly("IL2002-46-1-1", "IL2002-41-1");
    }

    @Test
    void the_database_holds_four_eyes_the_later_day_and_what_was_written() {
        var id = done(written(DocumentKind.EMBASSY_REQUEST, "lv", "title", "Lūgums"));
        broken(
                "document_template_four_eyes",
                "update document_template set approved_by = written_by, approved_at = now() where id = :id",
                id);
        broken(
                "document_template_from_later_day",
                "update document_template set approved_by = gen_random_uuid(), approved_at = now() + interval '2 days' where id = :id",
                id);
        broken("document_template_stays", "update document_template set texts = '{\"a\": \"b\"}' where id = :id", id);
        broken("document_template_stays", "update document_template set valid_from = '2020-01-01' where id = :id", id);
        broken(
                "document_template_declined_whole",
                "update document_template set declined_at = now() where id = :id",
                id);
        broken("document_template_one_waiting", """
                insert into document_template (id, kind, language, version, valid_from, texts, certainty, written_by, written_at)
                select gen_random_uuid(), kind, language, 99, valid_from, texts, certainty, written_by, written_at
                  from document_template
                 where id = :id
                """, id);
        done(approved(id, steward));
        broken("document_template_stays", "update document_template set declined_at = now() where id = :id", id);
    }

    private void broken(String constraint, String sql, UUID id) {
        assertThatThrownBy(() ->
                        samples.reading(() -> jdbc.sql(sql).param("id", id).update()))
                .as(constraint)
                .rootCause()
                .hasMessageContaining(constraint.equals("document_template_stays") ? "never changed" : constraint);
    }

    private Outcome<UUID> written(DocumentKind kind, String language, String part, String text) {
        var texts = new HashMap<>(
                samples.reading(() -> templates.latvian(kind, today)).texts());
        texts.put(part, text);
        return as(
                administrator,
                () -> write.run(
                        new WriteTemplate.Input(kind, language, null, null, today.plusDays(1), texts), administrator));
    }

    private Outcome<UUID> approved(UUID id, Actor by) {
        return as(by, () -> approve.run(new ApproveTemplate.Input(id), by));
    }

    private String title(DocumentKind kind, LocalDate day) {
        return samples.reading(() -> templates.latvian(kind, day)).text("title");
    }
}
