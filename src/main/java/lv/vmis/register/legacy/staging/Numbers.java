package lv.vmis.register.legacy.staging;

import java.util.Arrays;
import java.util.BitSet;

/** Numbers of the rows of a file by their hash, 16 bytes a row: questions to the database for each row would take longer than the reading. */
final class Numbers {

    private long[] hashes = new long[1_024];
    private long[] rows = new long[1_024];
    private int count;
    private long[] sorted = {};
    private final BitSet elsewhere = new BitSet();

    void add(String number, long row) {
        if (count == hashes.length) {
            hashes = Arrays.copyOf(hashes, 2 * count);
            rows = Arrays.copyOf(rows, 2 * count);
        }
        hashes[count] = Distinct.hash(number);
        rows[count++] = row;
    }

    /** No more come. */
    void sort() {
        sorted = Arrays.stream(hashes, 0, count).sorted().distinct().toArray();
    }

    /** Another file has the number too. */
    void elsewhere(String number) {
        var at = Arrays.binarySearch(sorted, Distinct.hash(number));
        if (at >= 0) {
            elsewhere.set(at);
        }
    }

    long countElsewhere() {
        return elsewhere.cardinality();
    }

    /** The first row of each number that several rows have. */
    long[] repeatedFirst() {
        var times = new int[sorted.length];
        for (var at = 0; at < count; at++) {
            times[Arrays.binarySearch(sorted, hashes[at])]++;
        }
        var found = new long[count];
        var so = 0;
        for (var at = 0; at < count; at++) {
            var place = Arrays.binarySearch(sorted, hashes[at]);
            if (times[place] > 1) {
                found[so++] = rows[at];
                times[place] = 0;
            }
        }
        return Arrays.copyOf(found, so);
    }
}
