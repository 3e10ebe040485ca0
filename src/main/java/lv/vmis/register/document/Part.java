package lv.vmis.register.document;

import java.util.List;

/**
 * A fixed text of a kind of document.
 *
 * @param fields what it may name in braces
 */
public record Part(String name, Type type, List<String> fields) {

    public Part {
        fields = List.copyOf(fields);
    }

    /** How it is set. */
    public enum Type {
        TITLE,
        /** A title that begins a page of its own. */
        NEXT_TITLE,
        HEADING,
        TEXT,
        /** A numbered point of what is decided. */
        POINT,
        /** The name of a fact, with what the register knows of it or room to write it. */
        ROW,
        /** Something to be marked by hand. */
        BOX,
        /** The name of a field to be filled in or signed by hand. */
        SIGN,
        /** The same, with room for several lines. */
        SIGN_HIGH
    }

    static Part part(String name, Type type, String... fields) {
        return new Part(name, type, List.of(fields));
    }
}
