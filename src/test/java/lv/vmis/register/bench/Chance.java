package lv.vmis.register.bench;

import java.util.List;
import java.util.SplittableRandom;

/** Chance that falls the same way for the same seed, on every machine. */
final class Chance {

    private final SplittableRandom random;

    Chance(long seed) {
        this.random = new SplittableRandom(seed);
    }

    /** The chance of one thing among many: neighbours get unlike numbers. */
    static Chance of(long seed, long index) {
        return new Chance(mix(seed * 0x9E3779B97F4A7C15L + mix(index + 0x632BE59BD9B4E019L)));
    }

    static long mix(long value) {
        var mixed = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
        return mixed ^ (mixed >>> 31);
    }

    boolean percent(double share) {
        return random.nextDouble() * 100 < share;
    }

    double fraction() {
        return random.nextDouble();
    }

    int below(int limit) {
        return random.nextInt(limit);
    }

    long number() {
        return random.nextLong();
    }

    int between(int first, int last) {
        return first + random.nextInt(last - first + 1);
    }

    /** A bell of mean 0 and deviation 1, good enough for ages. */
    double bell() {
        var sum = 0.0;
        for (var throwing = 0; throwing < 12; throwing++) {
            sum += random.nextDouble();
        }
        return sum - 6;
    }

    <T> T of(List<T> things) {
        return things.get(random.nextInt(things.size()));
    }

    char of(String letters) {
        return letters.charAt(random.nextInt(letters.length()));
    }
}
