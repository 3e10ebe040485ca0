package lv.vmis.register.legacy.staging;

import static java.nio.charset.StandardCharsets.UTF_8;
import static lv.vmis.register.legacy.staging.StagingSamples.STEWARD;
import static lv.vmis.register.legacy.staging.StagingSamples.csv;
import static lv.vmis.register.legacy.staging.StagingSamples.done;
import static lv.vmis.register.support.Soon.soon;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import lv.vmis.register.kernel.Ids;
import lv.vmis.register.kernel.Outcome;
import lv.vmis.register.legacy.export.CodePage;
import lv.vmis.register.legacy.export.Columns;
import lv.vmis.register.legacy.export.ExportReader;
import lv.vmis.register.legacy.export.Finding;
import lv.vmis.register.legacy.export.FindingCode;
import lv.vmis.register.legacy.export.OldRegister;
import lv.vmis.register.legacy.export.OldTable;
import lv.vmis.register.legacy.export.RawRow;
import lv.vmis.register.legacy.export.RowSink;
import lv.vmis.register.legacy.export.Wish;
import lv.vmis.register.legacy.job.CancelJob;
import lv.vmis.register.legacy.job.JobFailure;
import lv.vmis.register.legacy.job.JobState;
import lv.vmis.register.support.RegisterTest;
import lv.vmis.register.support.Someone;
import lv.vmis.register.training.LegacyExports;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Files of old registers are kept row by row exactly as they came, whatever is wrong about them. */
@RegisterTest
class StagingTest {

    private final StagingSamples samples;
    private final CancelJob cancel;
    private final StageAgain again;
    private final TakeOutFile takeOut;
    private final Profiles profiles;
    private final StagedRows rows;
    private final JdbcClient jdbc;

    StagingTest(
            StagingSamples samples,
            CancelJob cancel,
            StageAgain again,
            TakeOutFile takeOut,
            Profiles profiles,
            StagedRows rows,
            JdbcClient jdbc) {
        this.samples = samples;
        this.cancel = cancel;
        this.again = again;
        this.takeOut = takeOut;
        this.profiles = profiles;
        this.rows = rows;
        this.jdbc = jdbc;
    }

    @Test
    void each_format_is_staged_row_by_row_as_it_came(@TempDir Path folder) throws IOException {
        LegacyExports.main(new String[] {folder.resolve("e").toString(), "--rows", "400", "--seed", "11"});
        var seen = new ArrayList<String>();
        for (var register : OldRegister.values()) {
            var load = samples.load(register);
            for (var path : exports(folder.resolve("e"), register)) {
                var file = samples.put(load, path.getFileName().toString(), StagingSamples.bytes(path), Wish.NONE);
                assertThat(samples.ended(file).state()).as(path.toString()).isEqualTo(JobState.DONE);

                var stored = samples.file(file);
                var expected = hashes(path);
                seen.add(stored.format() + " " + stored.codePage());
                assertThat(expected).hasSizeGreaterThan(10);
                assertThat(samples.hashes(file)).isEqualTo(expected);
                assertThat(stored.rows()).isEqualTo(expected.size());
                assertThat(stored.state()).isEqualTo(OldFile.State.WHOLE);
                assertThat(stored.table()).isIn(OldTable.LGM_ENTRIES, OldTable.NIR_CASES);
                assertThat(stored.columns()).contains("UZVARDS", "DZ_DATUMS");
                assertThat(samples.isKeptOnDisk(file)).isFalse();
                var first = samples.reading(() -> rows.after(file, 0, 1)).getFirst();
                assertThat(first.cell(stored.columns()
                                        .indexOf(Objects.requireNonNull(stored.table())
                                                .key()))
                                .strip())
                        .isEqualTo(first.key() == null ? "" : first.key());
                profiled(file, expected.size());
            }
        }
        assertThat(seen)
                .contains("CSV UTF_8", "CSV WINDOWS_1257", "XLSX null")
                .anyMatch(format -> format.startsWith("XML"));
    }

