package lv.vmis.register.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Things with their shares, of which one is drawn at a time. */
final class Shares<T> {

    private final List<T> things = new ArrayList<>();
    private double[] sums = new double[16];
    private double total;

    Shares<T> add(double share, T thing) {
        if (things.size() == sums.length) {
            sums = Arrays.copyOf(sums, sums.length * 2);
        }
        total += share;
        sums[things.size()] = total;
        things.add(thing);
        return this;
    }

    T draw(Chance chance) {
        return at(chance.fraction());
    }

    /** The thing at a fraction of the whole, from 0 to below 1. */
    T at(double fraction) {
        var found = Arrays.binarySearch(sums, 0, things.size(), fraction * total);
        return things.get(Math.min(found < 0 ? -found - 1 : found + 1, things.size() - 1));
    }

    List<T> things() {
        return things;
    }
}
