package lv.vmis.register.matching;

import java.util.Arrays;

/**
 * The rows of a segment cut into spans whose dates of birth stand alike to the dates asked about, and the most their date
 * is worth. Rows are sorted by date, so a span is a place to begin and a place to end.
 */
final class Spans {

    private final int[] from;
    private final float[] worth;

    Spans(NearDates near, Segment segment, Glance glance) {
        var cuts = new Ints();
        cuts.add(0);
        cuts.add(segment.undated());
        for (int asked : near.asked()) {
            int year = Born.year(asked) * 10_000;
            cuts.add(segment.firstNotBefore(year));
            cuts.add(segment.firstNotBefore(year + 10_000));
        }
        for (int date : near.all()) {
            cuts.add(segment.firstNotBefore(date));
            cuts.add(segment.firstNotBefore(date + 1));
        }
        from = Arrays.stream(cuts.packed())
                .filter(cut -> cut < segment.end())
                .sorted()
                .distinct()
                .toArray();
        worth = new float[from.length];
        for (int i = 0; i < from.length; i++) {
            worth[i] = Math.nextUp((float) glance.mostOfDate(segment.date(from[i])));
        }
    }

    /** The span whose dates are worth most, −1 when all are closed. */
    int best() {
        int best = -1;
        for (int i = 0; i < from.length; i++) {
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

    /** The span in which a row is. */
    int of(int row) {
        int at = Arrays.binarySearch(from, row);
        return at < 0 ? -at - 2 : at;
    }

    /** Where the span after this one begins. */
    int end(int span) {
        return span + 1 < from.length ? from[span + 1] : Integer.MAX_VALUE;
    }

    /** The most the dates of a span are worth. */
    float worth(int span) {
        return worth[span];
    }
}
