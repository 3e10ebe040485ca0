package lv.vmis.register.legacy.export;

/**
 * Where something stands in a file.
 *
 * @param row of data, from 1; 0 for what stands before the first
 * @param line of the text, or row of the sheet, from 1; 0 for what concerns the whole file
 */
public record Position(long row, long line) {

    /** What concerns the whole file. */
    public static final Position FILE = new Position(0, 0);
}
