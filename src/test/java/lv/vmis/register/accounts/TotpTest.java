package lv.vmis.register.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TotpTest {

    private static final byte[] SECRET = "12345678901234567890".getBytes(StandardCharsets.US_ASCII);

    /** RFC 6238, appendix B, the last six of eight digits. */
    @ParameterizedTest
    @CsvSource({
        "59, 287082",
        "1111111109, 081804",
        "1111111111, 050471",
        "1234567890, 005924",
        "2000000000, 279037",
        "20000000000, 353130"
    })
    void gives_the_codes_of_the_standard(long seconds, String code) {
        assertThat(Totp.code(SECRET, Totp.step(Instant.ofEpochSecond(seconds)))).isEqualTo(code);
    }

    @Test
    void takes_the_code_of_this_step_and_its_neighbours_only() {
        var now = Instant.ofEpochSecond(1_234_567_890);
        var step = Totp.step(now);
        for (var near = step - 1; near <= step + 1; near++) {
            assertThat(Totp.matching(SECRET, Totp.code(SECRET, near), now)).hasValue(near);
        }
        assertThat(Totp.matching(SECRET, Totp.code(SECRET, step - 2), now)).isEmpty();
        assertThat(Totp.matching(SECRET, Totp.code(SECRET, step + 2), now)).isEmpty();
        assertThat(Totp.matching(SECRET, "", now)).isEmpty();
    }

    @Test
    void reads_a_code_with_a_space() {
        assertThat(Totp.matching(SECRET, "005 924", Instant.ofEpochSecond(1_234_567_890)))
                .isPresent();
    }

    @Test
    void writes_secrets_in_base_32() {
        assertThat(Totp.base32(SECRET)).isEqualTo("GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ");
        assertThat(Totp.bytes(Totp.base32(SECRET))).isEqualTo(SECRET);
        assertThat(Totp.secret()).hasSize(20).isNotEqualTo(Totp.secret());
    }
}
