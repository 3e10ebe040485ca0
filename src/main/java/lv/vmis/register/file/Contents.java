package lv.vmis.register.file;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Objects;
import java.util.UUID;
import lv.vmis.register.edge.Seals;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The contents of files, part by part in both directions: no more than one part is in memory, and no connection is held while
 * somebody slow takes them. What does not open, or is not what came in, is never given out as if it were.
 */
@Component
class Contents {

    static final int PART = 256 * 1024;

    private final StoredFiles files;
    private final Seals seals;
    private final TransactionTemplate transaction;

    Contents(StoredFiles files, Seals seals, PlatformTransactionManager transactions) {
        this.files = files;
        this.seals = seals;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** Keeps a content under seal, in the transaction of the action. */
    void keep(UUID file, Envelope envelope, Path content, String sha256) {
        var digest = sha256();
        try (var in = new DigestInputStream(Files.newInputStream(content), digest)) {
            var number = 0;
            for (var part = in.readNBytes(PART); part.length > 0; part = in.readNBytes(PART)) {
                files.addPart(file, number, envelope.seal(number, part));
                number++;
            }
        } catch (IOException | GeneralSecurityException failure) {
            throw new IllegalStateException(failure);
        }
        if (!hex(digest).equals(sha256)) {
            throw new IllegalStateException("the content changed while it was kept");
        }
    }

    /** The content, whole or not at all: its end comes only after the whole was compared. */
    InputStream open(StoredFile file) {
        return new Parts(file);
    }

    /** Reads the whole without giving it out, so that nothing of a damaged content ever leaves. */
    void verify(StoredFile file) {
        try (var in = open(file)) {
            in.transferTo(OutputStream.nullOutputStream());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** A content that is known to be small. */
    byte[] whole(StoredFile file) {
        try (var in = open(file)) {
            return in.readAllBytes();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every JDK has SHA-256", impossible);
        }
    }

    static String hex(MessageDigest digest) {
        return HexFormat.of().formatHex(digest.digest());
    }

    private final class Parts extends InputStream {

        private final StoredFile file;
        private final Envelope envelope;
        private final MessageDigest digest = sha256();
        private byte[] part = new byte[0];
        private int at;
        private int number;
        private long read;

        Parts(StoredFile file) {
            this.file = file;
            try {
                this.envelope = Envelope.kept(file.id(), Objects.requireNonNullElse(file.key(), ""), seals);
            } catch (GeneralSecurityException damaged) {
                throw new DamagedFile(file, damaged);
            }
        }

        @Override
        public int read() {
            return isAtEnd() ? -1 : part[at++] & 0xFF;
        }

        @Override
        public int read(byte[] to, int from, int length) {
            if (length == 0) {
                return 0;
            }
            if (isAtEnd()) {
                return -1;
            }
            var taken = Math.min(length, part.length - at);
            System.arraycopy(part, at, to, from, taken);
            at += taken;
            return taken;
        }

        private boolean isAtEnd() {
            if (at == part.length && read < file.size()) {
                next();
            }
            return at == part.length;
        }

        private void next() {
            try {
                var sealed = Objects.requireNonNull(transaction.execute(_ -> files.part(file.id(), number)))
                        .orElseThrow(() -> new GeneralSecurityException("part " + number + " is missing"));
                part = envelope.open(number, sealed);
            } catch (GeneralSecurityException damaged) {
                throw new DamagedFile(file, damaged);
            }
            at = 0;
            number++;
            read += part.length;
            digest.update(part);
            // Compared before the last part is given out.
            if (part.length == 0
                    || read > file.size()
                    || (read == file.size() && !hex(digest).equals(file.sha256()))) {
                throw new DamagedFile(file, null);
            }
        }
    }
}
