package lv.vmis.register.edge;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import lv.vmis.register.kernel.RegisterClock;
import lv.vmis.register.support.RegisterTest;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

@RegisterTest
class ApiVersionsTest {

    private final Problems problems;

    ApiVersionsTest(Problems problems) {
        this.problems = problems;
    }

    private MockHttpServletResponse answer(String path, String now) throws Exception {
        var ages = new ApiVersions.Ages(
                LocalDate.of(2027, 3, 28), LocalDate.of(2027, 10, 31), "https://register.example/v2");
        var filter = new ApiVersions(
                new ApiVersions.Settings(Map.of("v1", ages)),
                problems,
                Clock.fixed(Instant.parse(now), RegisterClock.RIGA));
        var response = new MockHttpServletResponse();
        filter.doFilter(new MockHttpServletRequest("GET", path), response, new MockFilterChain());
        return response;
    }

    @Test
    void an_old_version_says_until_when_it_answers_and_then_does_not() throws Exception {
        // Both days are days of Riga: the clocks go forward on the first and back on the second.
        var last = answer("/api/v1/checks", "2027-10-31T21:59:59Z");
        assertThat(last.getStatus()).isEqualTo(200);
        assertThat(last.getHeader("Deprecation"))
                .isEqualTo("@" + Instant.parse("2027-03-27T22:00:00Z").getEpochSecond());
        assertThat(last.getHeader("Sunset")).isEqualTo("Sun, 31 Oct 2027 22:00:00 GMT");
        assertThat(last.getHeader("Link")).isEqualTo("<https://register.example/v2>; rel=\"deprecation\"");

        var after = answer("/api/v1/checks", "2027-10-31T22:00:00Z");
        assertThat(after.getStatus()).isEqualTo(410);
        assertThat(after.getContentAsString()).contains("urn:vmis:register:problem:version-ended");
    }

    @Test
    void a_version_of_which_nothing_was_decided_says_nothing() throws Exception {
        var other = answer("/api/v2/checks", "2030-01-01T00:00:00Z");
        assertThat(other.getStatus()).isEqualTo(200);
        assertThat(other.getHeaderNames()).isEmpty();
    }
}
