package lv.vmis.register.following;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.regex.Pattern;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocket;
import lv.vmis.register.edge.Outward;
import org.jspecify.annotations.Nullable;

/**
 * Posts to an address that an institution named. It connects to the very address it has examined, so that a name cannot lead elsewhere in
 * between; it follows no redirect and reads no more of the answer than whether it was taken.
 */
final class EventPost {

    private static final int CONNECT_MILLIS = 4_000;
    private static final int HTTPS = 443;
    private static final int HTTP = 80;
    private static final int LONGEST_HEAD = 16_384;
    private static final Pattern STATUS = Pattern.compile("HTTP/1\\.[01] (\\d{3})(?: [^\r\n]*)?\r?\n(?s:.*)");

    private final SSLContext trust;
    private final Duration patience;
    private final boolean mayCallInside;

    EventPost(SSLContext trust, Duration patience, boolean mayCallInside) {
        this.trust = trust;
        this.patience = patience;
        this.mayCallInside = mayCallInside;
    }

    /**
     * Whoever returns from here has sent it and was told that it was taken.
     *
     * @param instead where it really goes, without TLS: to the receiver of a demonstration
     */
    void send(URI to, @Nullable InetSocketAddress instead, Map<String, String> headers, byte[] body)
            throws EventFailure {
        var isSecure = "https".equals(to.getScheme()) && instead == null;
        var port = to.getPort() != -1 ? to.getPort() : isSecure ? HTTPS : HTTP;
        var target = instead != null ? instead : new InetSocketAddress(examined(to.getHost()), port);
        try (var plain = new Socket()) {
            connect(plain, target);
            // Whatever drips in slowly ends with the time there is for all of it.
            var watch = Thread.ofVirtual().start(() -> closeLater(plain));
            try {
                exchange(isSecure ? secured(plain, to.getHost(), port) : plain, to, headers, body);
            } finally {
                watch.interrupt();
            }
        } catch (IOException broken) {
            throw new EventFailure(EventFault.NO_ANSWER, broken.getClass().getSimpleName());
        }
    }

    private InetAddress examined(String host) throws EventFailure {
        try {
            var all = InetAddress.getAllByName(host.startsWith("[") ? host.substring(1, host.length() - 1) : host);
            if (!mayCallInside && !Arrays.stream(all).allMatch(Outward::isPublic)) {
                throw new EventFailure(EventFault.NOT_ALLOWED, "not a public address");
            }
            return all[0];
        } catch (UnknownHostException nobody) {
            throw new EventFailure(EventFault.UNREACHABLE, "UnknownHostException");
        }
    }

    private void connect(Socket plain, InetSocketAddress target) throws EventFailure {
        try {
            plain.connect(target, (int) Math.min(CONNECT_MILLIS, patience.toMillis()));
            plain.setSoTimeout((int) patience.toMillis());
        } catch (IOException nobody) {
            throw new EventFailure(EventFault.UNREACHABLE, nobody.getClass().getSimpleName());
        }
    }

    private void closeLater(Socket socket) {
        try {
            Thread.sleep(patience);
            socket.close();
        } catch (InterruptedException done) {
            Thread.currentThread().interrupt();
        } catch (IOException closed) {
            // It is closed.
        }
    }

    private SSLSocket secured(Socket plain, String host, int port) throws EventFailure, IOException {
        var socket = (SSLSocket) trust.getSocketFactory().createSocket(plain, host, port, true);
        var parameters = socket.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        socket.setSSLParameters(parameters);
        try {
            socket.startHandshake();
        } catch (SSLException untrusted) {
            throw new EventFailure(EventFault.UNREACHABLE, untrusted.getClass().getSimpleName());
        }
        return socket;
    }

    private static void exchange(Socket socket, URI to, Map<String, String> headers, byte[] body)
            throws IOException, EventFailure {
        var path = to.getRawPath().isEmpty() ? "/" : to.getRawPath();
        var head = new StringBuilder("POST ").append(path);
        if (to.getRawQuery() != null) {
            head.append('?').append(to.getRawQuery());
        }
        head.append(" HTTP/1.1\r\nHost: ").append(to.getRawAuthority()).append("\r\n");
        headers.forEach(
                (name, value) -> head.append(name).append(": ").append(value).append("\r\n"));
        head.append("Content-Length: ").append(body.length).append("\r\nConnection: close\r\n\r\n");
        var out = socket.getOutputStream();
        out.write(head.toString().getBytes(StandardCharsets.US_ASCII));
        out.write(body);
        out.flush();
        var answered = STATUS.matcher(head(socket.getInputStream()));
        if (!answered.matches()) {
            throw new EventFailure(EventFault.NO_ANSWER, "no HTTP");
        }
        if (!answered.group(1).startsWith("2")) {
            throw new EventFailure(EventFault.NOT_TAKEN, "HTTP " + answered.group(1));
        }
    }

    /** The answer up to its empty line; without that it has not come whole. */
    private static String head(InputStream in) throws IOException {
        var read = new ByteArrayOutputStream();
        for (int one = in.read(); one != -1 && read.size() < LONGEST_HEAD; one = in.read()) {
            read.write(one);
            var text = one == '\n' ? read.toString(StandardCharsets.ISO_8859_1) : "";
            if (text.endsWith("\r\n\r\n") || text.endsWith("\n\n")) {
                return text;
            }
        }
        return "";
    }
}
