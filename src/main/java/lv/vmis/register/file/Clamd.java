package lv.vmis.register.file;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/** Asks a ClamAV daemon over TCP (clamd(8): zVERSION, zINSTREAM). */
@Component
@EnableConfigurationProperties(FileSettings.class)
class Clamd implements Scanner {

    private static final Logger LOG = LoggerFactory.getLogger(Clamd.class);
    private static final int CONNECT_MILLIS = 2_000;
    /** clamd gives up on a file after two minutes by itself; it searches 25 MB in some two seconds. */
    private static final int ANSWER_MILLIS = 60_000;

    private static final int CHUNK = 64 * 1024;
    private static final int LONGEST_ANSWER = 4_096;

    private final Supplier<Optional<InetSocketAddress>> address;

    @Autowired
    Clamd(FileSettings settings, StandInClamd standIn) {
        this(settings.scanner().isBlank() ? standIn::address : () -> Optional.of(address(settings.scanner())));
        if (address.get().isEmpty()) {
            LOG.warn("REGISTER_SCANNER is not set: every file that is added stays in quarantine, unread");
        }
    }

    Clamd(Supplier<Optional<InetSocketAddress>> address) {
        this.address = address;
    }

    @Override
    public Verdict scan(InputStream content) {
        try (content) {
            var at = address.get();
            if (at.isEmpty()) {
                return new Verdict.Silent("no scanner is set up");
            }
            var version = ask(at.get(), "zVERSION\0", InputStream.nullInputStream());
            var answer = ask(at.get(), "zINSTREAM\0", content);
            if (answer.equals("stream: OK")) {
                return new Verdict.Clean(version);
            }
            return answer.startsWith("stream: ") && answer.endsWith(" FOUND")
                    ? new Verdict.Infected(
                            answer.substring("stream: ".length(), answer.length() - " FOUND".length()), version)
                    : answer.isEmpty() ? new Verdict.Silent("no answer") : new Verdict.Unsure(answer);
        } catch (IOException lost) {
            return new Verdict.Silent(lost.toString());
        }
    }

    private static String ask(InetSocketAddress at, String command, InputStream content) throws IOException {
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress(at.getHostString(), at.getPort()), CONNECT_MILLIS);
            socket.setSoTimeout(ANSWER_MILLIS);
            var out = new DataOutputStream(socket.getOutputStream());
            out.write(command.getBytes(StandardCharsets.US_ASCII));
            if (command.startsWith("zINSTREAM")) {
                try {
                    send(content, out);
                } catch (java.net.SocketException refused) {
                    // It has closed its ear over a stream too long for it; the answer says so.
                    LOG.debug("clamd took no more", refused);
                }
            }
            out.flush();
            return answer(socket.getInputStream());
        }
    }

    private static void send(InputStream content, DataOutputStream out) throws IOException {
        var chunk = new byte[CHUNK];
        for (var read = content.read(chunk); read >= 0; read = content.read(chunk)) {
            out.writeInt(read);
            out.write(chunk, 0, read);
        }
        out.writeInt(0);
    }

    private static String answer(InputStream in) throws IOException {
        var answer = new ByteArrayOutputStream();
        for (var read = in.read(); read > 0 && answer.size() < LONGEST_ANSWER; read = in.read()) {
            answer.write(read);
        }
        return answer.toString(StandardCharsets.UTF_8).strip();
    }

    private static InetSocketAddress address(String text) {
        var colon = text.lastIndexOf(':');
        try {
            return InetSocketAddress.createUnresolved(
                    text.substring(0, colon), Integer.parseInt(text.substring(colon + 1)));
        } catch (RuntimeException wrong) {
            throw new IllegalStateException("REGISTER_SCANNER must be host:port, as in localhost:3310", wrong);
        }
    }
}
