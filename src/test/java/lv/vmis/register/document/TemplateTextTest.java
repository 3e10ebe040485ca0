package lv.vmis.register.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TemplateTextTest {

    private static final List<String> FIELDS = List.of("days", "number");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "–",
            value = {
                "Termiņš: {days}. | – | –",
                "Termiņš: {dienas}. | FIELD_UNKNOWN | {dienas}",
                "Termiņš: {}. | FIELD_UNKNOWN | {}",
                "Termiņš: { days }. | FIELD_UNKNOWN | { days }",
                "Termiņš: {days. | BRACE_NOT_CLOSED | Termiņš: {days.",
                "{days {number} | BRACE_NOT_CLOSED | {days {number}",
                "Termiņš: days}. | BRACE_NOT_OPENED | Termiņš: days}."
            })
    void a_text_that_could_not_be_printed_is_named(String text, String code, String shown) {
        var flaws = TemplateText.flaws(text, FIELDS);

        if (code == null) {
            assertThat(flaws).isEmpty();
        } else {
            assertThat(flaws).containsExactly(new TemplateText.Flaw(TemplateRefusal.valueOf(code), shown));
        }
    }

    @Test
    void fields_are_filled_and_one_without_a_value_stays_to_be_seen() {
        assertThat(TemplateText.of("Nr. {number}: {days} dienas").filled(Map.of("number", "7")))
                .isEqualTo("Nr. 7: {days} dienas");
    }

    @Property
    void any_text_is_either_refused_or_printed_as_it_stands(@ForAll String text) {
        if (TemplateText.flaws(text, FIELDS).isEmpty()) {
            assertThat(TemplateText.of(text).filled(Map.of("days", "{days}", "number", "{number}")))
                    .isEqualTo(text);
        } else {
            assertThat(text).containsAnyOf("{", "}");
        }
    }

    @Test
    void the_first_texts_have_every_part_and_name_only_its_fields() {
        assertThat(FirstTexts.all()).hasSize(28);
        for (var texts : FirstTexts.all().values()) {
            assertThat(texts.texts().keySet())
                    .as("%s in %s", texts.kind(), texts.language())
                    .containsExactlyInAnyOrderElementsOf(
                            texts.kind().parts().stream().map(Part::name).toList());
            for (var part : texts.kind().parts()) {
                assertThat(TemplateText.flaws(texts.text(part.name()), part.fields()))
                        .as("%s of %s in %s", part.name(), texts.kind(), texts.language())
                        .isEmpty();
            }
        }
    }
}
