package lv.vmis.register.edge;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.dhatim.fastexcel.Position;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/**
 * Lines of values as a spreadsheet (XLSX) that leaves while it is made. Every cell is text and none a formula, whatever it begins with. Its
 * first two lines stand on every printed page.
 */
public final class Xlsx {

    /** So many lines are in memory at once. */
    private static final int PART = 500;

    private static final int HEADS = 1;
    private static final int WIDTH = 20;

    /** What a footer and a cell of a spreadsheet may hold at most. */
    private static final int FOOTER = 200;

    private static final int CELL = 32_767;

    private final Workbook workbook;
    private final Worksheet sheet;
    private int next;

    /** @param footer stands below every printed page */
    public Xlsx(OutputStream out, String name, String footer) {
        workbook = new Workbook(out, "Register", "1.0");
        sheet = workbook.newWorksheet(name);
        sheet.repeatRows(0, HEADS);
        sheet.freezePane(0, HEADS + 1);
        // An ampersand begins a code in a footer.
        var text = footer.replace("&", "&&");
        sheet.footer(text.length() > FOOTER ? text.substring(0, FOOTER) : text, Position.LEFT);
    }

    public void line(List<String> values) throws IOException {
        for (var column = 0; column < values.size(); column++) {
            var value = values.get(column);
            sheet.inlineString(next, column, value.length() > CELL ? value.substring(0, CELL) : value);
            if (next == HEADS) {
                sheet.width(column, WIDTH);
                sheet.style(next, column).bold().set();
            }
        }
        next++;
        if (next % PART == 0) {
            sheet.flush();
        }
    }

    /** A sheet that was not ended does not open: nobody takes part of a list for the whole. */
    public void end() throws IOException {
        workbook.finish();
    }
}
