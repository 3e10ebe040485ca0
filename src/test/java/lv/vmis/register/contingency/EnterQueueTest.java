package lv.vmis.register.contingency;

import static lv.vmis.register.support.DecisionSamples.as;
import static lv.vmis.register.support.DecisionSamples.done;
import static lv.vmis.register.support.DecisionSamples.official;
import static lv.vmis.register.support.DecisionSamples.order;
import static lv.vmis.register.support.DecisionSamples.refusals;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import lv.vmis.register.check.CheckForm;
import lv.vmis.register.check.CheckSlip;
import lv.vmis.register.contingency.EnterQueue.Report;
import lv.vmis.register.decision.BanTerritory;
import lv.vmis.register.decision.PlannedBan;
import lv.vmis.register.kernel.Actor;
import lv.vmis.register.support.DecisionSamples;
import lv.vmis.register.support.RegisterTest;
import lv.vmis.register.support.Samples;
import lv.vmis.register.support.SomeForeigner;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Every check made without network comes into the journal once, whatever happened to its file on the way. */
@RegisterTest
class EnterQueueTest {

    private final DeviceSamples devices;
    private final EnterQueue queue;
    private final OfflineChecks checks;
    private final DecisionSamples made;
    private final JdbcClient jdbc;
    private final Clock clock;
    private final Actor inspector = official("inspektore");

