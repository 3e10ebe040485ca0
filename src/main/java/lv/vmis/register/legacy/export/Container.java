package lv.vmis.register.legacy.export;

import java.io.Closeable;
import java.io.FileNotFoundException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** A packed file whose parts are unpacked as far as the limits allow, and never all at once. */
final class Container implements Closeable {

    private final ZipFile zip;
    private final Limits limits;
    private long unpacked;

    /** More comes out than anything real would hold. Unchecked, so that no reader of XML takes it for a fault of its own. */
    static final class Bomb extends RuntimeException {
        private final String part;
        private final String limit;

        Bomb(String part, String limit) {
            super(part + " " + limit, null, false, false);
            this.part = part;
            this.limit = limit;
        }

        String part() {
            return part;
        }

        String limit() {
            return limit;
        }
    }

    Container(Path file, Limits limits) throws IOException {
        zip = new ZipFile(file.toFile());
        this.limits = limits;
        if (zip.size() > limits.entries()) {
            zip.close();
            throw new Bomb(file.getFileName() + "", Integer.toString(limits.entries()));
        }
    }

    boolean has(String name) {
        return zip.getEntry(name) != null;
    }

    InputStream part(String name) throws IOException {
        var entry = zip.getEntry(name);
        if (entry == null) {
            throw new FileNotFoundException(name);
        }
        return new Counted(zip.getInputStream(entry), entry);
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }

    private final class Counted extends FilterInputStream {
        private final ZipEntry entry;
        private long read;

        Counted(InputStream in, ZipEntry entry) {
            super(in);
            this.entry = entry;
        }

        @Override
        public int read() throws IOException {
            var one = super.read();
            count(one < 0 ? 0 : 1);
            return one;
        }

        @Override
        public int read(byte[] bytes, int at, int length) throws IOException {
            var count = super.read(bytes, at, length);
            count(Math.max(count, 0));
            return count;
        }

        private void count(int bytes) {
            read += bytes;
            unpacked += bytes;
            if (unpacked > limits.unpacked()) {
                throw new Bomb(entry.getName(), limits.unpacked() + " B");
            }
            var packed = Math.max(entry.getCompressedSize(), 1);
            if (read > limits.free() && read / packed > limits.ratio()) {
                throw new Bomb(entry.getName(), limits.ratio() + " : 1");
            }
        }
    }
}
