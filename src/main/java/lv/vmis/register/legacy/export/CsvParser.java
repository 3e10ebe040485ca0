package lv.vmis.register.legacy.export;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Takes lines of values apart byte by byte: quotes, separators and line ends are single bytes in every code page that old systems write, so
 * the bytes of a row stay as they are whatever it says.
 */
final class CsvParser {

    private static final int BLOCK = 1 << 16;

    /** No table has so many columns. */
    private static final int MOST_CELLS = 1_000;

    /** What old programs write behind the last line. */
    private static final byte END_OF_FILE = 0x1A;

    private enum State {
        START,
        PLAIN,
        QUOTED,
        /** A quote within quotes: the end of the cell, or the first of two. */
        QUOTE
    }

    private final InputStream in;
    private final byte separator;
    private final int most;
    private final byte[] block = new byte[BLOCK];
    private int filled;
    private int at;
    private boolean ended;
    private long nextLine = 1;

    private byte[] row = new byte[1024];
    private int length;
    private int[] ends = new int[64];
    private int cells;
    private long line;
    private boolean terminated;
    private boolean openQuote;
    private boolean tooLarge;
    private boolean stray;

    CsvParser(InputStream in, byte separator, int most) {
        this.in = in;
        this.separator = separator;
        this.most = most;
    }

    /** Goes to the next row that is not empty; false at the end. */
    boolean next() throws IOException {
        while (fill()) {
            readRow();
            if (length > 0 && !(length == 1 && row[0] == END_OF_FILE && !fill())) {
                return true;
            }
        }
        return false;
    }

    private void readRow() throws IOException {
        length = 0;
        cells = 0;
        line = nextLine;
        terminated = false;
        openQuote = false;
        stray = false;
        var state = State.START;
        while (fill()) {
            if (length >= most || cells >= MOST_CELLS) {
                tooLarge = true;
                break;
            }
            var one = block[at++];
            if (one == '\n') {
                nextLine++;
                if (state != State.QUOTED) {
                    terminated = true;
                    if (length > 0 && row[length - 1] == '\r') {
                        length--;
                    }
                    break;
                }
            }
            if (one == separator && state != State.QUOTED) {
                endCell();
                add(one);
                state = State.START;
                continue;
            }
            add(one);
            state = switch (state) {
                case START -> one == '"' ? State.QUOTED : State.PLAIN;
                case PLAIN -> State.PLAIN;
                case QUOTED -> one == '"' ? State.QUOTE : State.QUOTED;
                case QUOTE -> {
                    if (one == '"') {
                        yield State.QUOTED;
                    }
                    stray |= one != '\r';
                    yield one == '\r' ? State.QUOTE : State.PLAIN;
                }
            };
        }
        endCell();
        openQuote = state == State.QUOTED;
    }

    private void add(byte one) {
        if (length == row.length) {
            row = Arrays.copyOf(row, length * 2);
        }
        row[length++] = one;
    }

    private void endCell() {
        if (cells == ends.length) {
            ends = Arrays.copyOf(ends, cells * 2);
        }
        ends[cells++] = length;
    }

    private boolean fill() throws IOException {
        if (at < filled) {
            return true;
        }
        if (ended) {
            return false;
        }
        filled = in.read(block, 0, BLOCK);
        at = 0;
        ended = filled <= 0;
        filled = Math.max(filled, 0);
        return !ended;
    }

    /** The first line of the row. */
    long line() {
        return line;
    }

    /** Whether a line end stood behind it. */
    boolean isTerminated() {
        return terminated;
    }

    boolean hasOpenQuote() {
        return openQuote;
    }

    boolean isTooLarge() {
        return tooLarge;
    }

    /** Whether something stood behind a closing quote. */
    boolean hasStrayQuote() {
        return stray;
    }

    /** The bytes of the row without its line end. */
    byte[] raw() {
        return Arrays.copyOf(row, length);
    }

    int length() {
        return length;
    }

    int size() {
        return cells;
    }

    int start(int cell) {
        return cell == 0 ? 0 : ends[cell - 1] + 1;
    }

    int end(int cell) {
        return ends[cell];
    }

    List<String> cells(CodePage page) {
        var texts = new ArrayList<String>(cells);
        for (var cell = 0; cell < cells; cell++) {
            texts.add(text(start(cell), end(cell), page));
        }
        return texts;
    }

    private String text(int from, int to, CodePage page) {
        var text = new String(row, from, to - from, page.charset());
        var isQuoted = to - from >= 2 && row[from] == '"' && row[to - 1] == '"';
        if (!isQuoted) {
            // A quote that was never closed is no part of what it says.
            return openQuote && to == length && to > from && row[from] == '"'
                    ? text.substring(1).replace("\"\"", "\"")
                    : text;
        }
        var inside = text.substring(1, text.length() - 1);
        return inside.indexOf('"') < 0 ? inside : unquoted(inside, text);
    }

    /** Two quotes are one; a lone one means that the cell only looks quoted, and stays as it is. */
    private static String unquoted(String inside, String text) {
        var plain = inside.replace("\"\"", "");
        return plain.indexOf('"') < 0 ? inside.replace("\"\"", "\"") : text;
    }
}
