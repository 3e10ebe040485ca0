package lv.vmis.register.matching;

/**
 * The best persons so far, at most a fixed number, best first, each by the best of his rows. Of persons alike the one
 * with the lower number stands first, so that the order in which rows are weighed changes nothing.
 */
final class Top {

    /** So many bits below the best, odds of one to five hundred, nobody is meant. */
    static final double BESIDE_THE_BEST = 9;

    private final int[] segments;
    private final int[] rows;
    private final long[] persons;
    private final double[] scores;
    private final double beside;
    private int size;

    /**
     * @param beside so many bits below the best nobody has a place
     */
    Top(int capacity, double beside) {
        this.beside = beside;
        segments = new int[capacity];
        rows = new int[capacity];
        persons = new long[capacity];
        scores = new double[capacity];
    }

    /** A row below this has no place: it is too unlikely by itself, or beside the best one. */
    double threshold(double floor) {
        if (size == 0) {
            return floor;
        }
        double least = Math.max(floor, scores[0] - beside);
        return size < scores.length ? least : Math.max(least, scores[size - 1]);
    }

    void offer(int segment, int row, long person, double score) {
        int known = place(person);
        if (known >= 0 && score <= scores[known]) {
            return;
        }
        if (known >= 0) {
            remove(known);
        } else if (size == scores.length && !isBefore(person, score, size - 1)) {
            return;
        }
        int at = size;
        while (at > 0 && isBefore(person, score, at - 1)) {
            at--;
        }
        move(at, at + 1, Math.min(size, scores.length - 1) - at);
        segments[at] = segment;
        rows[at] = row;
        persons[at] = person;
        scores[at] = score;
        size = Math.min(size + 1, scores.length);
    }

    private int place(long person) {
        for (int i = 0; i < size; i++) {
            if (persons[i] == person) {
                return i;
            }
        }
        return -1;
    }

    private boolean isBefore(long person, double score, int i) {
        return score > scores[i] || (score == scores[i] && person < persons[i]);
    }

    private void remove(int i) {
        move(i + 1, i, size - i - 1);
        size--;
    }

    private void move(int from, int to, int count) {
        System.arraycopy(segments, from, segments, to, count);
        System.arraycopy(rows, from, rows, to, count);
        System.arraycopy(persons, from, persons, to, count);
        System.arraycopy(scores, from, scores, to, count);
    }

    int size() {
        return size;
    }

    int segment(int i) {
        return segments[i];
    }

    int row(int i) {
        return rows[i];
    }

    long person(int i) {
        return persons[i];
    }

    double score(int i) {
        return scores[i];
    }

    /** How many there are; some kept before the best was found may be too far below it. */
    int found() {
        int found = 0;
        while (found < size && scores[found] >= scores[0] - beside) {
            found++;
        }
        return found;
    }
}
