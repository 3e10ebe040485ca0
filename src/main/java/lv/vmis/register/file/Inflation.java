package lv.vmis.register.file;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/** Measures what the streams of a PDF would grow to, before a library unpacks them in memory. */
final class Inflation {

    /** An image of an A4 page at 600 dots per inch in colour has 104 MB. */
    private static final long MOST_IN_ONE = 128L << 20;

    /** Objects are kept, not only passed on. */
    private static final long MOST_OBJECTS = 16L << 20;

    private static final long MOST_IN_ALL = 1L << 30;

    private static final byte[] STREAM = "stream".getBytes(StandardCharsets.US_ASCII);
    private static final int BEFORE = 400;

    private Inflation() {}

    static boolean isTooLarge(Path file) throws IOException {
        try (var channel = FileChannel.open(file, StandardOpenOption.READ)) {
            // Mapped, so that the document takes no room of the heap.
            var bytes = channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size());
            var all = 0L;
            for (var at = next(bytes, 0); at >= 0; at = next(bytes, at)) {
                var most = holdsObjects(bytes, at) ? MOST_OBJECTS : MOST_IN_ONE;
                var grown = grown(bytes, at, most);
                all += grown;
                if (grown > most || all > MOST_IN_ALL) {
                    return true;
                }
            }
            return false;
        }
    }

    /** Where the next stream begins, behind the word and the end of its line; -1 when there is none. */
    private static int next(ByteBuffer bytes, int from) {
        for (var at = from; at + STREAM.length + 2 < bytes.limit(); at++) {
            if (bytes.get(at) == 's' && isWord(bytes, at)) {
                var after = at + STREAM.length;
                if (bytes.get(after) == '\r') {
                    after++;
                }
                if (bytes.get(after) == '\n') {
                    after++;
                }
                return after;
            }
        }
        return -1;
    }

    private static boolean isWord(ByteBuffer bytes, int at) {
        for (var i = 0; i < STREAM.length; i++) {
            if (bytes.get(at + i) != STREAM[i]) {
                return false;
            }
        }
        return true;
    }

    private static boolean holdsObjects(ByteBuffer bytes, int at) {
        var from = Math.max(0, at - BEFORE);
        var before = new byte[at - from];
        bytes.get(from, before);
        var text = new String(before, StandardCharsets.ISO_8859_1);
        return text.contains("/ObjStm") || text.contains("/XRef");
    }

    private static long grown(ByteBuffer bytes, int at, long most) {
        return grown(bytes.slice(at, bytes.limit() - at), most, 0);
    }

    /** What comes out of packed bytes, and of what was packed twice; 0 for what is not packed so. */
    private static long grown(ByteBuffer packed, long most, int depth) {
        if (!isPacked(packed) || depth > 3) {
            return 0;
        }
        var inflater = new Inflater();
        try {
            inflater.setInput(packed);
            var out = new byte[64 * 1024];
            var sum = 0L;
            var inner = 0L;
            while (!inflater.finished() && sum <= most) {
                var read = inflater.inflate(out);
                if (read == 0) {
                    break;
                }
                if (sum == 0) {
                    // A bomb inside a bomb shows in its first bytes already, being all the same.
                    inner = grown(ByteBuffer.wrap(out, 0, read), most, depth + 1);
                }
                sum += read;
            }
            return Math.max(sum, inner > 0 ? inner * Math.max(1, sum / out.length) : 0);
        } catch (DataFormatException notPacked) {
            return 0;
        } finally {
            inflater.end();
        }
    }

    private static boolean isPacked(ByteBuffer bytes) {
        if (bytes.remaining() < 2) {
            return false;
        }
        var first = bytes.get(bytes.position()) & 0xFF;
        var second = bytes.get(bytes.position() + 1) & 0xFF;
        return (first & 0x0F) == 8 && (first * 256 + second) % 31 == 0;
    }
}
