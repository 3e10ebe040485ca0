package lv.vmis.register.matching;

import java.util.Arrays;
import java.util.function.IntToLongFunction;

/** The order of numbered things by a value, without an object for each. */
final class Order {

    private static final int SMALL = 32;

    private Order() {}

    /** The numbers from 0, those of small values first; equal values keep their order. */
    static int[] of(int size, IntToLongFunction value) {
        var values = new long[size];
        for (int i = 0; i < size; i++) {
            values[i] = value.applyAsLong(i);
        }
        var order = new int[size];
        Arrays.setAll(order, i -> i);
        sort(values, order, new int[size], 0, size);
        return order;
    }

    /** For each number its place in an order. */
    static int[] places(int[] order) {
        var places = new int[order.length];
        for (int place = 0; place < order.length; place++) {
            places[order[place]] = place;
        }
        return places;
    }

    private static void sort(long[] values, int[] order, int[] spare, int from, int to) {
        if (to - from <= SMALL) {
            for (int i = from + 1; i < to; i++) {
                int moved = order[i];
                int j = i - 1;
                while (j >= from && values[order[j]] > values[moved]) {
                    order[j + 1] = order[j];
                    j--;
                }
                order[j + 1] = moved;
            }
            return;
        }
        int middle = (from + to) >>> 1;
        sort(values, order, spare, from, middle);
        sort(values, order, spare, middle, to);
        if (values[order[middle - 1]] <= values[order[middle]]) {
            return;
        }
        System.arraycopy(order, from, spare, from, middle - from);
        int left = from;
        int right = middle;
        for (int at = from; left < middle; at++) {
            if (right < to && values[order[right]] < values[spare[left]]) {
                order[at] = order[right++];
            } else {
                order[at] = spare[left++];
            }
        }
    }
}
