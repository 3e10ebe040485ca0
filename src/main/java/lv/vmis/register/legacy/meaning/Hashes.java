package lv.vmis.register.legacy.meaning;

import java.util.Arrays;

/** A set of hashes of 64 bits in 16 bytes each: the keys of half a million rows have to be remembered. */
public final class Hashes {

    private static final long START = 0xcbf29ce484222325L;
    private static final long PRIME = 0x100000001b3L;

    private long[] places = new long[1 << 12];
    private int size;

    /** FNV-1a over UTF-16, mixed: the same on every machine and in every version. Nought is never given. */
    public static long of(String text) {
        var hash = START;
        for (var at = 0; at < text.length(); at++) {
            hash = (hash ^ text.charAt(at)) * PRIME;
        }
        hash = (hash ^ (hash >>> 32)) * 0x9E3779B97F4A7C15L;
        return hash == 0 ? 1 : hash;
    }

    /** A sum of hashes, as it is shown. */
    public static String text(long sum) {
        return "%016x".formatted(sum);
    }

    /** Whether it was not there. */
    boolean add(long hash) {
        if (size * 2 >= places.length) {
            var before = places;
            places = new long[before.length * 2];
            size = 0;
            Arrays.stream(before).filter(one -> one != 0).forEach(this::add);
        }
        var at = (int) (hash >>> 20) & (places.length - 1);
        while (places[at] != 0) {
            if (places[at] == hash) {
                return false;
            }
            at = (at + 1) & (places.length - 1);
        }
        places[at] = hash;
        size++;
        return true;
    }
}