    EnterQueueTest(
            DeviceSamples devices,
            EnterQueue queue,
            OfflineChecks checks,
            DecisionSamples made,
            JdbcClient jdbc,
            Clock clock) {
        this.devices = devices;
        this.queue = queue;
        this.checks = checks;
        this.made = made;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    static QueuedCheck check(Instant at, String number) {
        return new QueuedCheck(
                UUID.randomUUID(),
                at,
                1,
                "J. Bērziņš, 1234",
                "BORDER_CHECK",
                null,
                new CheckForm(null, number, null, "IND", "02.01.1988.", null, null, null),
                Map.of("number", number, "nationality", "IND", "birthDate", "1988-01-02"),
                CheckSlip.Verdict.NO_BAN,
                List.of(),
                List.of());
    }

    static QueueWriter writer(DeviceSamples.Booth booth, Path file) throws IOException {
        var header = new QueueHeader(
                UUID.randomUUID(), booth.key().fingerprint(), booth.register().fingerprint(), Instant.EPOCH);
        return new QueueWriter(file, header, booth.key(), booth.register());
    }

    private Path written(DeviceSamples.Booth booth, int count) throws IOException {
        var file = booth.folder().resolve(UUID.randomUUID() + ".queue");
        try (var writer = writer(booth, file)) {
            for (var n = 0; n < count; n++) {
                writer.add(check(clock.instant(), Samples.number()));
            }
        }
        return file;
    }

    private Report entered(byte[] file) {
        return as(inspector, () -> done(queue.run(file, inspector)));
    }

    private int entries(DeviceSamples.Booth booth) {
        return made.reading(() ->
                jdbc.sql("""
                        select count(*) from entry e join offline_check c on c.entry = e.id
                         where c.device_id = :device and e.operation = 'check.offline' and e.kind = 'look'
                        """).param("device", booth.id()).query(Integer.class).single());
    }

    @Test
    void a_file_sent_twice_is_entered_once() throws Exception {
        var booth = devices.booth();
        var file = Files.readAllBytes(written(booth, 5));

        assertThat(entered(file)).isEqualTo(new Report(5, 0, 0, 0, false));
        assertThat(entered(file)).isEqualTo(new Report(0, 5, 0, 0, false));
        assertThat(entries(booth)).isEqualTo(5);
        var row = made.reading(
                () -> jdbc.sql("""
                        select e.search_data ->> 'birthDate' as born, e.reason, e.purpose, e.payload ->> 'inspector' as inspector
                          from entry e join offline_check c on c.entry = e.id where c.device_id = :device and c.place = 3
                        """).param("device", booth.id()).query().singleRow());
        assertThat(row)
                .containsEntry("born", "1988-01-02")
                .containsEntry("purpose", "BORDER_CHECK")
                .containsEntry("inspector", "J. Bērziņš, 1234");
        assertThat(row.get("reason")).asString().startsWith("J. Bērziņš, 1234 · Kabīne ");
    }

    @Test
    void of_a_file_cut_at_any_byte_what_is_whole_is_kept() throws Exception {
        var booth = devices.booth();
        var file = Files.readAllBytes(written(booth, 4));
        var header = QueueFile.header(file).orElseThrow();
        var ends = ends(file, header);
        for (var length = ends.getFirst(); length <= file.length; length++) {
            var at = length;
            var read = QueueFile.read(
                    Arrays.copyOf(file, length),
                    header,
                    booth.key().secret(),
                    booth.register().seal());
            assertThat(read.checks()).as("%d bytes", length).hasSize((int)
                    ends.stream().skip(1).filter(end -> end <= at).count());
            assertThat(read.cut()).as("%d bytes", length).isEqualTo(!ends.contains(length));
            assertThat(read.damaged()).isZero();
        }
        for (var length = 0; length < ends.getFirst(); length += 7) {
            assertThat(QueueFile.header(Arrays.copyOf(file, length))).isEmpty();
        }
        // And entered piece by piece it is entered once.
        var all = 0;
        for (var length : new int[] {ends.get(1) - 1, ends.get(1), ends.get(3) + 2, file.length, file.length}) {
            all += entered(Arrays.copyOf(file, length)).entered();
        }
        assertThat(all).isEqualTo(4);
        assertThat(entries(booth)).isEqualTo(4);
    }

    /** Where the header ends, then each check. */
    private static List<Integer> ends(byte[] file, QueueHeader header) {
        var ends = new ArrayList<Integer>();
        var at = header.text().getBytes(StandardCharsets.UTF_8).length;
        ends.add(at);
        while (at < file.length) {
            at += Integer.BYTES + ByteBuffer.wrap(file, at, Integer.BYTES).getInt();
            ends.add(at);
        }
        return ends;
    }

    @Test
    void a_changed_check_is_left_out_and_the_others_are_entered() throws Exception {
        var booth = devices.booth();
        var file = Files.readAllBytes(written(booth, 4));
        var ends = ends(file, QueueFile.header(file).orElseThrow());
        var changed = file.clone();
        changed[ends.get(2) - 3] ^= 1;

        assertThat(entered(changed)).isEqualTo(new Report(3, 0, 0, 1, false));
        assertThat(entered(file)).isEqualTo(new Report(1, 3, 0, 0, false));

        var random = new Random(3);
        for (var n = 0; n < 300; n++) {
            var broken = file.clone();
            broken[random.nextInt(file.length)] ^= (byte) (1 << random.nextInt(8));
            var header = QueueFile.header(broken);
            if (header.isEmpty()) {
                continue;
            }
            var read = QueueFile.read(
                    broken, header.get(), booth.key().secret(), booth.register().seal());
            // A changed header is another key, so nothing opens; a changed check does not.
            assertThat(read.checks()).hasSizeLessThan(4);
        }
    }

    @Test
    void a_file_of_a_device_nobody_knows_is_refused() throws Exception {
        var booth = devices.booth();
        var file = Files.readString(written(booth, 1), StandardCharsets.ISO_8859_1);
        var stranger = file.replace(booth.key().fingerprint(), "A".repeat(43)).getBytes(StandardCharsets.ISO_8859_1);
        var elsewhere =
                file.replace(booth.register().fingerprint(), "B".repeat(43)).getBytes(StandardCharsets.ISO_8859_1);
        for (var other : List.of(stranger, elsewhere)) {
            assertThat(refusals(as(inspector, () -> queue.run(other, inspector))))
                    .containsExactly("QUEUE_OF_ANOTHER");
        }
        assertThat(refusals(as(inspector, () -> queue.run("čau".getBytes(StandardCharsets.UTF_8), inspector))))
                .containsExactly("QUEUE_BROKEN");
        // Whoever writes the name of another device over his own has not its key.
        var other = devices.booth();
        var taken = file.replace(booth.key().fingerprint(), other.key().fingerprint())
                .getBytes(StandardCharsets.ISO_8859_1);
        assertThat(entered(taken)).isEqualTo(new Report(0, 0, 0, 1, false));
    }

    @Test
    void who_passed_and_is_banned_by_now_is_named() throws Exception {
        var decider = official("vrs.vaditajs");
        var booth = devices.booth();
        devices.issued(booth, null);
        var list = Objects.requireNonNull(devices.opened(booth).list());
        var opened = made.openFor(SomeForeigner.named("Turdiyev", "Jasur"), inspector);
        var number = made.reading(() -> jdbc.sql("select number from document where person_id = :person limit 1")
                .param("person", opened.person().value())
                .query(String.class)
                .single());
        var form = new CheckForm(null, number, null, "UZB", "1990", null, null, null);
        var file = booth.folder().resolve("one.queue");
        try (var writer = writer(booth, file)) {
            done(new OfflineCheck(list, writer::add, clock)
                    .run(form, new OfflineCheck.Asking("A. Kalns, 7", "BORDER_CHECK", "Rinda")));
        }
        made.departed(opened, order(new PlannedBan(BanTerritory.LV, "IL2002-61-5-1", 12, null)), inspector, decider);

        assertThat(entered(Files.readAllBytes(file)).entered()).isEqualTo(1);
        var row = made.reading(checks::newest).stream()
                .filter(one -> one.asked().contains(number))
                .findFirst()
                .orElseThrow();
        assertThat(row.verdict()).isEqualTo(CheckSlip.Verdict.NO_BAN);
        assertThat(row.verdictNow()).isEqualTo(CheckSlip.Verdict.BAN);
        assertThat(row.isMissed()).isTrue();
        assertThat(row.persons()).containsExactly(opened.person().value());
    }

    /** Tells of each check when it is on the disk, until it is killed. */
    static final class Writing {

        private Writing() {}

        public static void main(String[] args) throws Exception {
            var folder = Path.of(args[0]);
            var key = DeviceKey.open(folder, DeviceSamples.PASSPHRASE).orElseThrow();
            var register = RegisterKeys.of(folder.resolve(CheckerDesk.REGISTER));
            var booth = new DeviceSamples.Booth(UUID.randomUUID(), folder, key, register);
            try (var writer = writer(booth, Path.of(args[1]))) {
                for (var n = 1; ; n++) {
                    writer.add(check(Instant.EPOCH, "N%08d".formatted(n)));
                    System.out.println(n);
                }
            }
        }
    }

    @Test
    void what_was_told_before_the_program_was_killed_is_in_the_file() throws Exception {
        var booth = devices.booth();
        for (var n = 0; n < 5; n++) {
            var file = booth.folder().resolve("killed-" + n + ".queue");
            var process = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-XX:+UseSerialGC",
                            "-cp",
                            System.getProperty("java.class.path"),
                            Writing.class.getName(),
                            booth.folder().toString(),
                            file.toString())
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            var told = 0;
            try (var out = new java.io.BufferedReader(
                    new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
                for (var line = out.readLine(); line != null; line = out.readLine()) {
                    told = Integer.parseInt(line);
                    if (told == 20 + 7 * n) {
                        process.destroyForcibly();
                    }
                }
            } catch (IOException closed) {
                // What it had told before it was killed was read.
            }
            process.waitFor();
            var bytes = Files.readAllBytes(file);
            var read = QueueFile.read(
                    bytes,
                    QueueFile.header(bytes).orElseThrow(),
                    booth.key().secret(),
                    booth.register().seal());
            assertThat(told).isGreaterThanOrEqualTo(20 + 7 * n);
            assertThat(read.checks()).hasSizeGreaterThanOrEqualTo(told);
            assertThat(read.damaged()).isZero();
        }
    }
}