    private void profiled(UUID file, long count) {
        var columns = samples.reading(() -> profiles.columns(file));
        assertThat(columns).hasSameSizeAs(samples.file(file).columns());
        assertThat(columns)
                .allMatch(one -> one.filled() + one.empty() == count && one.read() + one.unread() == one.filled());
        var born = columns.stream()
                .filter(one -> "DZ_DATUMS".equals(one.field()))
                .findFirst()
                .orElseThrow();
        assertThat(born.shapes()).isNotEmpty();
        assertThat(born.remarks()).allMatch(one -> !one.rows().isEmpty());
        var sex = columns.stream()
                .filter(one -> "DZIMUMS".equals(one.field()))
                .findFirst()
                .orElseThrow();
        assertThat(sex.common().stream().map(ProfiledColumn.Often::text)).contains("V");
    }

    private static List<Path> exports(Path folder, OldRegister register) throws IOException {
        try (var files = Files.list(folder)) {
            return files.filter(file ->
                            Files.isRegularFile(file) && !file.toString().contains("pielikumi"))
                    .filter(file -> file.getFileName()
                            .toString()
                            .startsWith(register.name().toLowerCase(java.util.Locale.ROOT)))
                    .sorted()
                    .toList();
        }
    }

    private static List<String> hashes(Path file) throws IOException {
        var found = new ArrayList<String>();
        ExportReader.usual().read(file, Wish.NONE, new RowSink() {
            @Override
            public void columns(Columns columns) {}

            @Override
            public void row(RawRow row) {
                found.add(row.sha256());
            }

            @Override
            public void finding(Finding finding) {}
        });
        return found;
    }

    @Test
    void what_is_cancelled_stops_within_five_seconds_and_goes_on_where_it_stopped() {
        var content = csv(200_000, Ids.next().toString());
        var file = samples.put(samples.load(OldRegister.LGM), "liela.csv", content, Wish.NONE);
        soon(() -> samples.job(file).done() > 0);

        var asked = System.nanoTime();
        done(Someone.as(STEWARD, () -> cancel.run(samples.job(file).id(), STEWARD)));
        soon(() -> !samples.job(file).state().isOpen());

        assertThat(System.nanoTime() - asked).isLessThan(5_000_000_000L);
        assertThat(samples.job(file).state()).isEqualTo(JobState.CANCELLED);
        var before = samples.hashes(file);
        assertThat(before).hasSizeBetween(1, 199_999);
        assertThat(samples.file(file).isStaged()).isFalse();
        done(Someone.as(STEWARD, () -> again.run(file, STEWARD)));
        soon(() -> samples.file(file).rows() > before.size());
        while (samples.job(file).state().isOpen()) {
            soon(() ->
                    samples.job(file).done() > 0 || !samples.job(file).state().isOpen());
        }
        assertThat(samples.ended(file).state()).isEqualTo(JobState.DONE);
        var all = samples.hashes(file);
        assertThat(all)
                .hasSize(200_000)
                .startsWith(before.toArray(String[]::new))
                .doesNotHaveDuplicates();
    }

    @Test
    void a_cut_file_stays_with_what_it_held_and_a_whole_one_takes_its_place() {
        var load = samples.load(OldRegister.LGM);
        var content = csv(30, Ids.next().toString());
        var cut = samples.put(load, "nošķelta.csv", Arrays.copyOf(content, content.length - 90), Wish.NONE);
        samples.ended(cut);

        assertThat(samples.file(cut).state()).isEqualTo(OldFile.State.CUT);
        assertThat(samples.file(cut).rows()).isEqualTo(30);
        assertThat(samples.found(cut))
                .anyMatch(one ->
                        one.code().name().startsWith("CUT_") && one.rows().equals(List.of(30L)));

        done(Someone.as(STEWARD, () -> takeOut.run(new TakeOutFile.Input(cut, "Nošķelta"), STEWARD)));
        assertThat(samples.file(cut).state()).isEqualTo(OldFile.State.TAKEN_OUT);
        assertThat(samples.hashes(cut)).hasSize(30);
        var whole = samples.put(load, "vesela.csv", content, Wish.NONE);
        samples.ended(whole);
        assertThat(samples.file(whole).state()).isEqualTo(OldFile.State.WHOLE);
    }

