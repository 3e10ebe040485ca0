package lv.vmis.register.matching;

/** The best rows so far, at most a fixed number, best first. */
final class Top {

    /** So many bits below the best, odds of one to five hundred, nobody is meant. */
    static final double BESIDE_THE_BEST = 9;

    private final int[] segments;
    private final int[] rows;
    private final double[] scores;
    private int size;

    Top(int capacity) {
        segments = new int[capacity];
        rows = new int[capacity];
        scores = new double[capacity];
    }

    /** A row below this has no place: it is too unlikely by itself, or beside the best one. */
    double threshold(double floor) {
        if (size == 0) {
            return floor;
        }
        double beside = Math.max(floor, scores[0] - BESIDE_THE_BEST);
        return size < scores.length ? beside : Math.max(beside, scores[size - 1]);
    }

    void offer(int segment, int row, double score) {
        for (int i = 0; i < size; i++) {
            if (rows[i] == row && segments[i] == segment) {
                if (score <= scores[i]) {
                    return;
                }
                remove(i);
                break;
            }
        }
        if (size == scores.length && score <= scores[size - 1]) {
            return;
        }
        int at = size;
        while (at > 0 && scores[at - 1] < score) {
            at--;
        }
        int moved = Math.min(size, scores.length - 1) - at;
        System.arraycopy(segments, at, segments, at + 1, moved);
        System.arraycopy(rows, at, rows, at + 1, moved);
        System.arraycopy(scores, at, scores, at + 1, moved);
        segments[at] = segment;
        rows[at] = row;
        scores[at] = score;
        size = Math.min(size + 1, scores.length);
    }

    private void remove(int i) {
        int moved = size - i - 1;
        System.arraycopy(segments, i + 1, segments, i, moved);
        System.arraycopy(rows, i + 1, rows, i, moved);
        System.arraycopy(scores, i + 1, scores, i, moved);
        size--;
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

    double score(int i) {
        return scores[i];
    }
}
