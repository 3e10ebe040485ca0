package lv.vmis.register.legacy.export;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What was read of a file, kept. */
final class Taken implements RowSink {

    final List<RawRow> rows = new ArrayList<>();
    final List<Finding> findings = new ArrayList<>();
    private @Nullable Columns columns;
    ExportReader.Ending ending = new ExportReader.Ending(0, false);

    static Taken of(Path file, Wish wish) throws IOException {
        return of(file, wish, Limits.USUAL);
    }

    static Taken of(Path file, Wish wish, Limits limits) throws IOException {
        var taken = new Taken();
        taken.ending = new ExportReader(limits).read(file, wish, taken);
        return taken;
    }

    @Override
    public void columns(Columns given) {
        columns = given;
    }

    @Override
    public void row(RawRow row) {
        rows.add(row);
    }

    @Override
    public void finding(Finding finding) {
        findings.add(finding);
    }

    Columns columns() {
        return Objects.requireNonNull(columns);
    }

    List<FindingCode> codes() {
        return findings.stream().map(Finding::code).toList();
    }

    /** Without those about columns that a short header does not have. */
    List<FindingCode> codesOfRows() {
        return codes().stream()
                .filter(code -> code != FindingCode.MISSING_COLUMN)
                .toList();
    }

    Finding finding(FindingCode code) {
        return findings.stream()
                .filter(found -> found.code() == code)
                .findFirst()
                .orElseThrow();
    }

    List<List<String>> cells() {
        return rows.stream().map(RawRow::cells).toList();
    }
}
