package lv.vmis.register.matching;

import java.util.Arrays;

/** Finds a number by the sum of its text. Two texts with one sum of 64 bits are taken for one; none are known to meet. */
final class SumTable {

    /** A multiplier that spreads sums well enough for the first look. */
    private static final long SEEN = 0xD6E8FEB86659FD93L;

    private static final int SEEN_SHIFT = 34;

    private final long[] sums;
    private final int[] numbers;
    private final int mask;
    /** A bit for each sum, eight bits a sum: most sums that are not here are told by one look at little memory. */
    private final long[] seen;

    private final int seenMask;

    SumTable(int size) {
        int capacity = Integer.highestOneBit(Math.max(4, size + (size >> 1))) << 1;
        sums = new long[capacity];
        numbers = new int[capacity];
        Arrays.fill(numbers, -1);
        mask = capacity - 1;
        seen = new long[Math.max(1, capacity / 16)];
        seenMask = seen.length * 64 - 1;
    }

    int get(long sum) {
        int bit = seenBit(sum);
        if ((seen[bit >>> 6] >>> bit & 1) == 0) {
            return -1;
        }
        int at = Mix.spread(sum, mask);
        while (numbers[at] >= 0) {
            if (sums[at] == sum) {
                return numbers[at];
            }
            at = (at + 1) & mask;
        }
        return -1;
    }

    private int seenBit(long sum) {
        return (int) ((sum * SEEN) >>> SEEN_SHIFT) & seenMask;
    }

    void put(long sum, int number) {
        replace(sum, number);
    }

    /** Puts the number and gives the one that was there, or −1. */
    int replace(long sum, int number) {
        int at = Mix.spread(sum, mask);
        while (numbers[at] >= 0 && sums[at] != sum) {
            at = (at + 1) & mask;
        }
        int bit = seenBit(sum);
        seen[bit >>> 6] |= 1L << bit;
        int before = numbers[at];
        sums[at] = sum;
        numbers[at] = number;
        return before;
    }
}
