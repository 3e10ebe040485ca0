package lv.vmis.register.legacy.export;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import javax.xml.stream.XMLStreamException;

/** Reads a sheet of a spreadsheet: texts, numbers as they stand, dates with their number, formulas as formulas. */
final class XlsxReader {

    /** Between the parts of a cell, and behind a cell, in what is hashed. */
    static final char PART = '\u001F';

    static final char END = '\u001E';

    private final Layout layout;
    private final Limits limits;
    private final RowSink sink;
    private final Digest digest = new Digest();
    private long rows;

    XlsxReader(Layout layout, Limits limits, RowSink sink) {
        this.layout = layout;
        this.limits = limits;
        this.sink = sink;
    }

    ExportReader.Ending read(Path file) throws IOException {
        var table = Objects.requireNonNull(layout.table());
        var columns = Columns.of(table);
        try (var book = new Workbook(file, limits);
                var sheet = book.rows(Objects.requireNonNull(layout.sheet()))) {
            if (layout.header() && sheet.next()) {
                columns = Columns.named(table, sheet.texts(), sink::finding);
            }
            sink.columns(columns);
            try {
                while (sheet.next()) {
                    give(sheet, columns, true);
                }
            } catch (Container.Bomb bomb) {
                return cut(
                        Finding.of(FindingCode.ZIP_BOMB, here(sheet), null, bomb.part(), bomb.limit()), sheet, columns);
            } catch (XMLStreamException | IllegalStateException | NumberFormatException failure) {
                var said = LayoutFinder.said(failure);
                return cut(Finding.of(FindingCode.BROKEN_CONTAINER, here(sheet), null, said), sheet, columns);
            }
        } catch (XMLStreamException failure) {
            throw new IOException(failure);
        }
        if (rows == 0) {
            sink.finding(Finding.of(FindingCode.NO_ROWS, Position.FILE, null));
        }
        return new ExportReader.Ending(rows, true);
    }

    private Position here(SheetRows sheet) {
        return new Position(rows + 1, sheet.row());
    }

    private ExportReader.Ending cut(Finding why, SheetRows sheet, Columns columns) {
        sink.finding(why);
        if (sheet.texts().stream().anyMatch(text -> !text.isEmpty())) {
            give(sheet, columns, false);
        }
        return new ExportReader.Ending(rows, false);
    }

    private void give(SheetRows sheet, Columns columns, boolean whole) {
        rows++;
        var at = new Position(rows, sheet.row());
        var texts = new ArrayList<String>();
        Map<Integer, String> numbers = new HashMap<>();
        var raw = new StringBuilder();
        var last = columns.size();
        for (var place = 0; place < sheet.cells().size(); place++) {
            var cell = sheet.cells().get(place);
            var name = columns.name(place);
            if (!cell.text().isEmpty()) {
                raw.append(name).append(PART).append(cell.kind()).append(PART).append(cell.value());
                if (cell.formula() != null) {
                    raw.append(PART).append(cell.formula());
                    sink.finding(Finding.of(FindingCode.FORMULA, at, name, cell.text(), cell.value()));
                } else if (cell.kind().equals("e")) {
                    sink.finding(Finding.of(FindingCode.ERROR_CELL, at, name, cell.text()));
                }
                raw.append(END);
                last = Math.max(last, place + 1);
            }
            if (cell.text().length() > limits.cell()) {
                sink.finding(
                        Finding.of(FindingCode.LONG_CELL, at, name, cell.text().length()));
            }
            if (cell.text().indexOf(0) >= 0) {
                sink.finding(Finding.of(FindingCode.NUL_BYTES, at, name));
            }
            if (cell.number() != null) {
                numbers.put(place, cell.number());
            }
            texts.add(cell.text());
        }
        while (texts.size() < last) {
            texts.add("");
        }
        // Behind the last column a program leaves formatted cells in which nothing stands.
        var cells = texts.subList(0, last);
        if (last > columns.size()) {
            sink.finding(Finding.of(FindingCode.ROW_LONG, at, null, last, columns.size()));
        }
        var bytes = raw.toString().getBytes(StandardCharsets.UTF_8);
        sink.row(new RawRow(at, java.util.List.copyOf(cells), Map.copyOf(numbers), bytes, digest.of(bytes), whole));
    }
}
