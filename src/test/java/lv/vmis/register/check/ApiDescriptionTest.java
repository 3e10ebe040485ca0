package lv.vmis.register.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import lv.vmis.register.support.RegisterTest;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@RegisterTest
class ApiDescriptionTest {

    private static final Path APPROVED = Path.of("src/test/resources/openapi.json");

    private final MockMvcTester mvc;

    ApiDescriptionTest(MockMvcTester mvc) {
        this.mvc = mvc;
    }

    /** After an intended change: {@code ./register test -Dtest=ApiDescriptionTest -Dapprove}. */
    @Test
    void the_description_is_the_approved_one() throws IOException {
        var answer = mvc.get().uri("/api/v1/openapi.json").exchange();
        assertThat(answer).hasStatus(200);
        var described = answer.getResponse()
                        .getContentAsString(java.nio.charset.StandardCharsets.UTF_8)
                        .strip() + "\n";
        if (System.getProperty("approve") != null) {
            Files.writeString(APPROVED, described);
        }
        assertThat(described).isEqualTo(Files.readString(APPROVED));
    }

    @Test
    void no_other_address_of_the_library_answers() {
        assertThat(mvc.get().uri("/api/v1/openapi.json.yaml").exchange()).hasStatus(401);
        assertThat(mvc.get().uri("/v3/api-docs").exchange()).hasStatus(302);
    }
}
