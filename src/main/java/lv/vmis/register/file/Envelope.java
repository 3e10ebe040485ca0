package lv.vmis.register.file;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.UUID;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import lv.vmis.register.edge.Seals;

/**
 * The key of one file, which seals its parts (AES-256-GCM). Each key seals each part once, so the number of the part is its
 * nonce; the file and the number are sealed in, so that no part opens in the place of another.
 */
final class Envelope {

    private static final int KEY = 32;
    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final UUID file;
    private final byte[] key;

    private Envelope(UUID file, byte[] key) {
        this.file = file;
        this.key = key;
    }

    static Envelope fresh(UUID file) {
        var key = new byte[KEY];
        RANDOM.nextBytes(key);
        return new Envelope(file, key);
    }

    /** The key that was kept under seal; no other file can be opened with it. */
    static Envelope kept(UUID file, String sealed, Seals seals) throws GeneralSecurityException {
        return new Envelope(
                file,
                seals.open(use(file), sealed)
                        .map(text -> Base64.getDecoder().decode(text))
                        .orElseThrow(() -> new GeneralSecurityException("the key does not open")));
    }

    String sealed(Seals seals) {
        return seals.seal(use(file), Base64.getEncoder().encodeToString(key));
    }

    byte[] seal(int number, byte[] part) throws GeneralSecurityException {
        return cipher(Cipher.ENCRYPT_MODE, number).doFinal(part);
    }

    byte[] open(int number, byte[] sealed) throws GeneralSecurityException {
        return cipher(Cipher.DECRYPT_MODE, number).doFinal(sealed);
    }

    private Cipher cipher(int mode, int number) throws GeneralSecurityException {
        var cipher = Cipher.getInstance("AES/GCM/NoPadding");
        var nonce = ByteBuffer.allocate(NONCE).putInt(NONCE - Integer.BYTES, number);
        cipher.init(mode, new SecretKeySpec(key, "AES"), new GCMParameterSpec(TAG_BITS, nonce.array()));
        cipher.updateAAD(ByteBuffer.allocate(2 * Long.BYTES + Integer.BYTES)
                .putLong(file.getMostSignificantBits())
                .putLong(file.getLeastSignificantBits())
                .putInt(number)
                .array());
        return cipher;
    }

    private static String use(UUID file) {
        return "file " + file;
    }
}
