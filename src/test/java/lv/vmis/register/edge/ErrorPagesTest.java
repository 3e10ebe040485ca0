package lv.vmis.register.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gg.jte.models.runtime.JteModel;
import java.util.Objects;
import lv.vmis.register.support.RegisterTest;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@RegisterTest
class ErrorPagesTest {

    private final ErrorPages pages;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    ErrorPagesTest(ErrorPages pages, JdbcClient jdbc, PlatformTransactionManager transactions) {
        this.pages = pages;
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
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
    void what_takes_too_long_is_given_up_and_said_so() {
        var request = new MockHttpServletRequest("GET", "/persons");
        assertThatThrownBy(() -> transaction.executeWithoutResult(_ -> {
                    jdbc.sql("select set_config('statement_timeout', '50', true)")
                            .query(String.class)
                            .single();
                    jdbc.sql("select pg_sleep(5)").query().listOfRows();
                }))
                .isInstanceOfSatisfying(
                        QueryTimeoutException.class,
                        givenUp -> assertThat(html(pages.tooLong(givenUp, request)))
                                .contains("Atbilde prasītu pārāk ilgu laiku", "Norādiet sīkāk"));
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
