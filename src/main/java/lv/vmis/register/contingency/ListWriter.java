package lv.vmis.register.contingency;

import java.io.BufferedWriter;
import java.io.Closeable;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.security.DigestOutputStream;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.util.zip.GZIPOutputStream;
import javax.crypto.KEM;
import javax.crypto.SecretKey;

/**
 * Writes a list line by line, compressed, sealed in parts and signed at the end, in a memory that does not grow with it
 * (docs/contingency.md describes the file).
 */
final class ListWriter implements Closeable {

    static final int PART = 1 << 16;

    private final OutputStream out;
    private final MessageDigest digest = Sealing.sha512();
    private final DataOutputStream framed;
    private final SecretKey key;
    private final Writer lines;
    private final Parts parts = new Parts();

    /** The secret of a header, and what only the device can make of it. */
    record Secret(SecretKey shared, String written) {

        static Secret to(PublicKey device) throws GeneralSecurityException {
            var made = KEM.getInstance("DHKEM").newEncapsulator(device).encapsulate();
            return new Secret(made.key(), Sealing.base64(made.encapsulation()));
        }
    }

    ListWriter(OutputStream out, ListHeader header, Secret secret) throws IOException, GeneralSecurityException {
        this.out = out;
        this.framed = new DataOutputStream(new DigestOutputStream(out, digest));
        var before = header.text().getBytes(StandardCharsets.UTF_8);
        framed.write(before);
        this.key = Sealing.key(secret.shared().getEncoded(), before);
        this.lines = new BufferedWriter(
                new OutputStreamWriter(new GZIPOutputStream(parts, PART), StandardCharsets.UTF_8), PART);
    }

    void line(String json) {
        try {
            lines.write(json);
            lines.write('\n');
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Ends the file with a signature, and gives the hash of all before it. */
    String sign(PrivateKey signing) throws IOException, GeneralSecurityException {
        lines.close();
        framed.flush();
        var hash = digest.digest();
        var signature = Signature.getInstance(Sealing.ED25519);
        signature.initSign(signing);
        signature.update(signed(hash));
        out.write(signature.sign());
        out.flush();
        return Sealing.base64(hash);
    }

    /** What is signed says for what, so that the key can sign nothing else by mistake. */
    static byte[] signed(byte[] hash) {
        return ("register-list/v1 " + Sealing.base64(hash)).getBytes(StandardCharsets.US_ASCII);
    }

    @Override
    public void close() throws IOException {
        out.close();
    }

    /** Cuts what comes into parts of one length; the last may be shorter and says that it is the last. */
    private final class Parts extends OutputStream {

        private final byte[] part = new byte[PART];
        private int filled;
        private long place;

        @Override
        public void write(int one) throws IOException {
            write(new byte[] {(byte) one}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            var at = from;
            while (at < from + length) {
                if (filled == PART) {
                    seal(false);
                }
                var some = Math.min(PART - filled, from + length - at);
                System.arraycopy(bytes, at, part, filled, some);
                filled += some;
                at += some;
            }
        }

        @Override
        public void close() throws IOException {
            seal(true);
        }

        private void seal(boolean last) throws IOException {
            try {
                var sealed = Sealing.seal(key, place++, last, part, filled);
                framed.writeInt(last ? -sealed.length : sealed.length);
                framed.write(sealed);
                filled = 0;
            } catch (GeneralSecurityException impossible) {
                throw new IllegalStateException(impossible);
            }
        }
    }
}
