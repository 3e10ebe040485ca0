package lv.vmis.register.contingency;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.ProviderException;
import java.security.PublicKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.KDF;
import javax.crypto.KEM;
import javax.crypto.KeyAgreement;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.HKDFParameterSpec;

/** Keys and ciphers of the files that go to devices and come back: all of them the JDK's own. */
final class Sealing {

    static final String X25519 = "X25519";
    static final String ED25519 = "Ed25519";

    /** Bytes that authenticate a part. */
    static final int TAG = 16;

    private static final int RAW = 32;
    private static final int NONCE = 12;
    private static final byte[] X25519_HEAD = HexFormat.of().parseHex("302a300506032b656e032100");
    private static final byte[] ED25519_HEAD = HexFormat.of().parseHex("302a300506032b6570032100");
    private static final int LONGEST_PEM = 1_000;

    private Sealing() {}

    static KeyPair pair(String algorithm) {
        try {
            return KeyPairGenerator.getInstance(algorithm).generateKeyPair();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** The 32 bytes of a public key, base64url. */
    static String written(PublicKey key) {
        var spki = key.getEncoded();
        return base64(Arrays.copyOfRange(spki, spki.length - RAW, spki.length));
    }

    static PublicKey publicKey(String algorithm, String written) {
        var raw = Base64.getUrlDecoder().decode(written);
        var head = algorithm.equals(X25519) ? X25519_HEAD : ED25519_HEAD;
        if (raw.length != RAW) {
            throw new IllegalArgumentException("a public key has 32 bytes");
        }
        var spki = ByteBuffer.allocate(head.length + RAW).put(head).put(raw).array();
        try {
            return KeyFactory.getInstance(algorithm).generatePublic(new X509EncodedKeySpec(spki));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalArgumentException("not a key", impossible);
        }
    }

    static PrivateKey privateKey(String algorithm, byte[] pkcs8) throws GeneralSecurityException {
        return KeyFactory.getInstance(algorithm).generatePrivate(new PKCS8EncodedKeySpec(pkcs8));
    }

    static String pem(PublicKey key) {
        return "-----BEGIN PUBLIC KEY-----\n" + Base64.getEncoder().encodeToString(key.getEncoded())
                + "\n-----END PUBLIC KEY-----\n";
    }

    /** The public key of a device as pasted; none when it is another key, or one that would let anybody read. */
    static Optional<PublicKey> device(String pem) {
        var text = pem.replaceAll("-----(BEGIN|END) PUBLIC KEY-----|\\s", "");
        if (text.length() > LONGEST_PEM) {
            return Optional.empty();
        }
        try {
            var bytes = Base64.getDecoder().decode(text);
            if (bytes.length != X25519_HEAD.length + RAW
                    || !Arrays.equals(Arrays.copyOf(bytes, X25519_HEAD.length), X25519_HEAD)) {
                return Optional.empty();
            }
            var key = KeyFactory.getInstance(X25519).generatePublic(new X509EncodedKeySpec(bytes));
            // Points of small order give a secret that everybody knows: the key agreement refuses them.
            KEM.getInstance("DHKEM").newEncapsulator(key).encapsulate();
            return Optional.of(publicKey(X25519, written(key)));
        } catch (GeneralSecurityException | ProviderException | IllegalArgumentException otherKey) {
            return Optional.empty();
        }
    }

    static String fingerprint(PublicKey... keys) {
        var text = new StringBuilder();
        for (var key : keys) {
            text.append(written(key)).append('\n');
        }
        return base64(hash("SHA-256", text.toString().getBytes(StandardCharsets.US_ASCII)));
    }

    /** The secret both ends of two X25519 keys share. */
    static byte[] agreed(PrivateKey own, PublicKey other) throws GeneralSecurityException {
        var agreement = KeyAgreement.getInstance(X25519);
        agreement.init(own);
        agreement.doPhase(other, true);
        return agreement.generateSecret();
    }

    /** The key of one file: whoever changes its header has another key. */
    static SecretKey key(byte[] shared, byte[] header) throws GeneralSecurityException {
        return KDF.getInstance("HKDF-SHA256")
                .deriveKey(
                        "AES", HKDFParameterSpec.ofExtract().addIKM(shared).thenExpand(hash("SHA-256", header), RAW));
    }

    /** A part of a file; its place and whether it is the last are part of it. No place is sealed twice with one key. */
    static byte[] seal(SecretKey key, long place, boolean last, byte[] part, int length)
            throws GeneralSecurityException {
        return cipher(Cipher.ENCRYPT_MODE, key, place, last).doFinal(part, 0, length);
    }

    static byte[] open(SecretKey key, long place, boolean last, byte[] sealed) throws GeneralSecurityException {
        return cipher(Cipher.DECRYPT_MODE, key, place, last).doFinal(sealed);
    }

    private static Cipher cipher(int mode, SecretKey key, long place, boolean last) throws GeneralSecurityException {
        var nonce =
                ByteBuffer.allocate(NONCE).putLong(place).putInt(last ? 1 : 0).array();
        var cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key, new GCMParameterSpec(TAG * 8, nonce));
        return cipher;
    }

    static MessageDigest sha512() {
        try {
            return MessageDigest.getInstance("SHA-512");
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static byte[] hash(String algorithm, byte[] bytes) {
        try {
            return MessageDigest.getInstance(algorithm).digest(bytes);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
