package lv.vmis.register.legacy.export;

import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Reads XML as {@code legacy/old-register.xsd} describes it: a row is an element, a cell an element with the name of its column. */
final class XmlReader {

    private final Layout layout;
    private final Limits limits;
    private final RowSink sink;
    private final Digest digest = new Digest();
    private final Set<String> unknown = new HashSet<>();
    private long rows;

    private Position at = Position.FILE;
    private List<String> cells = List.of();
    private final StringBuilder raw = new StringBuilder();
    private boolean inRow;

    XmlReader(Layout layout, Limits limits, RowSink sink) {
        this.layout = layout;
        this.limits = limits;
        this.sink = sink;
    }

    ExportReader.Ending read(Path file) throws IOException {
        var columns = Columns.of(Objects.requireNonNull(layout.table()));
        sink.columns(columns);
        try (var in = new ToTheEnd(new BufferedInputStream(Files.newInputStream(file), 1 << 16))) {
            try {
                var whole = read(SafeXml.reader(in), columns);
                if (rows == 0) {
                    sink.finding(Finding.of(FindingCode.NO_ROWS, Position.FILE, null));
                }
                return new ExportReader.Ending(rows, whole);
            } catch (XMLStreamException failure) {
                var line = failure.getLocation() == null
                        ? 0
                        : failure.getLocation().getLineNumber();
                var code = in.ended ? FindingCode.CUT_XML : FindingCode.BROKEN_XML;
                sink.finding(Finding.of(
                        code, new Position(inRow ? rows + 1 : rows, line), null, LayoutFinder.said(failure)));
                if (inRow) {
                    give(false);
                }
                return new ExportReader.Ending(rows, false);
            }
        }
    }

    /** Knows whether its end was reached: what fails before is broken, what fails there was cut. */
    private static final class ToTheEnd extends FilterInputStream {
        private boolean ended;

        ToTheEnd(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            var one = super.read();
            ended |= one < 0;
            return one;
        }

        @Override
        public int read(byte[] bytes, int from, int length) throws IOException {
            var count = super.read(bytes, from, length);
            ended |= count < 0;
            return count;
        }
    }

    /** A document type was refused before, when it was found out what the file is. */
    private boolean read(XMLStreamReader reader, Columns columns) throws XMLStreamException {
        while (reader.hasNext()) {
            var event = reader.next();
            if (event != XMLStreamConstants.START_ELEMENT
                    || reader.getLocalName().equals(SafeXml.ROOT)) {
                continue;
            }
            var line = reader.getLocation().getLineNumber();
            if (!reader.getLocalName().equals(SafeXml.ROW)) {
                at = new Position(rows, line);
                sink.finding(Finding.of(FindingCode.OTHER_XML, at, null, reader.getLocalName()));
                continue;
            }
            at = new Position(rows + 1, line);
            if (!row(reader, columns)) {
                return false;
            }
        }
        return true;
    }

    private boolean row(XMLStreamReader reader, Columns columns) throws XMLStreamException {
        inRow = true;
        cells = new ArrayList<>(Collections.nCopies(columns.size(), ""));
        raw.setLength(0);
        var seen = new HashSet<String>();
        while (reader.hasNext()) {
            var event = reader.next();
            if (event == XMLStreamConstants.END_ELEMENT) {
                break;
            }
            if (event == XMLStreamConstants.CHARACTERS && !reader.isWhiteSpace()) {
                // What stands between the cells belongs to none, and is kept in the row as it is.
                raw.append(XlsxReader.PART).append(reader.getText()).append(XlsxReader.END);
                sink.finding(Finding.of(
                        FindingCode.OTHER_XML, at, null, reader.getText().strip()));
            }
            if (event != XMLStreamConstants.START_ELEMENT) {
                continue;
            }
            var name = reader.getLocalName();
            var text = cell(reader, name);
            raw.append(name).append(XlsxReader.PART).append(text).append(XlsxReader.END);
            if (raw.length() > limits.row()) {
                sink.finding(Finding.of(FindingCode.ROW_TOO_LARGE, at, name, limits.row()));
                give(false);
                return false;
            }
            put(columns, name, text, seen);
        }
        give(true);
        return true;
    }

    private void put(Columns columns, String name, String text, Set<String> seen) {
        var place = columns.place(name);
        if (place.isEmpty()) {
            if (unknown.add(name)) {
                sink.finding(Finding.of(FindingCode.UNKNOWN_COLUMN, at, name, text));
            }
        } else if (!seen.add(name)) {
            sink.finding(Finding.of(FindingCode.DOUBLED_COLUMN, at, name, text));
        } else {
            cells.set(place.get(), text);
        }
        if (text.length() > limits.cell()) {
            sink.finding(Finding.of(FindingCode.LONG_CELL, at, name, text.length()));
        }
    }

    /** All text of the element, that of elements within it too. */
    private String cell(XMLStreamReader reader, String name) throws XMLStreamException {
        var text = new StringBuilder();
        var depth = 1;
        while (depth > 0 && reader.hasNext()) {
            switch (reader.next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    depth++;
                    sink.finding(Finding.of(FindingCode.OTHER_XML, at, name, reader.getLocalName()));
                }
                case XMLStreamConstants.END_ELEMENT -> depth--;
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE ->
                    text.append(reader.getTextCharacters(), reader.getTextStart(), reader.getTextLength());
                default -> {}
            }
            if (text.length() > limits.row()) {
                break;
            }
        }
        return text.toString();
    }

    private void give(boolean whole) {
        rows++;
        inRow = false;
        var bytes = raw.toString().getBytes(StandardCharsets.UTF_8);
        sink.row(new RawRow(at, List.copyOf(cells), Map.of(), bytes, digest.of(bytes), whole));
    }
}
