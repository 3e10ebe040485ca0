package lv.vmis.register.legacy.export;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;

/** Reads lines of values. */
final class CsvReader {

    private static final int SHOWN = 24;
    private static final char REPLACEMENT = '\uFFFD';

    private final Layout layout;
    private final Limits limits;
    private final RowSink sink;
    private final CodePage page;
    private final Digest digest = new Digest();

    CsvReader(Layout layout, Limits limits, RowSink sink) {
        this.layout = layout;
        this.limits = limits;
        this.sink = sink;
        this.page = Objects.requireNonNull(layout.codePage());
    }

    ExportReader.Ending read(Path file) throws IOException {
        var table = Objects.requireNonNull(layout.table());
        var separator = (byte) (char) Objects.requireNonNull(layout.separator());
        try (var in = Files.newInputStream(file)) {
            skipMark(in, file);
            var parser = new CsvParser(in, separator, limits.row());
            var columns = Columns.of(table);
            if (layout.header() && parser.next()) {
                columns = Columns.named(table, parser.cells(page), sink::finding);
            }
            sink.columns(columns);
            long rows = 0;
            while (parser.next()) {
                rows++;
                var at = new Position(rows, parser.line());
                if (parser.isTooLarge()) {
                    sink.finding(Finding.of(FindingCode.ROW_TOO_LARGE, at, null, limits.row()));
                }
                var whole = give(parser, columns, at);
                if (!whole) {
                    return new ExportReader.Ending(rows, false);
                }
            }
            if (rows == 0) {
                sink.finding(Finding.of(FindingCode.NO_ROWS, Position.FILE, null));
            }
            return new ExportReader.Ending(rows, true);
        }
    }

    private static void skipMark(java.io.InputStream in, Path file) throws IOException {
        try (var first = Files.newInputStream(file)) {
            var mark = first.readNBytes(3);
            if (mark.length == 3 && (mark[0] & 0xFF) == 0xEF && (mark[1] & 0xFF) == 0xBB && (mark[2] & 0xFF) == 0xBF) {
                in.skipNBytes(3);
            }
        }
    }

    /** Gives the row and what is wrong about it; answers whether the file goes on as a file does. */
    private boolean give(CsvParser parser, Columns columns, Position at) {
        var cells = parser.cells(page);
        var raw = parser.raw();
        var isShort = cells.size() < columns.size();
        var isCut = !parser.isTerminated() && isShort && !parser.isTooLarge();
        if (parser.hasOpenQuote() && !parser.isTooLarge()) {
            sink.finding(Finding.of(FindingCode.CUT_OPEN_QUOTE, at, columns.name(cells.size() - 1)));
        } else if (isCut) {
            sink.finding(Finding.of(FindingCode.CUT_LAST_ROW, at, null, cells.size(), columns.size()));
        } else if (isShort) {
            sink.finding(Finding.of(FindingCode.ROW_SHORT, at, null, cells.size(), columns.size()));
        }
        if (cells.size() > columns.size()) {
            sink.finding(Finding.of(FindingCode.ROW_LONG, at, null, cells.size(), columns.size()));
        }
        if (parser.hasStrayQuote()) {
            sink.finding(Finding.of(FindingCode.STRAY_QUOTE, at, null));
        }
        for (var place = 0; place < cells.size(); place++) {
            look(cells.get(place), columns.name(place), at, parser, raw, place);
        }
        var whole = !parser.hasOpenQuote() && !isCut && !parser.isTooLarge();
        sink.row(new RawRow(at, List.copyOf(cells), java.util.Map.of(), raw, digest.of(raw), whole));
        return whole;
    }

    private void look(String cell, String name, Position at, CsvParser parser, byte[] raw, int place) {
        if (cell.length() > limits.cell()) {
            sink.finding(Finding.of(FindingCode.LONG_CELL, at, name, cell.length()));
        }
        if (cell.indexOf(0) >= 0) {
            sink.finding(Finding.of(FindingCode.NUL_BYTES, at, name));
        }
        if (cell.indexOf(REPLACEMENT) >= 0) {
            var bytes = java.util.Arrays.copyOfRange(raw, parser.start(place), parser.end(place));
            if (page == CodePage.UTF_8
                    && new String(bytes, page.charset()).equals(cell)
                    && java.util.Arrays.equals(cell.getBytes(StandardCharsets.UTF_8), bytes)) {
                sink.finding(Finding.of(FindingCode.DAMAGED_BEFORE, at, name, cell));
            } else {
                var shown = java.util.Arrays.copyOf(bytes, Math.min(bytes.length, SHOWN));
                var other = page == CodePage.UTF_8 ? CodePage.WINDOWS_1257 : CodePage.UTF_8;
                var elsewhere = new String(shown, other.charset());
                sink.finding(Finding.of(
                        FindingCode.BAD_BYTES, at, name, HexFormat.of().formatHex(shown), elsewhere, other.shown()));
            }
        }
    }
}
