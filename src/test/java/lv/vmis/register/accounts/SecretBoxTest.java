package lv.vmis.register.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import lv.vmis.register.edge.EdgeSettings;
import lv.vmis.register.edge.Environment;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretBoxTest {

    private static final EdgeSettings PRODUCTION = new EdgeSettings(Environment.PRODUCTION, 0);
    private static final String KEY = "00112233445566778899aabbccddeeff00112233445566778899aabbccddeeff";

    @TempDir
    Path folder;

    @Test
    void opens_what_it_sealed_for_the_same_use_only() {
        var box = box(KEY, "");
        var sealed = box.seal("totp 1", "secret");
        assertThat(sealed).doesNotContain("secret").isNotEqualTo(box.seal("totp 1", "secret"));
        assertThat(box.open("totp 1", sealed)).contains("secret");
        assertThat(box.open("totp 2", sealed)).isEmpty();
        assertThat(box.open("totp 1", "1." + "A".repeat(60))).isEmpty();
        assertThat(box.open("totp 1", "not sealed")).isEmpty();
        assertThat(box(KEY.replace('0', '1'), "").open("totp 1", sealed)).isEmpty();
    }

    @Test
    void keeps_its_key_in_a_file_of_the_owner() throws IOException {
        var sealed = box("", "").seal("x", "secret");
        assertThat(box("", "").open("x", sealed)).contains("secret");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("key"))))
                .isEqualTo("rw-------");
    }

    @Test
    void asks_for_a_key_where_several_processes_share_a_database() {
        assertThatThrownBy(() -> box("", "jdbc:postgresql://db/register")).hasMessageContaining("REGISTER_KEY");
        assertThatThrownBy(() -> box("short", "")).hasMessageContaining("REGISTER_KEY");
    }

    private SecretBox box(String key, String shared) {
        var settings =
                new AccountsSettings(key, folder, shared, "administrators", new AccountsSettings.Oidc("", "", "", ""));
        return new SecretBox(settings, PRODUCTION);
    }
}
