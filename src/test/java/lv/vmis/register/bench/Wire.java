package lv.vmis.register.bench;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** One connection that asks over HTTP/1.1 what was written beforehand: the caller shares the processors and must not need them. */
final class Wire implements AutoCloseable {

    private static final int PATIENCE = 10_000;

    private final int port;
    private @Nullable Socket socket;
    private @Nullable BufferedInputStream in;
    private byte[] body = new byte[0];

    Wire(int port) {
        this.port = port;
    }

    static byte[] request(String method, String path, Map<String, String> headers, byte[] body) {
        var head = new StringBuilder(method + " " + path + " HTTP/1.1\r\nHost: localhost\r\n");
        headers.forEach((name, value) -> head.append(name + ": " + value + "\r\n"));
        head.append("Content-Length: " + body.length + "\r\n\r\n");
        var top = head.toString().getBytes(StandardCharsets.ISO_8859_1);
        var whole = Arrays.copyOf(top, top.length + body.length);
        System.arraycopy(body, 0, whole, top.length, body.length);
        return whole;
    }

    /** Asks, reads the answer whole and tells its status. A connection that broke is opened again by the next call. */
    int call(byte[] request) throws IOException {
        try {
            var at = socket == null ? opened() : socket;
            at.getOutputStream().write(request);
            return answer(Objects.requireNonNull(in));
        } catch (IOException broken) {
            close();
            throw broken;
        }
    }

    /** What was answered last. */
    String body() {
        return new String(body, StandardCharsets.UTF_8);
    }

    private Socket opened() throws IOException {
        var opened = new Socket();
        opened.setTcpNoDelay(true);
        opened.setSoTimeout(PATIENCE);
        opened.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), PATIENCE);
        socket = opened;
        in = new BufferedInputStream(opened.getInputStream(), 16_384);
        return opened;
    }

    private int answer(BufferedInputStream from) throws IOException {
        int status = Integer.parseInt(line(from).split(" ")[1]);
        int length = 0;
        var chunked = false;
        var closes = false;
        for (var header = line(from); !header.isEmpty(); header = line(from)) {
            if (header.regionMatches(true, 0, "content-length:", 0, 15)) {
                length = Integer.parseInt(header.substring(15).strip());
            } else if (header.regionMatches(true, 0, "transfer-encoding:", 0, 18)) {
                chunked = true;
            } else if (header.regionMatches(true, 0, "connection: close", 0, 17)) {
                closes = true;
            }
        }
        if (chunked) {
            var parts = new ByteArrayOutputStream();
            for (int size = size(from); size > 0; size = size(from)) {
                parts.writeBytes(exactly(from, size));
                line(from);
            }
            line(from);
            body = parts.toByteArray();
        } else {
            body = exactly(from, length);
        }
        if (closes) {
            close();
        }
        return status;
    }

    private static int size(BufferedInputStream from) throws IOException {
        return Integer.parseInt(line(from), 16);
    }

    private static byte[] exactly(BufferedInputStream from, int length) throws IOException {
        var read = from.readNBytes(length);
        if (read.length < length) {
            throw new EOFException("the answer was cut short");
        }
        return read;
    }

    private static String line(BufferedInputStream from) throws IOException {
        var line = new StringBuilder(64);
        for (int c = from.read(); c != '\n'; c = from.read()) {
            if (c < 0) {
                throw new EOFException("the connection was closed");
            }
            if (c != '\r') {
                line.append((char) c);
            }
        }
        return line.toString();
    }

    @Override
    public void close() {
        var open = socket;
        socket = null;
        in = null;
        if (open != null) {
            try {
                open.close();
            } catch (IOException alreadyGone) {
                // Nothing is lost: its answer was read, or is not waited for.
            }
        }
    }
}
