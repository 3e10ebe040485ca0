package lv.vmis.register.database;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the data lives. Without an address the embedded server is used.
 *
 * @param data folder of the embedded server and its secrets
 * @param binaries folder for the unpacked server programs; the data folder unless given
 * @param url JDBC address of a server; turns the embedded one off
 * @param user login of the application there, a member of {@code register_app}
 * @param migrationUser login of migrations there, a member of {@code register_owner}; the same login unless given
 */
@ConfigurationProperties("register.db")
public record DatabaseSettings(
        @DefaultValue("./data") Path data,
        @Nullable Path binaries,
        @Nullable String url,
        @Nullable String user,
        @Nullable String password,
        @Nullable String migrationUser,
        @Nullable String migrationPassword,
        @DefaultValue("20") int connections) {

    boolean isEmbedded() {
        return url == null || url.isBlank();
    }

    Path binariesFolder() {
        return binaries == null ? data : binaries;
    }
}
