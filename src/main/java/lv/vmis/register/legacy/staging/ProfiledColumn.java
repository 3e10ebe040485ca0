package lv.vmis.register.legacy.staging;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a column of a file looks like.
 *
 * @param name as the file has it
 * @param field of the old register; nothing where the table does not know the column
 * @param distinct about how many different values
 * @param read values that the register understands; the others of the filled ones are left to a person
 * @param common commonest values, of columns of codes and States
 */
public record ProfiledColumn(
        int place,
        String name,
        @Nullable String field,
        long filled,
        long empty,
        long distinct,
        int shortest,
        int longest,
        long longestRow,
        long read,
        long unread,
        List<Often> common,
        List<Often> shapes,
        List<Remarked> remarks) {

    /** A value or shape, how often it is there, and the first row with it. */
    public record Often(String text, long times, long first) {}

    /**
     * Something that is to be said of values.
     *
     * @param key of its text
     * @param words of the first of them
     * @param rows the first rows
     */
    public record Remarked(String key, long times, List<String> words, List<Long> rows) {}
}
