package lv.vmis.register.accounts;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import lv.vmis.register.edge.EdgeSettings;
import lv.vmis.register.edge.Seals;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/** Seals what must not be readable in the database or in a cookie (AES-256-GCM). The key is never in the database. */
@Component
@EnableConfigurationProperties(AccountsSettings.class)
class SecretBox implements Seals {

    private static final int KEY = 32;
    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;

    private final SecureRandom random = new SecureRandom();
    private final SecretKeySpec key;

    SecretBox(AccountsSettings settings, EdgeSettings installation) {
        this.key = new SecretKeySpec(key(settings, installation), "AES");
    }

    @Override
    public String seal(String use, String text) {
        var nonce = new byte[NONCE];
        random.nextBytes(nonce);
        try {
            var cipher = cipher(Cipher.ENCRYPT_MODE, use, nonce);
            var sealed = cipher.doFinal(text.getBytes(StandardCharsets.UTF_8));
            var all = Arrays.copyOf(nonce, NONCE + sealed.length);
            System.arraycopy(sealed, 0, all, NONCE, sealed.length);
            return "1." + Base64.getUrlEncoder().withoutPadding().encodeToString(all);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @Override
    public Optional<String> open(String use, String sealed) {
        try {
            if (!sealed.startsWith("1.")) {
                return Optional.empty();
            }
            var all = Base64.getUrlDecoder().decode(sealed.substring(2));
            if (all.length < NONCE) {
                return Optional.empty();
            }
            var cipher = cipher(Cipher.DECRYPT_MODE, use, Arrays.copyOf(all, NONCE));
            return Optional.of(new String(cipher.doFinal(all, NONCE, all.length - NONCE), StandardCharsets.UTF_8));
        } catch (GeneralSecurityException | IllegalArgumentException notOurs) {
            return Optional.empty();
        }
    }

    private Cipher cipher(int mode, String use, byte[] nonce) throws GeneralSecurityException {
        var cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(use.getBytes(StandardCharsets.UTF_8));
        return cipher;
    }

    private static byte[] key(AccountsSettings settings, EdgeSettings installation) {
        var given = settings.key().strip();
        if (given.isEmpty()
                && !settings.shared().isBlank()
                && !installation.env().isGenerated()) {
            throw new IllegalStateException(
                    "REGISTER_KEY is missing: with REGISTER_DB_URL every process needs the same key. Make one with 'openssl rand -hex 32'.");
        }
        try {
            var hexadecimal = given.isEmpty() ? kept(settings.secrets()) : given;
            var bytes = HexFormat.of().parseHex(hexadecimal);
            if (bytes.length != KEY) {
                throw new IllegalArgumentException("not 32 bytes");
            }
            return bytes;
        } catch (IllegalArgumentException wrong) {
            throw new IllegalStateException("REGISTER_KEY must be 64 hexadecimal digits", wrong);
        } catch (IOException failure) {
            throw new UncheckedIOException("The key cannot be kept in " + settings.secrets(), failure);
        }
    }

    /** Readable by the owner of the folder only; made when first asked for. */
    private static String kept(Path folder) throws IOException {
        var file = folder.resolve("key");
        if (!Files.exists(file)) {
            Files.createDirectories(folder);
            var bytes = new byte[KEY];
            new SecureRandom().nextBytes(bytes);
            var fresh = Files.createTempFile(
                    folder,
                    "key",
                    ".new",
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            try {
                Files.writeString(fresh, HexFormat.of().formatHex(bytes));
                // A link fails when another process was quicker; then its key is the one.
                Files.createLink(file, fresh);
            } catch (FileAlreadyExistsException quicker) {
                return Files.readString(file).strip();
            } finally {
                Files.delete(fresh);
            }
        }
        return Files.readString(file).strip();
    }
}
