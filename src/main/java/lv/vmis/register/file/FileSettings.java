package lv.vmis.register.file;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of files.
 *
 * @param scanner host and port of clamd; none in production means that files stay in quarantine
 */
@ConfigurationProperties("register.file")
record FileSettings(@DefaultValue("") String scanner) {}
