package lv.vmis.register.document;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** A fixed text with fields in braces, such as {@code {days}}. */
public record TemplateText(List<Piece> pieces) {

    private static final Pattern NAME = Pattern.compile("[a-z][a-z_]*");

    /** A text as it stands, or the name of a field. */
    public record Piece(String text, boolean isField) {}

    /** What is wrong with a text, and where. */
    public record Flaw(TemplateRefusal code, String shown) {}

    public TemplateText {
        pieces = List.copyOf(pieces);
    }

    /** Reads a text and adds to the flaws what is wrong with it. */
    static TemplateText read(String text, List<Flaw> flaws) {
        var pieces = new ArrayList<Piece>();
        var at = 0;
        while (at < text.length()) {
            var opens = text.indexOf('{', at);
            var closes = text.indexOf('}', at);
            if (closes >= 0 && (opens < 0 || closes < opens)) {
                flaws.add(new Flaw(TemplateRefusal.BRACE_NOT_OPENED, around(text, closes)));
                return new TemplateText(pieces);
            }
            if (opens < 0) {
                pieces.add(new Piece(text.substring(at), false));
                break;
            }
            if (opens > at) {
                pieces.add(new Piece(text.substring(at, opens), false));
            }
            var again = text.indexOf('{', opens + 1);
            if (closes < 0 || (again >= 0 && again < closes)) {
                flaws.add(new Flaw(TemplateRefusal.BRACE_NOT_CLOSED, around(text, opens)));
                return new TemplateText(pieces);
            }
            pieces.add(new Piece(text.substring(opens + 1, closes), true));
            at = closes + 1;
        }
        return new TemplateText(pieces);
    }

    /** What is wrong with a text that may name these fields; nothing if it can be printed. */
    public static List<Flaw> flaws(String text, List<String> allowed) {
        var flaws = new ArrayList<Flaw>();
        for (var field : read(text, flaws).fields()) {
            if (!NAME.matcher(field).matches() || !allowed.contains(field)) {
                flaws.add(new Flaw(TemplateRefusal.FIELD_UNKNOWN, "{" + field + "}"));
            }
        }
        return flaws;
    }

    static TemplateText of(String text) {
        var flaws = new ArrayList<Flaw>();
        var read = read(text, flaws);
        if (!flaws.isEmpty()) {
            throw new IllegalStateException("a stored template cannot be read: %s".formatted(flaws));
        }
        return read;
    }

    public Set<String> fields() {
        var fields = new LinkedHashSet<String>();
        pieces.stream().filter(Piece::isField).map(Piece::text).forEach(fields::add);
        return fields;
    }

    /** The text with its fields filled in; a field without a value stays as it is, so that somebody sees it. */
    public String filled(Map<String, String> values) {
        var filled = new StringBuilder();
        for (var piece : pieces) {
            filled.append(piece.isField() ? values.getOrDefault(piece.text(), "{" + piece.text() + "}") : piece.text());
        }
        return filled.toString();
    }

    private static String around(String text, int at) {
        return text.substring(Math.max(0, at - 15), Math.min(text.length(), at + 15))
                .replace('\n', ' ');
    }
}
