package lv.vmis.register.matching;

/**
 * Finds in one segment the rows that may reach a score, looking at as few others as it can.
 *
 * <p>The words of the question are taken from the rarest to the most common. For each list of rows that share a key
 * with a word, the best score any of them could reach is known beforehand, once for rows whose date of birth
 * supports him and once for all others; a list, or the part of it with other dates, that cannot reach the threshold is
 * left out. Nothing else is.
 */
final class Finder {

    /** Finding a place in a list costs as much as a glance at so many rows. */
    private static final int ROWS_FOR_A_SEARCH = 8;

    private static final int TOUCHED_AT_ONCE = 16;

    private final Question question;
    private final Segment segment;
    private final Expansion expansion;
    private final Comparison comparison;
    private final Glance glance;
    private final Top top;
    private final int number;
    private final Gone gone;
    /** Lists of rows that share a key with a word, the rarest word first; and what their rows reach by words at best. */
    private final Ints lists = new Ints();

    private final Ints takenBefore = new Ints();
    private final Longs reach = new Longs();
    /** Kept only so that touching memory is not optimised away. */
    private int sum;

    private long budget;
    /** Rows that were not looked at because there were too many. */
    private long left;

    Finder(Question question, View view, Expansion expansion, Comparison comparison, Top top, int number, long budget) {
        this.question = question;
        this.segment = view.segment();
        this.gone = view.gone();
        this.expansion = expansion;
        this.top = top;
        this.number = number;
        this.budget = budget;
        this.comparison = comparison;
        glance = comparison.glance();
    }

    long budget() {
        return budget;
    }

    int sum() {
        return sum;
    }

    long left() {
        return left;
    }

    void find() {
        for (int row : comparison.documentRows()) {
            offer(row, top.threshold(PersonIndex.FLOOR));
        }
        rank();
        if (question.nearDates.asked().length > 0) {
            near();
        }
        for (int at = 0; at < lists.size(); at++) {
            rest(at);
        }
    }

    /** Orders the lists by word, the rarest word first, and works out what a row of each can reach by its words. */
    private void rank() {
        var order = wordsByRows();
        double later = 0;
        for (int i : order) {
            later += question.most(i, 0);
        }
        int taken = 0;
        for (int i : order) {
            later -= question.most(i, 0);
            for (int k = 0; k < expansion.keys[i].size(); k++) {
                int level = expansion.keyLevels[i].get(k);
                // A list found for its sound holds words with the same letters too.
                int strongest = level == Level.FOLD.ordinal() ? Level.EXACT.ordinal() : level;
                lists.add(expansion.keys[i].get(k));
                takenBefore.add(LevelMap.bitsOf(taken));
                reach.add(Double.doubleToLongBits(later + question.most(i, strongest)));
            }
            taken |= 1 << i;
        }
    }

    private double reach(int at) {
        return Double.longBitsToDouble(reach.get(at));
    }

    /**
     * Rows of dates that support the one asked about. A date with few rows is gone through row by row; one that many
     * share (the first of January) is looked up in each list.
     */
    private void near() {
        double date = Math.max(glance.mostWithout(Born.Relation.EXACT), glance.mostWithout(Born.Relation.PART));
        var alive = new Ints();
        for (int at = 0; at < lists.size(); at++) {
            if (reach(at) + date >= PersonIndex.FLOOR) {
                alive.add(at);
            }
        }
        for (int near : question.nearDates.all()) {
            int from = segment.firstNotBefore(near);
            int to = segment.firstNotBefore(near + 1);
            if (segment.rowsBetween(near, near + 1) <= alive.size() * ROWS_FOR_A_SEARCH) {
                for (int row = from; row < to; row = segment.next(row)) {
                    budget--;
                    weigh(row, 0);
                }
            } else {
                for (int a = 0; a < alive.size(); a++) {
                    scan(alive.get(a), from, to);
                }
            }
        }
    }

    /** The rows of a list with any other date, as far as they can reach the threshold. */
    private void rest(int at) {
        double threshold = top.threshold(PersonIndex.FLOOR);
        double words = reach(at);
        if (words + otherDate() >= threshold) {
            scan(at, 0, segment.end());
            return;
        }
        if (segment.undated() > 0 && words + glance.mostWithout(Born.Relation.MISSING) >= threshold) {
            scan(at, 0, segment.undated());
        }
        if (words + sameYear() >= threshold) {
            for (int date : question.nearDates.asked()) {
                int year = Born.year(date) * 10_000;
                scan(at, segment.firstNotBefore(year), segment.firstNotBefore(year + 10_000));
            }
        }
    }

    private double sameYear() {
        return Math.max(glance.mostWithout(Born.Relation.PART), glance.mostWithout(Born.Relation.SAME_YEAR));
    }

    private double otherDate() {
        return question.dates.length == 0
                ? glance.mostWithout(Born.Relation.MISSING)
                : Math.max(glance.mostWithout(Born.Relation.DIFFERENT), glance.mostWithout(Born.Relation.OTHER_YEAR));
    }

    private void weigh(int row, int taken) {
        double threshold = top.threshold(PersonIndex.FLOOR);
        // A row with a word that was taken before was weighed, or left out for good, with that word.
        if (glance.bound(row, taken, threshold) < threshold) {
            return;
        }
        offer(row, threshold);
    }

    private void offer(int row, double threshold) {
        double score = comparison.score(row, threshold);
        if (score >= threshold && !gone.is(segment.person(row))) {
            top.offer(number, row, score);
        }
    }

    private int[] wordsByRows() {
        long[] rows = new long[question.words.size()];
        for (int i = 0; i < rows.length; i++) {
            for (int k = 0; k < expansion.keys[i].size(); k++) {
                rows[i] += segment.rowsOfKey(expansion.keys[i].get(k));
            }
        }
        return Order.of(rows.length, i -> rows[i]);
    }

    private void scan(int list, int fromRow, int toRow) {
        int key = lists.get(list);
        int taken = takenBefore.get(list);
        int end = segment.keyFrom(key + 1);
        int at = fromRow == 0 ? segment.keyFrom(key) : segment.seek(key, segment.keyFrom(key), fromRow);
        int touched = at;
        while (at < end) {
            if (at == touched) {
                touched = Math.min(end, at + TOUCHED_AT_ONCE);
                sum += segment.touch(at, touched);
            }
            int row = segment.rowAt(at++);
            if (row >= toRow) {
                return;
            }
            if (budget-- <= 0) {
                left += end - at;
                return;
            }
            weigh(row, taken);
        }
    }
}
