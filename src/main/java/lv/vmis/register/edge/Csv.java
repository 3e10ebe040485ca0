package lv.vmis.register.edge;

import java.io.IOException;
import java.io.Writer;
import java.util.List;

/**
 * Lines of values with semicolons between them, as spreadsheets of this country read them. A value that a spreadsheet would
 * take for a formula is marked as text; no value can end its cell or its line.
 */
public final class Csv {

    /** Tells spreadsheets that the text is UTF-8. */
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    /** With what a formula begins; some programs take the wide forms of East Asia for the same. */
    private static final String FORMULA = "=+-@|%＝＋－＠\t\r\n";

    private final Writer out;

    public Csv(Writer out) throws IOException {
        this.out = out;
        out.write(BYTE_ORDER_MARK);
    }

    public void line(List<String> values) throws IOException {
        for (var i = 0; i < values.size(); i++) {
            if (i > 0) {
                out.write(';');
            }
            out.write(cell(values.get(i)));
        }
        out.write("\r\n");
    }

    static String cell(String value) {
        var first = value.codePoints()
                .filter(character -> !Character.isSpaceChar(character) && !isInvisible(character))
                .findFirst()
                .orElse(' ');
        var safe = FORMULA.indexOf(first) < 0 ? value : "'" + value;
        return "\"" + safe.replace("\"", "\"\"") + "\"";
    }

    private static boolean isInvisible(int character) {
        return Character.getType(character) == Character.FORMAT;
    }
}
