package lv.vmis.register.legacy.export;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/** The rows of a sheet, one after another. */
final class SheetRows implements Closeable {

    private static final int COLUMNS = 16_384;
    private static final long LAST_DAY = 2_958_465;
    private static final BigDecimal SECONDS = BigDecimal.valueOf(86_400);

    /**
     * A cell as the sheet has it.
     *
     * @param text what is given on
     * @param kind of the value, as the sheet names it
     * @param value as it stands there, before anything was made of it
     * @param number of a cell that shows a date
     */
    record Cell(
            String text,
            String kind,
            String value,
            @Nullable String number,
            @Nullable String formula) {
        static final Cell NONE = new Cell("", "", "", null, null);
    }

    private final Workbook book;
    private final InputStream in;
    private final XMLStreamReader reader;
    private final Limits limits;
    private final Map<String, String> formulas = new HashMap<>();
    private final List<Cell> cells = new ArrayList<>();
    private long row;

    SheetRows(Workbook book, InputStream in, Limits limits) throws XMLStreamException {
        this.book = book;
        this.in = in;
        this.limits = limits;
        this.reader = SafeXml.reader(in);
    }

    /** Goes to the next row in which something stands. */
    boolean next() throws XMLStreamException {
        while (reader.hasNext()) {
            var event = reader.next();
            if (event == XMLStreamConstants.DTD) {
                throw new XMLStreamException("DOCTYPE");
            }
            if (reader.isStartElement() && reader.getLocalName().equals("row")) {
                var number = reader.getAttributeValue(null, "r");
                row = number == null ? row + 1 : Long.parseLong(number);
                readRow();
                if (cells.stream().anyMatch(cell -> !cell.text().isEmpty())) {
                    return true;
                }
            }
        }
        return false;
    }

    /** The number of the row in the sheet. */
    long row() {
        return row;
    }

    /** The cells of the row; what stands in none is empty. After a fault: those before it. */
    List<Cell> cells() {
        return cells;
    }

    List<String> texts() {
        return cells.stream().map(Cell::text).toList();
    }

    private void readRow() throws XMLStreamException {
        cells.clear();
        while (reader.hasNext()) {
            reader.next();
            if (reader.isEndElement() && reader.getLocalName().equals("row")) {
                return;
            }
            if (reader.isStartElement() && reader.getLocalName().equals("c")) {
                var place = place(reader.getAttributeValue(null, "r"));
                if (place >= COLUMNS) {
                    throw new IllegalStateException("row " + row + ": " + place);
                }
                while (cells.size() <= place) {
                    cells.add(Cell.NONE);
                }
                cells.set(place, cell());
            }
        }
    }

    private int place(@Nullable String reference) {
        if (reference == null) {
            return cells.size();
        }
        var place = 0;
        for (var at = 0; at < reference.length() && Character.isLetter(reference.charAt(at)); at++) {
            place = Math.min(place * 26 + (reference.charAt(at) - 'A' + 1), COLUMNS + 1);
        }
        return Math.max(place - 1, 0);
    }

    private Cell cell() throws XMLStreamException {
        var kind = Objects.requireNonNullElse(reader.getAttributeValue(null, "t"), "n");
        var style = Objects.requireNonNullElse(reader.getAttributeValue(null, "s"), "0");
        var value = new StringBuilder();
        @Nullable String formula = null;
        while (reader.hasNext()) {
            reader.next();
            if (reader.isEndElement() && reader.getLocalName().equals("c")) {
                break;
            }
            if (reader.isStartElement()) {
                switch (reader.getLocalName()) {
                    case "f" -> formula = formula();
                    case "v" -> characters("v", value);
                    case "is" -> value.append(Workbook.text(reader, "is", limits.row()));
                    default -> {}
                }
            }
        }
        return cell(kind, Integer.parseInt(style), value.toString(), formula);
    }

    private Cell cell(String kind, int style, String value, @Nullable String formula) {
        if (formula != null) {
            return new Cell("=" + formula, kind, value, null, formula);
        }
        return switch (kind) {
            case "s" -> {
                var text = value.isEmpty() ? "" : book.shared(Integer.parseInt(value.strip()));
                yield new Cell(text, "text", text, null, null);
            }
            case "inlineStr", "str" -> new Cell(value, "text", value, null, null);
            case "n" -> {
                var date = book.isDate(style) ? date(value, book.countsFrom1904()) : null;
                yield new Cell(date == null ? value : date, kind, value, date == null ? null : value, null);
            }
            default -> new Cell(value, kind, value, null, null);
        };
    }

    private String formula() throws XMLStreamException {
        var shared = reader.getAttributeValue(null, "si");
        var text = new StringBuilder();
        characters("f", text);
        if (shared == null) {
            return text.toString();
        }
        // The first cell of a group has the formula, the others name it.
        if (!text.isEmpty()) {
            formulas.put(shared, text.toString());
            return text.toString();
        }
        return "{" + formulas.getOrDefault(shared, shared) + "}";
    }

    private void characters(String element, StringBuilder to) throws XMLStreamException {
        while (reader.hasNext()) {
            reader.next();
            if (reader.isEndElement() && reader.getLocalName().equals(element)) {
                return;
            }
            if (reader.hasText()) {
                to.append(reader.getTextCharacters(), reader.getTextStart(), reader.getTextLength());
                if (to.length() > limits.row()) {
                    throw new Container.Bomb(element, Integer.toString(limits.row()));
                }
            }
        }
    }

    /** The day that a number of a spreadsheet means; nothing where it means none. Day 60 of 1900 never was. */
    static @Nullable String date(String value, boolean from1904) {
        if (value.isEmpty() || value.length() > 30) {
            return null;
        }
        BigDecimal number;
        try {
            number = new BigDecimal(value);
        } catch (NumberFormatException notANumber) {
            return null;
        }
        if (number.signum() <= 0 || number.compareTo(BigDecimal.valueOf(LAST_DAY + 1)) >= 0) {
            return null;
        }
        var days = number.longValue();
        if (days < 1 || (days == 60 && !from1904)) {
            return null;
        }
        var first = from1904 ? LocalDate.of(1904, 1, 1) : LocalDate.of(1899, 12, days < 60 ? 31 : 30);
        var seconds = number.subtract(BigDecimal.valueOf(days))
                .multiply(SECONDS)
                .setScale(0, java.math.RoundingMode.HALF_UP)
                .longValue();
        var day = first.plusDays(days);
        return seconds == 0
                ? day.toString()
                : LocalDateTime.of(day, java.time.LocalTime.MIDNIGHT)
                        .plusSeconds(seconds)
                        .toString();
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
