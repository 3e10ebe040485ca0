package lv.vmis.register.matching;

import java.util.Arrays;

/** Numbers that are still being collected. */
final class Ints {

    private int[] values = new int[64];
    private int size;

    void add(int value) {
        if (size == values.length) {
            values = Arrays.copyOf(values, size + (size >> 1));
        }
        values[size++] = value;
    }

    int get(int i) {
        return values[i];
    }

    int size() {
        return size;
    }

    int[] packed() {
        return Arrays.copyOf(values, size);
    }
}
