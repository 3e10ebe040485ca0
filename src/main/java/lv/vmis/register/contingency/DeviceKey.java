package lv.vmis.register.contingency;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.SecretKey;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import javax.crypto.spec.SecretKeySpec;

/** The key pair of a device: made on it, kept under a passphrase, never anywhere else. */
record DeviceKey(PrivateKey secret, PublicKey shown) {

    static final String FILE = "device.key";

    /** OWASP's number for PBKDF2 with SHA-256: a guess costs a good part of a second. */
    private static final int ROUNDS = 600_000;

    private static final int SALT = 16;
    private static final int BITS = 256;
    private static final Pattern FORM = Pattern.compile(
            "register-device-key/v1\npublic (?<public>[A-Za-z0-9_-]{43})\nsalt (?<salt>[A-Za-z0-9_-]{22})\nsealed (?<sealed>[A-Za-z0-9_-]+)\n");

    String fingerprint() {
        return Sealing.fingerprint(shown);
    }

    static boolean isMade(Path folder) {
        return Files.exists(folder.resolve(FILE));
    }

    /** Makes the pair; a key that is there already is never written over. */
    static DeviceKey make(Path folder, char[] passphrase) throws IOException {
        var pair = Sealing.pair(Sealing.X25519);
        var salt = new byte[SALT];
        new SecureRandom().nextBytes(salt);
        var secret = pair.getPrivate().getEncoded();
        try {
            var sealed = Sealing.seal(key(passphrase, salt), 0, true, secret, secret.length);
            var text = "register-device-key/v1\npublic %s\nsalt %s\nsealed %s\n"
                    .formatted(Sealing.written(pair.getPublic()), Sealing.base64(salt), Sealing.base64(sealed));
            var file = folder.resolve(FILE);
            Files.writeString(file, text, StandardOpenOption.CREATE_NEW, StandardOpenOption.SYNC);
            if (Files.getFileStore(file).supportsFileAttributeView("posix")) {
                Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
            }
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
        return new DeviceKey(pair.getPrivate(), pair.getPublic());
    }

    /** The public key, which needs no passphrase. */
    static PublicKey shown(Path folder) throws IOException {
        return Sealing.publicKey(Sealing.X25519, read(folder).group("public"));
    }

    private static Matcher read(Path folder) throws IOException {
        var read = FORM.matcher(Files.readString(folder.resolve(FILE)));
        if (!read.matches()) {
            throw new IOException(FILE + " is not a key of a device");
        }
        return read;
    }

    /** Nothing when the passphrase is another, or the file was changed. */
    static Optional<DeviceKey> open(Path folder, char[] passphrase) throws IOException {
        var read = read(folder);
        try {
            var key = key(passphrase, Base64.getUrlDecoder().decode(read.group("salt")));
            var secret = Sealing.open(key, 0, true, Base64.getUrlDecoder().decode(read.group("sealed")));
            return Optional.of(new DeviceKey(
                    Sealing.privateKey(Sealing.X25519, secret),
                    Sealing.publicKey(Sealing.X25519, read.group("public"))));
        } catch (GeneralSecurityException another) {
            return Optional.empty();
        }
    }

    private static SecretKey key(char[] passphrase, byte[] salt) throws GeneralSecurityException {
        var made = SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256")
                .generateSecret(new PBEKeySpec(passphrase, salt, ROUNDS, BITS));
        return new SecretKeySpec(made.getEncoded(), "AES");
    }
}
