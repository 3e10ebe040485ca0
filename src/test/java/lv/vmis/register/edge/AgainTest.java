package lv.vmis.register.edge;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;

class AgainTest {

    private final MockHttpServletRequest request = new MockHttpServletRequest("POST", "/findings");

    @Test
    void what_was_typed_is_kept_with_its_key() {
        request.addParameter("key", "1");
        request.addParameter("familyName", "Karimov");
        assertThat(Again.of(request)).isNotNull().satisfies(again -> {
            assertThat(again.address()).isEqualTo("/findings");
            assertThat(again.fields())
                    .containsExactlyInAnyOrder(new Again.Field("key", "1"), new Again.Field("familyName", "Karimov"));
        });
    }

    @Test
    void a_secret_is_never_written_into_a_page() {
        request.addParameter("login", "inspektore");
        request.addParameter("password", "demo");
        assertThat(Again.of(request)).isNull();
    }

    @Test
    void a_page_or_a_part_of_one_is_simply_asked_for_again() {
        request.addParameter("text", "Karimov");
        request.addHeader("HX-Request", "true");
        assertThat(Again.of(request)).isNull();
        assertThat(Again.of(new MockHttpServletRequest("GET", "/cases"))).isNull();
    }
}
