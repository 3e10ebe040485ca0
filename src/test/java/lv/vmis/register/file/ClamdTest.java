package lv.vmis.register.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import lv.vmis.register.file.Scanner.Verdict;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The client and its stand-in speak the protocol of clamd(8). */
class ClamdTest {

    private static final int LONGEST = 1 << 20;

    private final StandInClamd standIn = new StandInClamd(LONGEST);
    private final Clamd clamd = new Clamd(standIn::address);

    @BeforeEach
    void start() throws IOException {
        standIn.start(0);
    }

    @AfterEach
    void stop() throws IOException {
        standIn.stop();
    }

    @Test
    void the_stand_in_answers_word_by_word() throws IOException {
        assertThat(said("zPING\0")).isEqualTo("PONG\0");
        assertThat(said("nPING\n")).isEqualTo("PONG\n");
        assertThat(said("zVERSION\0")).isEqualTo(StandInClamd.VERSION + "\0");
        assertThat(said("zNONSENSE\0")).isEqualTo("UNKNOWN COMMAND\0");
        assertThat(said("zINSTREAM\0", SomeFile.text("labs"), new byte[0])).isEqualTo("stream: OK\0");
        assertThat(said("zINSTREAM\0", SomeFile.eicar(), new byte[0]))
                .isEqualTo("stream: Eicar-Test-Signature FOUND\0");
        assertThat(said("zINSTREAM\0", new byte[LONGEST], new byte[1]))
                .isEqualTo("INSTREAM size limit exceeded. ERROR\0");
    }

    @Test
    void a_clean_content_is_told_with_what_searched_it() {
        assertThat(scan(SomeFile.noise(300_000))).isEqualTo(new Verdict.Clean(StandInClamd.VERSION));
        assertThat(scan(new byte[0])).isInstanceOf(Verdict.Clean.class);
    }

    @Test
    void malware_is_found_also_where_chunks_meet() {
        for (var before : new int[] {0, 10, 65_536 - 30, 65_536, 131_072 - 1}) {
            assertThat(scan(SomeFile.join(new byte[before], SomeFile.eicar(), new byte[100])))
                    .as("behind %d bytes", before)
                    .isEqualTo(new Verdict.Infected("Eicar-Test-Signature", StandInClamd.VERSION));
        }
    }

    @Test
    void what_is_too_long_for_the_scanner_is_not_called_clean() {
        assertThat(scan(new byte[5 * LONGEST])).isInstanceOfAny(Verdict.Unsure.class, Verdict.Silent.class);
    }

    @Test
    void a_scanner_that_does_not_answer_is_not_taken_for_one_that_found_nothing() throws IOException {
        var address = standIn.address();
        standIn.stop();
        assertThat(new Clamd(() -> address).scan(new ByteArrayInputStream(new byte[10])))
                .isInstanceOf(Verdict.Silent.class);
        assertThat(new Clamd(Optional::empty).scan(new ByteArrayInputStream(new byte[10])))
                .isInstanceOf(Verdict.Silent.class);
    }

    private Verdict scan(byte[] content) {
        return clamd.scan(new ByteArrayInputStream(content));
    }

    private String said(String command, byte[]... chunks) throws IOException {
        var at = standIn.address().orElseThrow();
        try (var socket = new Socket(at.getAddress(), at.getPort())) {
            var out = new DataOutputStream(socket.getOutputStream());
            out.write(command.getBytes(StandardCharsets.US_ASCII));
            for (var chunk : chunks) {
                out.writeInt(chunk.length);
                out.write(chunk);
            }
            out.flush();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
