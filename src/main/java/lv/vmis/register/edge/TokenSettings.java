package lv.vmis.register.edge;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Whose tokens systems may show. Without these settings none is taken.
 *
 * @param issuer who must have issued a token, as it names him
 * @param audience for whom a token must be: the register, as the issuer calls it
 * @param jwks where the keys of the issuer are: an address, or a file
 * @param claim what names the system
 */
@ConfigurationProperties("register.api.token")
record TokenSettings(
        @DefaultValue("") String issuer,
        @DefaultValue("") String audience,
        @DefaultValue("") String jwks,
        @DefaultValue("client_id") String claim) {}
