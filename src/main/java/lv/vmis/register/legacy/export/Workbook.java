package lv.vmis.register.legacy.export;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/** A spreadsheet file (ECMA-376): its sheets, the texts they share, and which of its formats show a number as a date. */
final class Workbook implements Closeable {

    private static final String BOOK = "xl/workbook.xml";
    private static final String RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    /** Of what a format says in quotes, in brackets or behind a backslash nothing is a part of a date. */
    private static final Pattern SAID = Pattern.compile("\"[^\"]*\"|\\[[^\\]]*]|\\\\.|_.|\\*.");

    private final Container container;
    private final Limits limits;
    private final Map<String, String> sheets = new LinkedHashMap<>();
    private final Set<Integer> dates = new HashSet<>();
    private @Nullable List<String> shared;
    private boolean from1904;

    Workbook(Path file, Limits limits) throws IOException, XMLStreamException {
        this.container = new Container(file, limits);
        this.limits = limits;
        try {
            readSheets();
            if (container.has("xl/styles.xml")) {
                readStyles();
            }
        } catch (IOException | XMLStreamException | RuntimeException failure) {
            container.close();
            throw failure;
        }
    }

    /** The sheets by name, in their order. */
    Map<String, String> sheets() {
        return sheets;
    }

    boolean countsFrom1904() {
        return from1904;
    }

    /** Whether a cell of the style shows its number as a date. */
    boolean isDate(int style) {
        return dates.contains(style);
    }

    SheetRows rows(String sheet) throws IOException, XMLStreamException {
        if (shared == null) {
            shared = container.has("xl/sharedStrings.xml") ? readShared() : List.of();
        }
        var part = Objects.requireNonNull(sheets.get(sheet));
        return new SheetRows(this, new BufferedInputStream(container.part(part), 1 << 16), limits);
    }

    String shared(int place) {
        var texts = Objects.requireNonNull(shared);
        if (place < 0 || place >= texts.size()) {
            throw new IllegalStateException("xl/sharedStrings.xml: " + place);
        }
        return texts.get(place);
    }

    private void readSheets() throws IOException, XMLStreamException {
        var targets = new HashMap<String, String>();
        each("xl/_rels/workbook.xml.rels", "Relationship", part -> {
            var target = attribute(part, "Target");
            targets.put(attribute(part, "Id"), target.startsWith("/") ? target.substring(1) : "xl/" + target);
        });
        each(BOOK, "workbookPr", part -> from1904 |= isTrue(part.getAttributeValue(null, "date1904")));
        each(BOOK, "sheet", part -> {
            var id = part.getAttributeValue(RELATIONS, "id");
            var target = id == null ? null : targets.get(id);
            if (target != null) {
                sheets.put(attribute(part, "name"), target);
            }
        });
    }

    private void readStyles() throws IOException, XMLStreamException {
        var formats = new HashSet<Integer>();
        each("xl/styles.xml", "numFmt", part -> {
            if (showsDate(attribute(part, "formatCode"))) {
                formats.add(Integer.parseInt(attribute(part, "numFmtId")));
            }
        });
        try (var in = container.part("xl/styles.xml")) {
            var reader = SafeXml.reader(in);
            var style = 0;
            var within = false;
            while (reader.hasNext()) {
                reader.next();
                if (reader.isStartElement() && reader.getLocalName().equals("cellXfs")) {
                    within = true;
                } else if (reader.isEndElement() && reader.getLocalName().equals("cellXfs")) {
                    within = false;
                } else if (within
                        && reader.isStartElement()
                        && reader.getLocalName().equals("xf")) {
                    var id = Objects.requireNonNullElse(reader.getAttributeValue(null, "numFmtId"), "0");
                    if (isDateFormat(Integer.parseInt(id)) || formats.contains(Integer.parseInt(id))) {
                        dates.add(style);
                    }
                    style++;
                }
            }
        }
    }

    /** The formats of dates that every program knows by number. */
    private static boolean isDateFormat(int format) {
        return (format >= 14 && format <= 17)
                || format == 22
                || (format >= 27 && format <= 36)
                || (format >= 50 && format <= 58);
    }

    static boolean showsDate(String format) {
        var letters = SAID.matcher(format).replaceAll("");
        return letters.matches("(?is).*[dy].*");
    }

    private List<String> readShared() throws IOException, XMLStreamException {
        var texts = new ArrayList<String>();
        long size = 0;
        try (var in = new BufferedInputStream(container.part("xl/sharedStrings.xml"), 1 << 16)) {
            var reader = SafeXml.reader(in);
            while (reader.hasNext()) {
                reader.next();
                if (reader.isStartElement() && reader.getLocalName().equals("si")) {
                    var text = text(reader, "si", limits.row());
                    size += text.length();
                    if (size > limits.shared()) {
                        throw new Container.Bomb("xl/sharedStrings.xml", Long.toString(limits.shared()));
                    }
                    texts.add(text);
                }
            }
        }
        return texts;
    }

    /** The text of a cell, put together from its runs; how it is to be spoken (phonetic runs) is no part of it. */
    static String text(XMLStreamReader reader, String end, int most) throws XMLStreamException {
        var text = new StringBuilder();
        var phonetic = 0;
        var inText = false;
        while (reader.hasNext()) {
            reader.next();
            if (reader.isStartElement()) {
                phonetic += reader.getLocalName().equals("rPh") ? 1 : 0;
                inText = reader.getLocalName().equals("t") && phonetic == 0;
            } else if (reader.isEndElement()) {
                phonetic -= reader.getLocalName().equals("rPh") ? 1 : 0;
                inText = false;
                if (reader.getLocalName().equals(end)) {
                    break;
                }
            } else if (inText && reader.hasText()) {
                text.append(reader.getTextCharacters(), reader.getTextStart(), reader.getTextLength());
                if (text.length() > most) {
                    throw new Container.Bomb(end, Integer.toString(most));
                }
            }
        }
        return unescaped(text.toString());
    }

    private static final Pattern ESCAPE = Pattern.compile("_x([0-9A-Fa-f]{4})_");

    /** What XML cannot hold stands there as {@code _x000D_}. */
    private static String unescaped(String text) {
        return text.contains("_x")
                ? ESCAPE.matcher(text)
                        .replaceAll(found -> java.util.regex.Matcher.quoteReplacement(
                                Character.toString(Integer.parseInt(found.group(1), 16))))
                : text;
    }

    private interface Taken {
        void element(XMLStreamReader at) throws XMLStreamException;
    }

    private void each(String part, String element, Taken taken) throws IOException, XMLStreamException {
        try (var in = container.part(part)) {
            var reader = SafeXml.reader(in);
            while (reader.hasNext()) {
                reader.next();
                if (reader.isStartElement() && reader.getLocalName().equals(element)) {
                    taken.element(reader);
                }
            }
        }
    }

    static String attribute(XMLStreamReader reader, String name) {
        var value = reader.getAttributeValue(null, name);
        if (value == null) {
            throw new IllegalStateException(reader.getLocalName() + "/@" + name);
        }
        return value;
    }

    private static boolean isTrue(@Nullable String value) {
        return "1".equals(value) || "true".equals(value);
    }

    @Override
    public void close() throws IOException {
        container.close();
    }
}
