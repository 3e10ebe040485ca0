package lv.vmis.register.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.util.Objects;
import java.util.UUID;
import lv.vmis.register.edge.Seals;
import lv.vmis.register.kernel.Ids;
import lv.vmis.register.kernel.PersonId;
import lv.vmis.register.support.DecisionSamples;
import lv.vmis.register.support.RegisterTest;
import lv.vmis.register.support.Samples;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

/** Contents lie sealed in the database, and pass in parts. */
@RegisterTest
class ContentsTest {

    private static final int SIZE = 25 << 20;
    private static final long MEGABYTE = 1L << 20;

    private final AddFile add;
    private final Contents contents;
    private final StoredFiles files;
    private final Seals seals;
    private final JdbcClient jdbc;
    private final DecisionSamples decisions;
    private final Samples samples;

    ContentsTest(
            AddFile add,
            Contents contents,
            StoredFiles files,
            Seals seals,
            JdbcClient jdbc,
            DecisionSamples decisions,
            PlatformTransactionManager transactions) {
        this.add = add;
        this.contents = contents;
        this.files = files;
        this.seals = seals;
        this.jdbc = jdbc;
        this.decisions = decisions;
        this.samples = new Samples(jdbc, transactions);
    }

    @Test
    void a_large_content_passes_in_parts_and_never_lies_in_memory() throws IOException {
        var file = added(SomeFile.noise(SIZE));
        var sizes = decisions.reading(() -> jdbc.sql("select max(length(sealed)) from file_part where file_id = :id")
                .param("id", file.id())
                .query(Integer.class)
                .single());
        assertThat(sizes).as("with its tag").isEqualTo(Contents.PART + 16);

        var by = DecisionSamples.official("inspektore");
        var before = inUse();
        var read = DecisionSamples.as(by, () -> {
            try (var content = contents.open(file)) {
                var buffer = new byte[4 << 20];
                var sum = 0L;
                var most = 0L;
                for (var taken = content.read(buffer); taken >= 0; taken = content.read(buffer)) {
                    assertThat(taken).as("given out part by part").isLessThanOrEqualTo(Contents.PART);
                    sum += taken;
                    if (sum > SIZE / 2 && most == 0) {
                        most = inUse() - before;
                    }
                }
                assertThat(most).as("held when half of it has passed").isLessThan(12 * MEGABYTE);
                return sum;
            }
        });
        assertThat(read).isEqualTo(SIZE);
    }

    @Test
    void nothing_of_a_content_can_be_read_in_the_database() throws IOException {
        var secret = "Ļoti slepens teksts ".repeat(1000);
        var file = added(SomeFile.text(secret));
        var row = decisions.reading(() -> jdbc.sql("select sealed from file_part where file_id = :id")
                .param("id", file.id())
                .query((rows, _) -> rows.getBytes(1))
                .single());
        assertThat(new String(row, java.nio.charset.StandardCharsets.UTF_8)).doesNotContain("slepens");
        assertThat(file.key()).isNotNull();
        assertThat(seals.open("file " + Ids.next(), Objects.requireNonNull(file.key())))
                .as("the key opens for its file only")
                .isEmpty();
    }

    @Test
    void a_part_opens_in_its_place_only() throws GeneralSecurityException {
        var envelope = Envelope.fresh(new UUID(1, 1));
        var sealed = envelope.seal(3, new byte[] {1, 2, 3});
        assertThat(envelope.open(3, sealed)).containsExactly(1, 2, 3);
        assertThatThrownBy(() -> envelope.open(4, sealed)).isInstanceOf(GeneralSecurityException.class);
        var other = Envelope.kept(new UUID(1, 1), envelope.sealed(seals), seals);
        assertThat(other.open(3, sealed)).containsExactly(1, 2, 3);
        assertThatThrownBy(() -> Envelope.kept(new UUID(1, 2), envelope.sealed(seals), seals))
                .isInstanceOf(GeneralSecurityException.class);
        sealed[0] ^= 1;
        assertThatThrownBy(() -> envelope.open(3, sealed)).isInstanceOf(GeneralSecurityException.class);
    }

    private StoredFile added(byte[] content) throws IOException {
        var person = new PersonId(samples.person("Saturs", "Jānis", "1990-03-12", "VNM"));
        var by = DecisionSamples.official("inspektore");
        try (var arrived = SomeFile.arrived(content)) {
            var id = DecisionSamples.as(
                    by,
                    () -> DecisionSamples.done(add.run(
                            new AddFile.Input(
                                    person,
                                    FileKind.OTHER,
                                    "saturs",
                                    "saturs.pdf",
                                    FileSource.OWN,
                                    null,
                                    Examined.of(FileType.PDF),
                                    arrived,
                                    null,
                                    "test"),
                            by)));
            return decisions.reading(() -> files.find(id).orElseThrow());
        }
    }

    /** What is in use when everything that can be thrown away is. */
    private static long inUse() {
        System.gc();
        var runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory();
    }
}
