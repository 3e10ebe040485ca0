package lv.vmis.register.matching;

/**
 * Finds in one segment the rows that may reach a score, looking at as few others as it can: those with a document of the
 * question, those born on its date or nearly, and then the {@link Candidates}, the most promising first, until none that is left
 * can be among the answers.
 */
final class Finder {

    /** So many cells of rows are looked at for their date alone, whether or not they share a word. */
    private static final int CELLS_BY_DATE = 2_000;

    /** A segment of so many cells, some thousand rows, may be looked at as a whole. */
    private static final int SMALL = 8_000;

    private static final int TOUCHED_AT_ONCE = 16;

    private final Question question;
    private final Segment segment;
    private final Expansion expansion;
    private final Comparison comparison;
    private final Glance glance;
    private final StateRelations states;
    private final Top top;
    private final int number;
    private final Gone gone;
    private final double floor;
    /** Where the rows end that are looked at next. */
    private final int[] ends = new int[TOUCHED_AT_ONCE];

    private long budget;
    /** Rows that were not looked at because there were too many. */
    private long left;

    /** @param floor rows below this score need not be found */
    Finder(
            Question question,
            View view,
            Expansion expansion,
            Comparison comparison,
            Top top,
            int number,
            double floor,
            long budget) {
        this.question = question;
        this.segment = view.segment();
        this.gone = view.gone();
        this.expansion = expansion;
        this.top = top;
        this.number = number;
        this.floor = floor;
        this.budget = budget;
        this.comparison = comparison;
        glance = comparison.glance();
        states = question.relations.get(number);
    }

    long budget() {
        return budget;
    }

    long left() {
        return left;
    }

    void find() {
        if (segment.rows() == 0) {
            return;
        }
        for (int row : comparison.documentRows()) {
            offer(row, top.threshold(floor));
        }
        var spans = new Spans(question.nearDates, segment, glance);
        born(spans);
        double threshold = top.threshold(floor);
        var candidates = new Candidates(question, segment, expansion, spans, glance, states, threshold);
        candidates.find();
        weigh(candidates, threshold);
    }

    /** Rows whose date alone makes them likely, or nearly: their words may be like those of the question and share no key. */
    private void born(Spans spans) {
        double others = glance.mostOfTraits() + glance.mostOfAlike();
        int cells = segment.end() <= SMALL ? SMALL : CELLS_BY_DATE;
        for (int span = spans.best(); span >= 0; span = spans.best()) {
            int end = spans.end(span);
            cells -= end - spans.from(span);
            if (cells < 0 || spans.worth(span) + others < top.threshold(floor)) {
                return;
            }
            for (int row = spans.from(span); row < end; row = segment.next(row)) {
                budget--;
                weigh(row, segment.wordTo(row));
            }
            spans.close(span);
        }
    }

    private void weigh(Candidates candidates, double threshold) {
        int touched = 0;
        for (int n = 0; n < candidates.count(); n++) {
            if (n == touched) {
                int reaching = candidates.reaching(top.threshold(floor) - threshold);
                if (n >= reaching) {
                    return;
                }
                if (budget <= 0) {
                    left += reaching - n;
                    return;
                }
                touched = Math.min(candidates.count(), n + TOUCHED_AT_ONCE);
                // Asked for together, rows come out of memory in little more time than one.
                for (int t = n; t < touched; t++) {
                    ends[t % TOUCHED_AT_ONCE] = segment.wordTo(candidates.row(t));
                }
                budget -= touched - n;
            }
            weigh(candidates.row(n), ends[n % TOUCHED_AT_ONCE]);
        }
    }

    private void weigh(int row, int end) {
        double threshold = top.threshold(floor);
        if (glance.bound(row, end, threshold) >= threshold) {
            offer(row, threshold);
        }
    }

    private void offer(int row, double threshold) {
        double score = comparison.score(row, threshold);
        long person = segment.person(row);
        if (score >= threshold && !gone.is(person)) {
            top.offer(number, row, person, score);
        }
    }
}
