package lv.vmis.register.legacy.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.stream.Stream;
import lv.vmis.register.edge.Texts;
import lv.vmis.register.kernel.Language;
import lv.vmis.register.legacy.meaning.ReasonCode;
import lv.vmis.register.legacy.value.RemarkCode;
import org.junit.jupiter.api.Test;

/** Whatever may be found has a text in both languages. */
class FindingCodeTest {

    @Test
    void each_finding_remark_and_reason_has_its_text() throws IOException {
        var texts = new Texts();
        var keys = Stream.of(
                        Stream.of(FindingCode.values()).map(FindingCode::key),
                        Stream.of(RemarkCode.values()).map(RemarkCode::key),
                        Stream.of(ReasonCode.values()).map(ReasonCode::key))
                .flatMap(each -> each)
                .toList();

        assertThat(keys).hasSizeGreaterThan(80).allSatisfy(key -> {
            for (var language : Language.values()) {
                assertThat(texts.has(language, key)).isTrue();
                assertThat(texts.get(language, key, "A", "B", "C", "D", "E")).doesNotContain("{");
            }
        });
    }
}