    @Test
    void a_wrong_code_page_is_told_and_the_same_file_is_read_again_once_it_was_taken_out() {
        var load = samples.load(OldRegister.LGM);
        var content = new String(csv(50, "Šķūņa ēka " + Ids.next()), UTF_8).getBytes(Charset.forName("windows-1257"));
        var wrong = samples.put(load, "a.csv", content, Wish.NONE.with(CodePage.UTF_8));
        samples.ended(wrong);
        assertThat(samples.found(wrong).stream().map(Found::code)).contains(FindingCode.WRONG_CODE_PAGE);

        assertThat(samples.tryPut(load, "b.csv", content, Wish.NONE)).isInstanceOf(Outcome.Refused.class);
        done(Someone.as(STEWARD, () -> takeOut.run(new TakeOutFile.Input(wrong, "Kodu lapa"), STEWARD)));
        var right = samples.put(load, "b.csv", content, Wish.NONE);
        samples.ended(right);
        assertThat(samples.file(right).codePage()).isIn("WINDOWS_1257", "ISO_8859_13");
        assertThat(samples.found(right)).isEmpty();
        assertThat(samples.hashes(right)).isEqualTo(samples.hashes(wrong));
    }

    @Test
    void a_cell_of_ten_megabytes_and_a_zero_byte_are_kept() {
        var mark = Ids.next().toString();
        var large = "āb".repeat(5 << 20);
        var content = (new String(csv(2, mark), UTF_8) + "77;a\0b;LEMUMS;" + large + ";12.03.1999;x\n").getBytes(UTF_8);
        var file = samples.put(samples.load(OldRegister.LGM), "gara.csv", content, Wish.NONE);
        assertThat(samples.ended(file).state()).isEqualTo(JobState.DONE);

        var row = samples.reading(() -> rows.at(file, List.of(3L))).getFirst();
        assertThat(row.key()).isEqualTo("a␀b");
        assertThat(row.cell(3)).isEqualTo(large);
        byte[] raw = samples.reading(() -> jdbc.sql("select raw from old_row where file_id = :file and row_no = 3")
                .param("file", file)
                .query(byte[].class)
                .single());
        assertThat(new String(raw, UTF_8)).contains("a\0b");
        assertThat(samples.found(file).stream().map(Found::code))
                .contains(FindingCode.LONG_CELL, FindingCode.NUL_BYTES);
        assertThat(samples.reading(() -> rows.withKey(file, "a␀b", 5))).hasSize(1);
    }

