package lv.vmis.register.legacy.meaning;

import java.util.List;

/**
 * A staged row: its cells in the order of the file's columns.
 *
 * @param number its place among the rows of the file
 * @param whole whether the file goes on behind it
 */
public record RowCells(long number, List<String> cells, boolean whole) {}
