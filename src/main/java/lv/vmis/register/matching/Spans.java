package lv.vmis.register.matching;

import java.util.Arrays;

/**
 * The rows of a segment cut into spans whose dates of birth stand alike to the dates asked about, and the most their date
 * is worth. Rows are sorted by date, so a span is a place to begin and a place to end.
 */
final class Spans {

    private static final int PLACES = 4096;

    private final int[] from;
    private final float[] worth;
    /** For each of so many equal parts of the segment the span in which it begins. */
    private final short[] spanByPlace = new short[PLACES];

    private final int shift;

    Spans(NearDates near, Segment segment, Glance glance) {
        var cuts = new Ints();
        cuts.add(0);
        cuts.add(segment.undated());
        for (int asked : near.asked()) {
            int year = Born.year(asked) * 10_000;
            cuts.add(segment.firstNotBefore(year));
            cuts.add(segment.firstNotBefore(year + 10_000));
            for (year = segment.firstYear(); Born.isFull(asked) && year < segment.endYear(); year++) {
                segment.addPlaces(year * 10_000 + asked % 10_000, cuts);
            }
        }
        for (int date : near.all()) {
            segment.addPlaces(date, cuts);
        }
        cuts.add(segment.end());
        from = distinct(cuts.packed());
        worth = new float[from.length - 1];
        for (int i = 0; i < worth.length; i++) {
            worth[i] = Math.nextUp((float) glance.mostOfDate(segment.date(from[i])));
        }
        shift = Integer.SIZE - Integer.numberOfLeadingZeros(segment.end() / PLACES);
        for (int span = 0; span < worth.length; span++) {
            Arrays.fill(spanByPlace, place(from[span]), place(from[span + 1]), (short) span);
        }
    }

    private static int[] distinct(int[] cuts) {
        Arrays.sort(cuts);
        int size = 0;
        for (int cut : cuts) {
            if (size == 0 || cuts[size - 1] != cut) {
                cuts[size++] = cut;
            }
        }
        return Arrays.copyOf(cuts, size);
    }

    /** The first part that does not begin before a row. */
    private int place(int row) {
        return (row + (1 << shift) - 1) >>> shift;
    }

    /** The span a row is in. */
    int spanOf(int row) {
        int span = spanByPlace[row >>> shift];
        while (from[span + 1] <= row) {
            span++;
        }
        return span;
    }

    /** The span whose dates are worth most, −1 when all are closed. */
    int best() {
        int best = -1;
        for (int i = 0; i < worth.length; i++) {
            if (worth[i] > Float.NEGATIVE_INFINITY && (best < 0 || worth[i] > worth[best])) {
                best = i;
            }
        }
        return best;
    }

    /** Its rows were looked at, and are not looked for any more. */
    void close(int span) {
        worth[span] = Float.NEGATIVE_INFINITY;
    }

    /** The most any date is worth that is not closed. */
    float most() {
        int best = best();
        return best < 0 ? Float.NEGATIVE_INFINITY : worth[best];
    }

    int from(int span) {
        return from[span];
    }

    /** Where the span after this one begins. */
    int end(int span) {
        return from[span + 1];
    }

    /** The most the date of a row of a span is worth. */
    float worth(int span) {
        return worth[span];
    }
}
