package lv.vmis.register.legacy.export;

import java.util.List;
import java.util.Map;

/**
 * A row exactly as the file has it.
 *
 * @param cells as text, in the order of the file's columns: nothing stripped, nothing guessed; a formula with its sign {@code =}
 * @param numbers the number that a cell shown as a date holds, by its place
 * @param raw the bytes of the row (CSV), or its cells with their names and kinds in UTF-8
 * @param sha256 of these bytes
 * @param whole whether the file goes on behind it; otherwise it was cut within this row
 */
public record RawRow(
        Position at, List<String> cells, Map<Integer, String> numbers, byte[] raw, String sha256, boolean whole) {}
