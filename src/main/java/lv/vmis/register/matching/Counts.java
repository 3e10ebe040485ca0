package lv.vmis.register.matching;

import java.util.Arrays;

/** How often each of some numbers from 0 occurs. */
final class Counts {

    private int[] numbers;
    private int[] counts;
    private int size;

    Counts() {
        numbers = new int[16];
        counts = new int[16];
        Arrays.fill(numbers, -1);
    }

    private Counts(Counts other) {
        numbers = other.numbers.clone();
        counts = other.counts.clone();
        size = other.size;
    }

    Counts copy() {
        return new Counts(this);
    }

    int of(int number) {
        return counts[place(number)];
    }

    void add(int number, int times) {
        int at = place(number);
        if (numbers[at] < 0) {
            if ((size + 1) * 2 > numbers.length) {
                grow();
                at = place(number);
            }
            numbers[at] = number;
            size++;
        }
        counts[at] += times;
    }

    private int place(int number) {
        int mask = numbers.length - 1;
        int h = number * 0x9E3779B9;
        int at = (h ^ h >>> 15) & mask;
        while (numbers[at] >= 0 && numbers[at] != number) {
            at = (at + 1) & mask;
        }
        return at;
    }

    private void grow() {
        var oldNumbers = numbers;
        var oldCounts = counts;
        numbers = new int[oldNumbers.length * 2];
        counts = new int[numbers.length];
        Arrays.fill(numbers, -1);
        for (int i = 0; i < oldNumbers.length; i++) {
            if (oldNumbers[i] >= 0) {
                int at = place(oldNumbers[i]);
                numbers[at] = oldNumbers[i];
                counts[at] = oldCounts[i];
            }
        }
    }
}
