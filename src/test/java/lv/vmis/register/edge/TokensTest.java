package lv.vmis.register.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import lv.vmis.register.support.TokenIssuer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Settings of tokens that say too little do not start the register, and keys that cannot be had make no token good or bad. */
class TokensTest {

    private static final TokenIssuer ISSUER = new TokenIssuer();

    @AfterAll
    static void stop() {
        ISSUER.stop();
    }

    private static Tokens tokens(Environment env, String audience, String keys, String claim) {
        return new Tokens(
                new TokenSettings(ISSUER.issuer(), audience, keys, claim), new EdgeSettings(env, 0), Clock.systemUTC());
    }

    @Test
    void settings_are_given_together() {
        assertThatThrownBy(() -> tokens(Environment.TEST, "", ISSUER.keys(), "client_id"))
                .hasMessageContaining("REGISTER_API_TOKEN_AUDIENCE");
        assertThatThrownBy(() -> tokens(Environment.PRODUCTION, "a", ISSUER.keys(), "client_id"))
                .hasMessageContaining("https");
    }

    @Test
    void keys_come_from_a_file_as_well_and_another_claim_may_name_the_system(@TempDir Path folder) throws IOException {
        var file = Files.writeString(folder.resolve("keys.json"), ISSUER.publicKeys());
        var tokens = tokens(Environment.PRODUCTION, TokenIssuer.AUDIENCE, file.toString(), "azp");
        assertThat(tokens.subject(ISSUER.token("other", claims -> claims.claim("azp", "one"))))
                .hasValue("one");
        assertThat(tokens.subject(ISSUER.token("other"))).isEmpty();
    }

    @Test
    void where_the_keys_cannot_be_had_nobody_says_that_a_token_is_bad() {
        var silent = new TokenIssuer();
        silent.stop();
        var tokens = tokens(Environment.TEST, TokenIssuer.AUDIENCE, silent.keys(), "client_id");
        assertThatThrownBy(() -> tokens.subject(ISSUER.token("one"))).isInstanceOf(Tokens.Unverified.class);
    }
}
