package lv.vmis.register.sis;

import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Writes XML, element by element; what has no value is left out. */
final class Markup {

    static final String NAMESPACE = "urn:lv:vmis:nsis:1";

    private final StringBuilder text = new StringBuilder();
    private final String name;
    private boolean isOpen = true;

    private Markup(String name) {
        this.name = name;
        text.append('<').append(name);
    }

    /** The outermost element of a message. */
    static Markup message(String name) {
        return new Markup(name).with("xmlns", NAMESPACE);
    }

    static Markup element(String name) {
        return new Markup(name);
    }

    Markup with(String attribute, @Nullable Object value) {
        if (value != null) {
            text.append(' ')
                    .append(attribute)
                    .append("=\"")
                    .append(escaped(value))
                    .append('"');
        }
        return this;
    }

    Markup holding(Markup child) {
        return raw(child.toString());
    }

    Markup holding(Stream<Markup> children) {
        children.forEach(this::holding);
        return this;
    }

    Markup holding(String child, @Nullable Object value) {
        return value == null ? this : holding(element(child).content(value));
    }

    /** Its text. */
    Markup content(Object value) {
        return raw(escaped(value));
    }

    private Markup raw(String content) {
        if (isOpen) {
            text.append('>');
            isOpen = false;
        }
        text.append(content);
        return this;
    }

    @Override
    public String toString() {
        return isOpen ? text + "/>" : text + "</" + name + ">";
    }

    private static String escaped(Object value) {
        var out = new StringBuilder();
        value.toString().codePoints().forEach(point -> {
            switch (point) {
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '&' -> out.append("&amp;");
                case '"' -> out.append("&quot;");
                case '\n' -> out.append("&#10;");
                default -> out.appendCodePoint(isOfXml(point) ? point : ' ');
            }
        });
        return out.toString();
    }

    private static boolean isOfXml(int point) {
        return point >= ' ' && (point < 0xD800 || point > 0xDFFF) && point != 0xFFFE && point != 0xFFFF;
    }
}
