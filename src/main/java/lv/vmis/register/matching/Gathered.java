package lv.vmis.register.matching;

import java.util.Arrays;

/** Rows with the words of a question that they have and at which levels, as {@link LevelMap} has them for words. */
final class Gathered {

    private static final int MARKS = 2048;
    /** A row takes at least four places, and 64 have a mark in one number. */
    private static final int MARK_SHIFT = 8;

    /** Room for the rows of most questions: to make more takes longer than to have it. */
    private static final int ROOM = 2048;

    /** The number of a row and one, 0 where there is none. */
    private int[] table = new int[ROOM * 4];

    /** A bit for rows that are known, shared by some: most rows are not, and are told by it without the table. */
    private final long[] marks = new long[MARKS];

    private int[] rows = new int[ROOM];
    private int[] signs = new int[ROOM];
    private int[] levels = new int[ROOM];
    private int size;

    int size() {
        return size;
    }

    int row(int n) {
        return rows[n];
    }

    int sign(int n) {
        return signs[n];
    }

    int levels(int n) {
        return levels[n];
    }

    /** Whether a row may be known: if not, it is not. */
    boolean mayHave(int row) {
        return (marks[placeOfMark(row)] & mark(row)) != 0;
    }

    private static int placeOfMark(int row) {
        return (row >>> MARK_SHIFT) & MARKS - 1;
    }

    private static long mark(int row) {
        return 1L << (row >>> 2);
    }

    /** Notes that a row has a word unless it has a stronger one; a row that is not known is left out unless it is to be added. */
    void note(int row, int sign, int i, int level, boolean adding) {
        if (adding) {
            marks[placeOfMark(row)] |= mark(row);
        }
        int mask = table.length - 1;
        int at = spread(row) & mask;
        while (table[at] != 0) {
            int n = table[at] - 1;
            if (rows[n] == row) {
                levels[n] = LevelMap.with(levels[n], i, level);
                return;
            }
            at = (at + 1) & mask;
        }
        if (adding) {
            add(row, sign, LevelMap.with(0, i, level));
            table[at] = size;
            if (size == rows.length) {
                grow();
            }
        }
    }

    private void add(int row, int sign, int level) {
        rows[size] = row;
        signs[size] = sign;
        levels[size++] = level;
    }

    private void grow() {
        int room = rows.length * 2;
        rows = Arrays.copyOf(rows, room);
        signs = Arrays.copyOf(signs, room);
        levels = Arrays.copyOf(levels, room);
        table = new int[room * 4];
        int mask = table.length - 1;
        for (int n = 0; n < size; n++) {
            int at = spread(rows[n]) & mask;
            while (table[at] != 0) {
                at = (at + 1) & mask;
            }
            table[at] = n + 1;
        }
    }

    private static int spread(int row) {
        int h = row * 0x9E3779B9;
        return h ^ (h >>> 15);
    }
}
