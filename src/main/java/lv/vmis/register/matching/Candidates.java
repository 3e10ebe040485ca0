package lv.vmis.register.matching;

/**
 * The rows of a segment that share words with a question and may reach a score, those that may reach most first.
 *
 * <p>The lists of rows under the keys of all words are gone through together, a block of rows at a time that fits into
 * the fastest memory, and a bit noted for each row and word. What a row may reach at best then follows from its bits and
 * its date, without looking at the row.
 */
final class Candidates {

    /** Cells of rows in a block; a row has at least four. */
    private static final int BLOCK = 1 << 16;

    private static final int CELLS_OF_ROW = 2;
    private static final int STRONG = 0xFF;
    private static final int WEAK_SHIFT = 8;
    /** Steps of what is reached, four to a bit. */
    private static final int STEPS = 512;

    private static final float STEP = 4;

    private final Segment segment;
    private final Expansion expansion;
    private final Spans spans;
    /** What a row with these words of the question reaches by them at best, as agreeing strongly and weakly. */
    private final float[] strong = new float[STRONG + 1];

    private final float[] weak = new float[STRONG + 1];
    private final float mostOfDate;
    private final Ints rows = new Ints();
    private final Ints steps = new Ints();

    private int[] ordered = {};
    private int[] stepFrom = {};

    Candidates(Question question, Segment segment, Expansion expansion, Spans spans) {
        this.segment = segment;
        this.expansion = expansion;
        this.spans = spans;
        mostOfDate = spans.most();
        for (int bits = 1; bits <= STRONG; bits++) {
            int i = Integer.numberOfTrailingZeros(bits);
            if (i < question.words.size()) {
                int others = bits & (bits - 1);
                strong[bits] = Math.nextUp(strong[others] + (float) question.most(i, Level.EXACT.ordinal()));
                weak[bits] = Math.nextUp(weak[others] + (float) question.most(i, Level.NEAR_VOWEL.ordinal()));
            }
        }
    }

    /** Finds the rows that may reach {@code threshold}, {@code others} being what anything but words and date is worth. */
    void find(float others, float threshold) {
        int keys = 0;
        for (var of : expansion.keys) {
            keys += of.size();
        }
        int[] at = new int[keys];
        int[] end = new int[keys];
        int[] bit = new int[keys];
        int k = 0;
        for (int i = 0; i < expansion.keys.length; i++) {
            for (int n = 0; n < expansion.keys[i].size(); n++) {
                int key = expansion.keys[i].get(n);
                boolean isStrong = expansion.keyLevels[i].get(n) == Level.FOLD.ordinal();
                at[k] = segment.keyFrom(key);
                end[k] = segment.keyFrom(key + 1);
                bit[k++] = 1 << (isStrong ? i : i + WEAK_SHIFT);
            }
        }
        var bits = new char[BLOCK >> CELLS_OF_ROW];
        var touched = new int[(BLOCK >> CELLS_OF_ROW) + 1];
        float step = others - threshold;
        for (int block = 0; block < segment.end(); block += BLOCK) {
            int blockEnd = Math.min(segment.end() - block, BLOCK) + block;
            int count = 0;
            for (k = 0; k < keys; k++) {
                int next = at[k];
                int row;
                while (next < end[k] && (row = segment.rowAt(next)) < blockEnd) {
                    int slot = (row - block) >> CELLS_OF_ROW;
                    int before = bits[slot];
                    touched[count] = row;
                    // One more if no bit was noted before; a branch here would be guessed wrongly.
                    count += (before - 1) >>> 31;
                    bits[slot] = (char) (before | bit[k]);
                    next++;
                }
                at[k] = next;
            }
            pick(block, touched, count, bits, step);
        }
        order();
    }

    private void pick(int block, int[] touched, int count, char[] bits, float others) {
        if (count == 0) {
            return;
        }
        int span = spans.of(block);
        boolean one = spans.end(span) >= block + BLOCK;
        float date = spans.worth(span);
        for (int n = 0; n < count; n++) {
            int row = touched[n];
            int slot = (row - block) >> CELLS_OF_ROW;
            int words = bits[slot];
            bits[slot] = 0;
            int strongly = words & STRONG;
            float above = strong[strongly] + weak[(words >>> WEAK_SHIFT) & ~strongly & STRONG] + others;
            if (above + mostOfDate < 0) {
                continue;
            }
            above += one ? date : spans.worth(spans.of(row));
            if (above >= 0) {
                rows.add(row);
                steps.add(Math.min(STEPS - 1, (int) (above * STEP)));
            }
        }
    }

    private void order() {
        stepFrom = new int[STEPS + 1];
        for (int n = 0; n < rows.size(); n++) {
            stepFrom[STEPS - steps.get(n)]++;
        }
        for (int s = 1; s <= STEPS; s++) {
            stepFrom[s] += stepFrom[s - 1];
        }
        ordered = new int[rows.size()];
        var next = stepFrom.clone();
        for (int n = 0; n < rows.size(); n++) {
            ordered[next[STEPS - 1 - steps.get(n)]++] = rows.get(n);
        }
    }

    int count() {
        return ordered.length;
    }

    int row(int n) {
        return ordered[n];
    }

    /** How many rows, from the first, may be at least so far above the threshold they were found with. */
    int reaching(double above) {
        return stepFrom[STEPS - Math.clamp((long) Math.floor(above * STEP), 0, STEPS - 1)];
    }
}
