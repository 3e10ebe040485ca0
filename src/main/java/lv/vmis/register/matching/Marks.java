package lv.vmis.register.matching;

import java.util.Arrays;

/** What is looked up whole in a segment, as sums of 64 bits in order, each with a row that has it: an array keeps no objects. */
final class Marks {

    private final long[] sums;
    private final int[] rows;

    /**
     * @param sums in any order
     * @param rows whose each sum is, as numbers of the rows as they were added
     * @param placeOf where a row that was added stands now
     */
    Marks(Longs sums, Ints rows, int[] placeOf) {
        var order = Order.of(sums.size(), sums::get);
        this.sums = new long[order.length];
        this.rows = new int[order.length];
        for (int i = 0; i < order.length; i++) {
            this.sums[i] = sums.get(order[i]);
            this.rows[i] = placeOf[rows.get(order[i])];
        }
    }

    /** The place of the first with this sum, or the end. */
    int from(long sum) {
        int at = Arrays.binarySearch(sums, sum);
        if (at < 0) {
            return sums.length;
        }
        while (at > 0 && sums[at - 1] == sum) {
            at--;
        }
        return at;
    }

    boolean is(int at, long sum) {
        return at < sums.length && sums[at] == sum;
    }

    int size() {
        return sums.length;
    }

    long sum(int at) {
        return sums[at];
    }

    int row(int at) {
        return rows[at];
    }
}
