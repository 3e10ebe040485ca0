package lv.vmis.register.signing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import lv.vmis.register.edge.EdgeSettings;
import lv.vmis.register.edge.Environment;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LocalKeysTest {

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({
        "'', DEMO, true",
        "'', TRAINING, true",
        "'', TEST, true",
        "'', PRODUCTION, false",
        "none, DEMO, false",
        "none, PRODUCTION, false",
        "local, TEST, true"
    })
    void local_keys_are_used_where_nothing_depends_on_them(String asked, Environment env, boolean used) {
        assertThat(keys(asked, env).areUsed()).isEqualTo(used);
    }

    @Test
    void production_does_not_start_with_local_keys() {
        assertThatThrownBy(() -> keys("local", Environment.PRODUCTION)).isInstanceOf(LocalKeys.InProduction.class);
        assertThatThrownBy(() -> keys("cloud", Environment.DEMO)).hasMessageContaining("REGISTER_SIGNING_KEYS");
        var analysis = Objects.requireNonNull(new LocalKeys.Analysis().analyze(new LocalKeys.InProduction()));
        assertThat(analysis.getAction()).contains("REGISTER_SIGNING_KEYS");
    }

    @Test
    void a_key_whose_time_is_over_is_made_anew() {
        var keys = keys("", Environment.DEMO);
        var account = UUID.randomUUID();
        var start = Instant.parse("2026-11-20T10:00:00Z");
        var first = keys.of(account, "Gunta Bērziņa", "VRS", start);
        var later = keys.of(account, "Gunta Bērziņa", "VRS", start.plus(Duration.ofDays(400)));

        assertThat(later.chain().getFirst()).isNotEqualTo(first.chain().getFirst());
        assertThat(later.chain().getLast())
                .as("the issuer lives on")
                .isEqualTo(first.chain().getLast());
        assertThat(keys.of(account, "Gunta Bērziņa", "VRS", start.plus(Duration.ofDays(4000)))
                        .chain()
                        .getLast())
                .isNotEqualTo(first.chain().getLast());
    }

    private LocalKeys keys(String asked, Environment env) {
        return new LocalKeys(
                new SigningSettings(asked, "", folder.resolve("keys"), folder.resolve("secrets")),
                new EdgeSettings(env, 0));
    }
}
