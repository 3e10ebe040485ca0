package lv.vmis.register.accounts;

import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of signing in.
 *
 * @param key what seals second factors in the database: 32 bytes in hexadecimal; kept in a file unless given
 * @param secrets folder of that file
 * @param shared whether other processes use the same database, so that the key cannot be a file of this one
 * @param admin login of the first administrator of an empty installation
 * @param oidc the institutions' own sign-in
 */
@ConfigurationProperties("register.accounts")
record AccountsSettings(
        @DefaultValue("") String key,
        @DefaultValue("./data/secrets") Path secrets,
        @DefaultValue("") String shared,
        @DefaultValue("administrators") String admin,
        @DefaultValue Oidc oidc) {

    /**
     * An OpenID Connect provider.
     *
     * @param acr strength of authentication it must assert; none asked when empty
     */
    record Oidc(
            @DefaultValue("") String issuer,
            @DefaultValue("") String clientId,
            @DefaultValue("") String clientSecret,
            @DefaultValue("") String acr) {

        boolean isConfigured() {
            return !issuer.isBlank() && !clientId.isBlank();
        }
    }
}
