package lv.vmis.register.edge;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the installation.
 *
 * @param env what it is for
 * @param people how many generated people an empty demo starts with
 */
@ConfigurationProperties("register")
public record EdgeSettings(
        @DefaultValue("demo") Environment env,
        @DefaultValue("2000") int people) {}
