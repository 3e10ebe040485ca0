package lv.vmis.register.file;

import jakarta.annotation.PreDestroy;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import lv.vmis.register.edge.EdgeSettings;
import lv.vmis.register.edge.Environment;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * Speaks as clamd does where there is none: in demonstrations, training and tests. It knows one malware, the harmless test file
 * of EICAR, and listens on this machine only. In production it never starts.
 */
@Component
class StandInClamd {

    private static final Logger LOG = LoggerFactory.getLogger(StandInClamd.class);
    static final String VERSION = "ClamAV 1.4.3/0/stand-in";
    /** The first and the last of its 68 characters; in one piece scanners would take this program for it. */
    private static final String KNOWN =
            "X5O!P%@AP[4\\PZX54(P^)7CC)7}$" + "EICAR-STANDARD-" + "ANTIVIRUS-TEST-FILE!$H+H*";

    /** Whoever stops speaking is not listened to for longer. */
    private static final int READ_MILLIS = 30_000;

    private final int longest;
    private volatile @Nullable ServerSocket server;

    @Autowired
    StandInClamd(FileSettings settings, EdgeSettings installation) throws IOException {
        this(100 << 20);
        if (settings.scanner().isBlank() && installation.env() != Environment.PRODUCTION) {
            start(0);
        }
    }

    /** @param longest bytes of a stream (StreamMaxLength) */
    StandInClamd(int longest) {
        this.longest = longest;
    }

    Optional<InetSocketAddress> address() {
        var running = server;
        return running == null ? Optional.empty() : Optional.of((InetSocketAddress) running.getLocalSocketAddress());
    }

    /** Listens on the port, or on any free one. */
    void start(int port) throws IOException {
        var listening = new ServerSocket(port, 50, InetAddress.getLoopbackAddress());
        server = listening;
        Thread.ofVirtual().name("stand-in-clamd").start(() -> accept(listening));
    }

    @PreDestroy
    void stop() throws IOException {
        var running = server;
        server = null;
        if (running != null) {
            running.close();
        }
    }

    private void accept(ServerSocket listening) {
        while (!listening.isClosed()) {
            try {
                var caller = listening.accept();
                Thread.ofVirtual().start(() -> serve(caller));
            } catch (IOException closed) {
                LOG.debug("No longer listening", closed);
            }
        }
    }

    private void serve(Socket caller) {
        try (caller) {
            caller.setSoTimeout(READ_MILLIS);
            var in = new DataInputStream(new java.io.BufferedInputStream(caller.getInputStream()));
            var prefix = in.readUnsignedByte();
            // Commands end with NUL after a z, and with a new line after an n.
            var end = prefix == 'z' ? 0 : '\n';
            var answer = answer(prefix == 'z' || prefix == 'n' ? word(in, end) : "", in);
            caller.getOutputStream().write((answer + end).getBytes(StandardCharsets.UTF_8));
            caller.getOutputStream().flush();
        } catch (IOException gone) {
            LOG.debug("A caller is gone", gone);
        }
    }

    private String answer(String command, DataInputStream in) throws IOException {
        return switch (command) {
            case "PING" -> "PONG";
            case "VERSION" -> VERSION;
            case "INSTREAM" -> scanned(in);
            default -> "UNKNOWN COMMAND";
        };
    }

    /** Chunks, each after its length in four bytes, until one of no length. */
    private String scanned(DataInputStream in) throws IOException {
        var sum = 0L;
        var found = false;
        var tail = "";
        for (var length = in.readInt(); length != 0; length = in.readInt()) {
            sum += length;
            if (length < 0 || sum > longest) {
                return "INSTREAM size limit exceeded. ERROR";
            }
            var text = tail + new String(in.readNBytes(length), StandardCharsets.ISO_8859_1);
            found |= text.contains(KNOWN);
            tail = text.substring(Math.max(0, text.length() - KNOWN.length()));
        }
        return found ? "stream: Eicar-Test-Signature FOUND" : "stream: OK";
    }

    private static String word(DataInputStream in, int end) throws IOException {
        var word = new ByteArrayOutputStream();
        for (var read = in.readUnsignedByte(); read != end && word.size() < 100; read = in.readUnsignedByte()) {
            word.write(read);
        }
        return word.toString(StandardCharsets.US_ASCII);
    }
}
