package lv.vmis.register.edge;

import static org.assertj.core.api.Assertions.assertThat;

import gg.jte.models.runtime.JteModel;
import java.util.Objects;
import lv.vmis.register.support.RegisterTest;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.http.ResponseEntity;
import org.springframework.mock.web.MockHttpServletRequest;

@RegisterTest
class ErrorPagesTest {

    private final ErrorPages pages;

    ErrorPagesTest(ErrorPages pages) {
        this.pages = pages;
    }

    @Test
    void who_lost_a_race_can_send_what_he_typed_once_more() {
        var request = new MockHttpServletRequest("POST", "/findings");
        request.addParameter("circumstances", "Ilgi rakstīts.");
        var answer = pages.conflict(new DataIntegrityViolationException("lost"), request);
        assertThat(answer.getStatusCode().value()).isEqualTo(409);
        assertThat(html(answer))
                .contains("action=\"/findings\"", "value=\"Ilgi rakstīts.\"", "Sūtīt vēlreiz")
                .doesNotContain("kad datubāze atkal darbojas");
    }

    @Test
    void a_page_that_could_not_be_read_is_asked_for_again_where_it_was() {
        var request = new MockHttpServletRequest("GET", "/cases");
        request.setQueryString("state=open");
        var answer = pages.databaseLost(new DataAccessResourceFailureException("lost"), request);
        assertThat(answer.getStatusCode().value()).isEqualTo(503);
        assertThat(html(answer))
                .contains("href=\"/cases?state=open\"", "Mēģināt vēlreiz", "Uz darbvirsmu")
                .doesNotContain("Pieslēgties");
    }

    @Test
    void who_comes_while_the_register_starts_sees_how_far_it_is_and_loses_nothing() {
        var looked = pages.notReady(new NotReady(1_200, 34_000), new MockHttpServletRequest("GET", "/persons"));
        assertThat(looked.getStatusCode().value()).isEqualTo(503);
        assertThat(looked.getHeaders().getFirst("Retry-After")).isEqualTo("3");
        assertThat(looked.getHeaders().getFirst("Refresh")).isEqualTo("3");
        assertThat(html(looked)).contains("max=\"34000\" value=\"1200\"");

        var request = new MockHttpServletRequest("POST", "/findings");
        request.addParameter("circumstances", "Ilgi rakstīts.");
        var typed = pages.notReady(new NotReady(0, 0), request);
        assertThat(typed.getHeaders().getFirst("Refresh"))
                .as("a form is not sent by itself")
                .isNull();
        assertThat(html(typed)).contains("value=\"Ilgi rakstīts.\"").doesNotContain("<progress");
    }

    private static String html(ResponseEntity<?> answer) {
        return ((JteModel) Objects.requireNonNull(answer.getBody())).render();
    }
}
