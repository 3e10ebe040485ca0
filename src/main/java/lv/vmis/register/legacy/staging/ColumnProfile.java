package lv.vmis.register.legacy.staging;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import lv.vmis.register.legacy.export.OldField;
import lv.vmis.register.legacy.staging.ProfiledColumn.Often;
import lv.vmis.register.legacy.staging.ProfiledColumn.Remarked;
import org.jspecify.annotations.Nullable;

/** What a column looks like, counted value after value. */
final class ColumnProfile {

    private static final int SHOWN = 20;
    private static final int EXAMPLES = 5;
    /** Of more different ones those that come later are not counted by themselves: the commonest come early. */
    private static final int DIFFERENT = 2_000;

    private static final int LONGEST_SHAPE = 60;
    private static final int LONGEST_WORD = 100;

    private static final class Count {
        private final long first;
        private long times;

        Count(long first) {
            this.first = first;
        }
    }

    private static final class Remarks {
        private final List<String> words;
        private final List<Long> rows = new ArrayList<>();
        private long times;

        Remarks(List<String> words) {
            this.words = words;
        }
    }

    private final int place;
    private final String name;
    private final @Nullable OldField field;
    private final boolean hasCommon;
    private final Distinct distinct = new Distinct();
    private final Map<String, Count> common = new HashMap<>();
    private final Map<String, Count> shapes = new HashMap<>();
    private final Map<String, Remarks> remarks = new LinkedHashMap<>();
    private long filled;
    private long empty;
    private int shortest = Integer.MAX_VALUE;
    private int longest;
    private long longestRow;
    private long read;

    ColumnProfile(int place, String name, @Nullable OldField field) {
        this.place = place;
        this.name = name;
        this.field = field;
        this.hasCommon = Profiling.hasCommonValues(field);
    }

    @Nullable
    OldField field() {
        return field;
    }

    void empty() {
        empty++;
    }

    void filled(String cell, long row, ValueReading.Reading reading) {
        filled++;
        distinct.add(cell);
        shortest = Math.min(shortest, cell.length());
        if (cell.length() > longest) {
            longest = cell.length();
            longestRow = row;
        }
        if (hasCommon) {
            count(common, cut(cell.strip(), LONGEST_WORD), row);
        }
        count(shapes, shape(cell), row);
        if (reading.isRead()) {
            read++;
        }
        for (var said : reading.said()) {
            var so = remarks.computeIfAbsent(
                    said.key(),
                    _ -> new Remarks(said.words().stream()
                            .map(word -> cut(word, LONGEST_WORD))
                            .toList()));
            so.times++;
            if (so.rows.size() < EXAMPLES) {
                so.rows.add(row);
            }
        }
    }

    private static void count(Map<String, Count> counts, String text, long row) {
        var so = counts.get(text);
        if (so == null && counts.size() < DIFFERENT) {
            so = new Count(row);
            counts.put(text, so);
        }
        if (so != null) {
            so.times++;
        }
    }

    /** {@code 12.03.1999} is {@code 99.99.9999}, {@code LV1234567} is {@code AA9999999}. */
    static String shape(String cell) {
        var shape = new StringBuilder();
        for (var at = 0; at < cell.length() && shape.length() < LONGEST_SHAPE; at++) {
            var sign = cell.charAt(at);
            shape.append(Character.isDigit(sign) ? '9' : Character.isLetter(sign) ? 'A' : sign);
        }
        return cell.length() > LONGEST_SHAPE ? shape.append('…').toString() : shape.toString();
    }

    private static String cut(String text, int longest) {
        return text.length() <= longest ? text : text.substring(0, longest) + "…";
    }

    ProfiledColumn done() {
        return new ProfiledColumn(
                place,
                name,
                field == null ? null : field.name(),
                filled,
                empty,
                Math.min(filled, distinct.about()),
                filled == 0 ? 0 : shortest,
                longest,
                longestRow,
                read,
                filled - read,
                commonest(common),
                commonest(shapes),
                remarks.entrySet().stream()
                        .map(one -> new Remarked(
                                one.getKey(), one.getValue().times, one.getValue().words, one.getValue().rows))
                        .sorted(Comparator.comparingLong(Remarked::times).reversed())
                        .toList());
    }

    private static List<Often> commonest(Map<String, Count> counts) {
        return counts.entrySet().stream()
                .map(one -> new Often(one.getKey(), one.getValue().times, one.getValue().first))
                .sorted(Comparator.comparingLong(Often::times).reversed().thenComparing(Often::text))
                .limit(SHOWN)
                .toList();
    }
}
