package lv.vmis.register.legacy.export;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import javax.xml.stream.XMLStreamException;
import org.jspecify.annotations.Nullable;

/** Finds out what a file is, where nobody says it. */
final class LayoutFinder {

    private static final int SAMPLE = 1 << 20;
    private static final List<Character> SEPARATORS = List.of(';', ',', '\t');

    private final Limits limits;
    private final Consumer<Finding> found;

    LayoutFinder(Limits limits, Consumer<Finding> found) {
        this.limits = limits;
        this.found = found;
    }

    Layout find(Path file, Wish wish) throws IOException {
        var bytes = Bytes.of(file);
        if (bytes.isEmpty()) {
            tell(FindingCode.EMPTY_FILE);
            return new Layout(format(wish, FileFormat.CSV), null, null, null, List.of(), null, false);
        }
        var first = sample(file, 200);
        var looksLikeXml = new String(first, CodePage.WINDOWS_1257.charset())
                .replaceFirst("^ļ»æ|^\\p{C}+", "")
                .stripLeading()
                .startsWith("<");
        var format = format(
                wish,
                bytes.isContainer() || bytes.isOldSpreadsheet()
                        ? FileFormat.XLSX
                        : looksLikeXml ? FileFormat.XML : FileFormat.CSV);
        return switch (format) {
            case CSV -> csv(file, wish, bytes);
            case XLSX -> spreadsheet(file, wish);
            case XML -> xml(file, wish);
        };
    }

    private static FileFormat format(Wish wish, FileFormat otherwise) {
        return wish.format() == null ? otherwise : wish.format();
    }

    private Layout csv(Path file, Wish wish, Bytes bytes) throws IOException {
        if (bytes.isUtf16()) {
            tell(FindingCode.OTHER_ENCODING, "UTF-16");
            return new Layout(FileFormat.CSV, null, null, null, List.of(), null, false);
        }
        var page = wish.codePage() != null ? wish.codePage() : bytes.hasMark() ? CodePage.UTF_8 : bytes.best();
        if (bytes.isWrong(page)) {
            tell(
                    FindingCode.WRONG_CODE_PAGE,
                    page.shown(),
                    Math.max(1, Math.round(100 * bytes.share(page))),
                    bytes.best().shown());
        }
        var sample = sample(file, SAMPLE);
        var separator = wish.separator() != null ? wish.separator() : separator(sample);
        var parser = new CsvParser(new java.io.ByteArrayInputStream(sample), (byte) separator, limits.row());
        var line = parser.next() ? parser.cells(page) : List.<String>of();
        var guessed = Columns.table(line);
        var header = wish.header() != null ? wish.header() : guessed.isPresent();
        var table = wish.table() != null ? wish.table() : guessed.orElse(null);
        if (!header) {
            // Without names the columns can only be those of the table, in its order.
            var likely = wish.table() == null ? likely(line.size()) : wish.table();
            table = likely != null && likely.fields().size() == line.size() ? likely : null;
            tell(FindingCode.NO_HEADER, line.size());
        }
        if (table == null) {
            tell(FindingCode.UNKNOWN_TABLE, line.size());
        }
        return new Layout(FileFormat.CSV, page, separator, null, List.of(), table, header);
    }

    /** The only table that has so many columns. */
    private static @Nullable OldTable likely(int columns) {
        var tables = java.util.Arrays.stream(OldTable.values())
                .filter(table -> table.fields().size() == columns)
                .toList();
        return tables.size() == 1 ? tables.getFirst() : null;
    }

    /** The one of which the first line has most, outside quotes. */
    private static char separator(byte[] sample) {
        var counts = new int[SEPARATORS.size()];
        var quoted = false;
        for (var one : sample) {
            if (one == '"') {
                quoted = !quoted;
            } else if (!quoted && (one == '\n' || one == '\r')) {
                break;
            } else if (!quoted && SEPARATORS.contains((char) one)) {
                counts[SEPARATORS.indexOf((char) one)]++;
            }
        }
        var best = 0;
        for (var at = 1; at < counts.length; at++) {
            best = counts[at] > counts[best] ? at : best;
        }
        return SEPARATORS.get(best);
    }