    @Test
    void a_bomb_is_put_down_and_the_rows_before_it_stay(@TempDir Path folder) throws IOException {
        LegacyExports.main(new String[] {folder.resolve("e").toString(), "--rows", "300", "--seed", "12"});
        var workbook = exports(folder.resolve("e"), OldRegister.LGM).stream()
                .filter(file -> file.toString().endsWith(".xlsx"))
                .findFirst()
                .orElseThrow();
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes);
                var parts = new java.util.zip.ZipFile(workbook.toFile())) {
            for (var part : parts.stream().toList()) {
                var text = parts.getInputStream(part).readAllBytes();
                zip.putNextEntry(new ZipEntry(part.getName()));
                zip.write(
                        part.getName().contains("sheet1")
                                ? new String(text, UTF_8)
                                        .replace("</sheetData>", " ".repeat(64 << 20) + "</sheetData>")
                                        .getBytes(UTF_8)
                                : text);
                zip.closeEntry();
            }
            zip.setComment(Ids.next().toString());
        }
        var file = samples.put(samples.load(OldRegister.LGM), "bumba.xlsx", bytes.toByteArray(), Wish.NONE);

        assertThat(samples.ended(file).state()).isEqualTo(JobState.DONE);
        assertThat(samples.found(file).stream().map(Found::code)).contains(FindingCode.ZIP_BOMB);
        assertThat(samples.file(file).state()).isEqualTo(OldFile.State.CUT);
        assertThat(samples.hashes(file)).isNotEmpty();
    }

    @Test
    void the_same_file_is_refused_with_the_number_of_the_taking_over_that_has_it() throws Exception {
        var content = csv(20, Ids.next().toString());
        var load = samples.load(OldRegister.LGM);
        samples.put(load, "a.csv", content, Wish.NONE);
        var number = samples.reading(() -> jdbc.sql("select number from old_load where id = :id")
                .param("id", load)
                .query(Integer.class)
                .single());

        var second = samples.tryPut(samples.load(OldRegister.LGM), "b.csv", content, Wish.NONE);
        assertThat(second)
                .isInstanceOfSatisfying(
                        Outcome.Refused.class,
                        refused -> assertThat(refused.reasons().toString()).contains("SAME_FILE", number.toString()));
    }

    @Test
    void of_two_officials_who_put_the_same_file_at_once_one_does() throws Exception {
        for (var turn = 0; turn < 5; turn++) {
            var content = csv(20, Ids.next().toString());
            var load = samples.load(OldRegister.LGM);
            Callable<Outcome<UUID>> put = () -> samples.tryPut(load, "a.csv", content, Wish.NONE);
            try (var threads = Executors.newFixedThreadPool(2)) {
                var outcomes = threads.invokeAll(List.of(put, put)).stream()
                        .map(one -> one.resultNow() instanceof Outcome.Done)
                        .toList();
                assertThat(outcomes).containsExactlyInAnyOrder(true, false);
            }
        }
    }

    @Test
    void a_table_of_the_other_register_is_not_staged() {
        var file = samples.put(
                samples.load(OldRegister.NIR), "cita.csv", csv(20, Ids.next().toString()), Wish.NONE);

        assertThat(samples.ended(file).failure()).isEqualTo(JobFailure.OTHER_REGISTER);
        assertThat(samples.hashes(file)).isEmpty();
        assertThat(Someone.as(STEWARD, () -> again.run(file, STEWARD))).isInstanceOf(Outcome.Refused.class);
    }

    @Test
    void the_database_keeps_what_was_staged() {
        var load = samples.load(OldRegister.LGM);
        var file = samples.staged(load, 10);

        assertThat(samples.reading(() -> profiles.find(file)).orElseThrow().repeated())
                .isZero();
        refused("update old_row set key = 'x' where file_id = :file", file, "old_row_stays");
        refused("update old_file set rows = 3 where id = :file", file, "old_file_keeps_its_past");
        refused("update old_file set columns = '{}' where id = :file", file, "old_file_keeps_its_past");
        refused("update old_job set done = 3 where file_id = :file", file, "old_job_ends_once");
        refused(
                "insert into old_row (file_id, row_no, line, raw, sha256, cells, whole) select file_id, 99, 99, raw, sha256, cells, whole from old_row where file_id = :file and row_no = 1",
                file,
                "old_row_of_open_file");
    }

    private void refused(String sql, UUID file, String constraint) {
        assertThatThrownBy(() ->
                        samples.reading(() -> jdbc.sql(sql).param("file", file).update()))
                .as(sql)
                .rootCause()
                .isInstanceOfSatisfying(
                        org.postgresql.util.PSQLException.class,
                        failure -> assertThat(Objects.requireNonNull(failure.getServerErrorMessage())
                                        .getConstraint())
                                .isEqualTo(constraint));
    }
}
