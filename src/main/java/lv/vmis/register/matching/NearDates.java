package lv.vmis.register.matching;

import java.util.Arrays;

/**
 * How any date stands to the dates asked about, found quickly: the dates that are one slip away are few and are worked
 * out beforehand.
 */
final class NearDates {

    private static final int TABLE = 512;
    private static final int EARLIEST_YEAR = 1880;
    private static final int LATEST_YEAR = 2100;

    private final int[] asked;
    private final int[] dates = new int[TABLE];
    private final byte[] relations = new byte[TABLE];
    private final Ints all = new Ints();

    NearDates(int[] asked) {
        this.asked = asked.length > 4 ? Arrays.copyOf(asked, 4) : asked;
        for (int date : this.asked) {
            if (Born.isFull(date)) {
                slips(date);
            } else {
                note(date);
            }
        }
    }

    int[] asked() {
        return asked;
    }

    /** The dates that are the same or one slip away. */
    int[] all() {
        return all.packed();
    }

    Born.Relation of(int date) {
        if (date == 0 || asked.length == 0) {
            return Born.Relation.MISSING;
        }
        int at = place(date);
        if (dates[at] != 0) {
            return Born.Relation.of(relations[at]);
        }
        var best = Born.Relation.DIFFERENT;
        for (int one : asked) {
            var relation = Born.compareFar(one, date);
            if (relation.compareTo(best) < 0) {
                best = relation;
            }
        }
        return best;
    }

    private int place(int date) {
        int h = date * 0x9E3779B9;
        int at = (h ^ h >>> 15) & TABLE - 1;
        while (dates[at] != 0 && dates[at] != date) {
            at = (at + 1) & TABLE - 1;
        }
        return at;
    }

    private void note(int date) {
        int at = place(date);
        if (dates[at] == 0) {
            var best = Born.Relation.DIFFERENT;
            for (int one : asked) {
                var relation = Born.compare(one, date);
                best = relation.compareTo(best) < 0 ? relation : best;
            }
            dates[at] = date;
            relations[at] = (byte) best.ordinal();
            all.add(date);
        }
    }

    private void slips(int date) {
        int year = Born.year(date);
        int month = Born.month(date);
        int day = Born.day(date);
        note(date);
        note(year * 10_000);
        note(year * 10_000 + month * 100);
        if (day <= 12) {
            note((year * 100 + day) * 100 + month);
        }
        note(date + 10_000);
        note(date - 10_000);
        int unit = 1;
        for (int place = 0; place < 8; place++) {
            int digit = date / unit % 10;
            for (int other = 0; other < 10; other++) {
                int slip = date + (other - digit) * unit;
                if (isDate(slip)) {
                    note(slip);
                }
            }
            unit *= 10;
        }
    }

    private static boolean isDate(int date) {
        int month = Born.month(date);
        int day = Born.day(date);
        int year = Born.year(date);
        return year >= EARLIEST_YEAR && year <= LATEST_YEAR && month >= 1 && month <= 12 && day >= 1 && day <= 31;
    }
}
