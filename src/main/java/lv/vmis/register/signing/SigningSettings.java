package lv.vmis.register.signing;

import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of signing.
 *
 * @param keys {@code local} for keys of this installation, which vouch for nobody; {@code none} to take in only what was
 *     signed elsewhere. Unless given, local everywhere but in production
 * @param trusted file with the certificates (PEM) that signing certificates must come from
 * @param folder of the local keys
 * @param secrets folder of their password
 */
@ConfigurationProperties("register.signing")
record SigningSettings(
        @DefaultValue("") String keys,
        @DefaultValue("") String trusted,
        @DefaultValue("./data/signing") Path folder,
        @DefaultValue("./data/secrets") Path secrets) {}
