package lv.vmis.register.matching;

/** Sums that stand for texts, such that the sum of a text with one letter changed is found without reading it again. */
final class Mix {

    /** Odd, so that it has an inverse: a letter can be taken out. */
    private static final long BASE = 0x9E3779B97F4A7C15L;

    private static final long INVERSE = inverse(BASE);
    private static final int LONGEST = 128;
    private static final long[] POWERS = powers();

    private Mix() {}

    /** The sum of a text of at most {@value #LONGEST} letters. */
    static long of(CharSequence text) {
        long sum = 0;
        for (int i = 0; i < text.length(); i++) {
            sum += text.charAt(i) * POWERS[i];
        }
        return sum;
    }

    static long power(int i) {
        return POWERS[i];
    }

    static long oneUp(long sum) {
        return sum * BASE;
    }

    static long oneDown(long sum) {
        return sum * INVERSE;
    }

    /** Spreads a sum over a table of a power of two. */
    static int spread(long sum, int mask) {
        long h = sum;
        h = (h ^ (h >>> 32)) * 0xD6E8FEB86659FD93L;
        h = (h ^ (h >>> 32)) * 0xD6E8FEB86659FD93L;
        return (int) (h ^ (h >>> 32)) & mask;
    }

    private static long[] powers() {
        var powers = new long[LONGEST];
        powers[0] = 1;
        for (int i = 1; i < LONGEST; i++) {
            powers[i] = powers[i - 1] * BASE;
        }
        return powers;
    }

    // Newton's iteration doubles the number of right bits.
    private static long inverse(long odd) {
        long x = odd;
        for (int i = 0; i < 6; i++) {
            x *= 2 - odd * x;
        }
        return x;
    }
}
