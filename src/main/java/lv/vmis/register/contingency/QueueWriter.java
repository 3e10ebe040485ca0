package lv.vmis.register.contingency;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.GeneralSecurityException;
import javax.crypto.SecretKey;
import tools.jackson.databind.json.JsonMapper;

/**
 * Adds checks to a file that only the register and the device can read, each on the disk before anybody is told of its verdict. A
 * file is never gone on with after the program has ended or a write has failed: no place of it is sealed twice.
 */
final class QueueWriter implements Closeable {

    private static final JsonMapper JSON = new JsonMapper();

    private final FileChannel file;
    private final SecretKey key;
    private int place;
    private boolean failed;

    QueueWriter(Path path, QueueHeader header, DeviceKey device, RegisterKeys register) throws IOException {
        var before = header.text().getBytes(StandardCharsets.UTF_8);
        try {
            key = Sealing.key(Sealing.agreed(device.secret(), register.seal()), before);
        } catch (GeneralSecurityException unusable) {
            throw new IOException("the key of the register cannot be used", unusable);
        }
        file = FileChannel.open(path, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        write(ByteBuffer.wrap(before));
    }

    /** Whether another file has to be begun. */
    boolean hasFailed() {
        return failed;
    }

    int count() {
        return place;
    }

    void add(QueuedCheck check) throws IOException {
        var text = JSON.writeValueAsBytes(check);
        try {
            var sealed = Sealing.seal(key, place, false, text, text.length);
            write(ByteBuffer.allocate(Integer.BYTES + sealed.length)
                    .putInt(sealed.length)
                    .put(sealed)
                    .flip());
            place++;
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private void write(ByteBuffer bytes) throws IOException {
        if (failed) {
            throw new IOException("nothing is added after a write that failed");
        }
        failed = true;
        while (bytes.hasRemaining()) {
            file.write(bytes);
        }
        file.force(true);
        failed = false;
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