    private Layout spreadsheet(Path file, Wish wish) throws IOException {
        try (var book = new Workbook(file, limits)) {
            var sheets = List.copyOf(book.sheets().keySet());
            var sheet = wish.sheet() != null ? wish.sheet() : sheets.isEmpty() ? null : sheets.getFirst();
            if (sheet == null || !sheets.contains(sheet)) {
                tell(FindingCode.NO_SUCH_SHEET, Objects.requireNonNullElse(sheet, "–"), String.join(", ", sheets));
                return new Layout(FileFormat.XLSX, null, null, sheet, sheets, null, false);
            }
            var line = new ArrayList<String>();
            try (var rows = book.rows(sheet)) {
                if (rows.next()) {
                    line.addAll(rows.texts());
                }
            }
            var guessed = Columns.table(line);
            var header = wish.header() != null ? wish.header() : guessed.isPresent();
            var table = wish.table() != null ? wish.table() : guessed.orElse(null);
            if (line.isEmpty()) {
                tell(FindingCode.EMPTY_FILE);
                table = null;
            } else if (!header) {
                var likely = wish.table() == null ? likely(line.size()) : wish.table();
                table = likely != null && likely.fields().size() >= line.size() ? likely : null;
                tell(FindingCode.NO_HEADER, line.size());
            }
            if (table == null && !line.isEmpty()) {
                tell(FindingCode.UNKNOWN_TABLE, line.size());
            }
            return new Layout(FileFormat.XLSX, null, null, sheet, sheets, table, header);
        } catch (Container.Bomb bomb) {
            tell(FindingCode.ZIP_BOMB, bomb.part(), bomb.limit());
        } catch (IOException | XMLStreamException | IllegalStateException failure) {
            tell(FindingCode.BROKEN_CONTAINER, said(failure));
        }
        return new Layout(FileFormat.XLSX, null, null, wish.sheet(), List.of(), null, false);
    }

    private Layout xml(Path file, Wish wish) throws IOException {
        var table = wish.table();
        try (var in = new BufferedInputStream(Files.newInputStream(file))) {
            var reader = SafeXml.reader(in);
            while (reader.hasNext() && !reader.isStartElement()) {
                if (reader.next() == javax.xml.stream.XMLStreamConstants.DTD) {
                    tell(FindingCode.FORBIDDEN_XML);
                    return new Layout(FileFormat.XML, null, null, null, List.of(), null, true);
                }
            }
            var named = reader.isStartElement() ? reader.getAttributeValue(null, SafeXml.TABLE) : null;
            if (!reader.isStartElement() || !reader.getLocalName().equals(SafeXml.ROOT)) {
                tell(FindingCode.OTHER_XML, reader.isStartElement() ? reader.getLocalName() : "–");
                table = null;
            } else if (table == null) {
                table = java.util.Arrays.stream(OldTable.values())
                        .filter(known -> known.name().equals(named))
                        .findFirst()
                        .orElse(null);
                if (table == null) {
                    tell(FindingCode.UNKNOWN_TABLE, 0);
                }
            }
        } catch (XMLStreamException failure) {
            tell(FindingCode.BROKEN_XML, said(failure));
            table = null;
        }
        return new Layout(FileFormat.XML, null, null, null, List.of(), table, true);
    }

    static String said(Exception failure) {
        var said = Objects.requireNonNullElse(
                failure.getMessage(), failure.getClass().getSimpleName());
        var line = said.lines()
                .filter(part -> !part.startsWith("ParseError"))
                .findFirst()
                .orElse(said);
        return line.replaceFirst("^Message: ", "");
    }

    private static byte[] sample(Path file, int length) throws IOException {
        try (var in = Files.newInputStream(file)) {
            return in.readNBytes(length);
        }
    }

    private void tell(FindingCode code, Object... values) {
        found.accept(Finding.of(code, Position.FILE, null, values));
    }
}
