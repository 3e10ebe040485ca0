package lv.vmis.register.edge;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class OwnPathTest {

    @Test
    void a_page_of_the_register_is_gone_back_to() {
        assertThat(OwnPath.of("/cases/1?tab=2#top")).hasToString("/cases/1?tab=2#top");
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "",
                "cases",
                "//evil.example",
                "/\\evil.example",
                "/\t/evil.example",
                "/\n/evil.example",
                "https://evil.example",
                "javascript:alert(1)",
                "/ok%zz",
                "/a b",
                "/x\r\nSet-Cookie: a=b"
            })
    void anything_else_leads_to_the_desktop(String back) {
        assertThat(OwnPath.of(back)).hasToString("/");
    }
}
