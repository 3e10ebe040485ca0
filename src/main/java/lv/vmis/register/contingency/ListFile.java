package lv.vmis.register.contingency;

import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.util.Arrays;
import java.util.Base64;
import java.util.function.Consumer;
import java.util.zip.GZIPInputStream;
import javax.crypto.KEM;
import javax.crypto.SecretKey;

/** A list as a file: nothing of it is believed before its signature over every byte is found good. */
record ListFile(Path path, ListHeader header, String digest, int headerLength) {

    private static final int SIGNATURE = 64;

    /** Why a file is no list that may be used. */
    static final class Refused extends Exception {

        private final ContingencyRefusal why;

        Refused(ContingencyRefusal why) {
            super(why.name(), null, false, false);
            this.why = why;
        }

        ContingencyRefusal why() {
            return why;
        }
    }

    /** Reads header and signature. */
    static ListFile of(Path path, PublicKey register) throws IOException, Refused {
        var length = Files.size(path) - SIGNATURE;
        if (length < 1) {
            throw new Refused(ContingencyRefusal.LIST_BROKEN);
        }
        var digest = Sealing.sha512();
        var signature = new byte[SIGNATURE];
        try (var in = Files.newInputStream(path)) {
            var some = new byte[ListWriter.PART];
            for (long left = length; left > 0; ) {
                var read = in.read(some, 0, (int) Math.min(some.length, left));
                if (read < 0) {
                    throw new Refused(ContingencyRefusal.LIST_BROKEN);
                }
                digest.update(some, 0, read);
                left -= read;
            }
            if (in.readNBytes(signature, 0, SIGNATURE) < SIGNATURE) {
                throw new Refused(ContingencyRefusal.LIST_BROKEN);
            }
        }
        var hash = digest.digest();
        if (!isGood(register, hash, signature)) {
            throw new Refused(ContingencyRefusal.LIST_BROKEN);
        }
        var before = header(path);
        var header = ListHeader.of(before).orElseThrow(() -> new Refused(ContingencyRefusal.LIST_BROKEN));
        return new ListFile(path, header, Sealing.base64(hash), before.getBytes(StandardCharsets.UTF_8).length);
    }

    private static boolean isGood(PublicKey register, byte[] hash, byte[] signature) {
        try {
            var verifying = Signature.getInstance(Sealing.ED25519);
            verifying.initVerify(register);
            verifying.update(ListWriter.signed(hash));
            return verifying.verify(signature);
        } catch (GeneralSecurityException malformed) {
            return false;
        }
    }

    private static String header(Path path) throws IOException, Refused {
        try (var in = Files.newInputStream(path)) {
            var text = new String(in.readNBytes(ListHeader.LONGEST), StandardCharsets.UTF_8);
            var end = text.indexOf("\n\n");
            if (end < 0) {
                throw new Refused(ContingencyRefusal.LIST_BROKEN);
            }
            return text.substring(0, end + 2);
        }
    }

    /** Gives each line to whoever reads, who must not believe any before all were given. */
    void read(PrivateKey device, Consumer<String> line) throws IOException, Refused {
        try (var in = new DataInputStream(new BufferedInputStream(Files.newInputStream(path), ListWriter.PART))) {
            var before = in.readNBytes(headerLength);
            var shared = KEM.getInstance("DHKEM")
                    .newDecapsulator(device)
                    .decapsulate(Base64.getUrlDecoder().decode(header.secret()));
            var key = Sealing.key(shared.getEncoded(), before);
            var lines = new BufferedReader(new InputStreamReader(
                    new GZIPInputStream(new Parts(in, key), ListWriter.PART), StandardCharsets.UTF_8));
            for (var one = lines.readLine(); one != null; one = lines.readLine()) {
                line.accept(one);
            }
        } catch (GeneralSecurityException otherKey) {
            throw new Refused(ContingencyRefusal.LIST_OF_ANOTHER);
        }
    }

    /** Opens part by part; a file without its last part does not end, it breaks. */
    private static final class Parts extends InputStream {

        private final DataInputStream in;
        private final SecretKey key;
        private byte[] part = new byte[0];
        private int at;
        private long place;
        private boolean last;

        Parts(DataInputStream in, SecretKey key) {
            this.in = in;
            this.key = key;
        }

        @Override
        public int read() throws IOException {
            var one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] to, int from, int length) throws IOException {
            if (length == 0) {
                return 0;
            }
            while (at == part.length) {
                if (last) {
                    return -1;
                }
                next();
            }
            var some = Math.min(length, part.length - at);
            System.arraycopy(part, at, to, from, some);
            at += some;
            return some;
        }

        private void next() throws IOException {
            var length = in.readInt();
            last = length < 0;
            var size = Math.absExact(length);
            if (size < Sealing.TAG || size > ListWriter.PART + Sealing.TAG) {
                throw new EOFException("a part of no possible length");
            }
            var sealed = in.readNBytes(size);
            try {
                part = Sealing.open(key, place++, last, sealed);
                at = 0;
            } catch (GeneralSecurityException changed) {
                Arrays.fill(part, (byte) 0);
                throw new IOException("a part does not open", changed);
            }
        }
    }
}
