package lv.vmis.register.matching;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * The rows of a segment that share words with a question and may reach a score, those that may reach most first.
 *
 * <p>The rows of all words are gone through, those of the rarest word of the question first. What a row may reach at best
 * follows from its {@link Sign} and its date, without looking at it. A row that could only reach the score with a word
 * gone through before, and was not found there, is passed over: so the rows of common names are hardly ever gathered.
 */
final class Candidates {

    /** Steps of what is reached, four to a bit. */
    private static final int STEPS = 512;

    private static final double STEP = 4;
    /** Sums in another order differ by less. */
    private static final double SLACK = 1e-6;

    private final Question question;
    private final Segment segment;
    private final Expansion expansion;
    private final Spans spans;
    private final Glance glance;
    private final StateRelations states;
    private final double threshold;
    /** What a word of the question adds at best to a row of another State, and of the same, in the register as it is. */
    private final double[][] most;
    /** What a word that a row has under a key adds at least; more than its worth if it may be taken for another word. */
    private final double least;

    private final Gathered gathered = new Gathered();
    private final Ints rows = new Ints();
    private final Ints steps = new Ints();

    private int[] ordered = {};
    private int[] stepFrom = {};

    Candidates(
            Question question,
            Segment segment,
            Expansion expansion,
            Spans spans,
            Glance glance,
            StateRelations states,
            double threshold) {
        this.question = question;
        this.segment = segment;
        this.expansion = expansion;
        this.spans = spans;
        this.glance = glance;
        this.states = states;
        this.threshold = threshold - SLACK;
        least = expansion.isAnyTwice() ? glance.alikeWorth() : 0;
        most = new double[][] {most(question.worth), most(question.worthAtHome)};
    }

    private double[] most(double[][] worth) {
        var most = new double[worth.length];
        for (int i = 0; i < most.length; i++) {
            most[i] = glance.isName(i) ? glance.alikeWorth() : 0;
            for (int level = 0; level < Level.COUNT; level++) {
                most[i] = expansion.bearers[i][level] > 0 ? Math.max(most[i], worth[i][level]) : most[i];
            }
        }
        return most;
    }

    void find() {
        int[] order = IntStream.range(0, most[0].length)
                .boxed()
                .sorted(Comparator.comparingLong(
                        i -> Arrays.stream(expansion.bearers[i]).sum()))
                .mapToInt(i -> i)
                .toArray();
        for (int n = 0; n < order.length; n++) {
            gather(order, n);
        }
        for (int n = 0; n < gathered.size(); n++) {
            int row = gathered.row(n);
            double above = glance.atMost(gathered.levels(n), gathered.sign(n), least)
                    + spans.worth(spans.spanOf(row))
                    - threshold;
            if (above >= 0) {
                rows.add(row);
                steps.add(Math.min(STEPS - 1, (int) (above * STEP)));
            }
        }
        order();
    }

    /** Gathers the rows of one word of the question. */
    private void gather(int[] order, int n) {
        int i = order[n];
        double mostOfDate = spans.most();
        var needs = new Need[Level.COUNT];
        for (int level = 0; level < Level.COUNT; level++) {
            needs[level] = new Need(order, n, level);
        }
        int letters = 0;
        for (int before = 0; before < n; before++) {
            letters |= glance.letter(order[before]);
        }
        for (int w = 0; w < expansion.words[i].size(); w++) {
            int word = expansion.words[i].get(w);
            int level = expansion.level(word, i);
            if (needs[level].least <= mostOfDate) {
                gather(word, i, level, needs[level], letters);
            }
        }
    }

    private void gather(int word, int i, int level, Need need, int letters) {
        int end = segment.postingFrom(word + 1);
        int spanEnd = 0;
        double date = 0;
        for (int at = segment.postingFrom(word); at < end; at++) {
            long posting = segment.posting(at);
            int row = (int) (posting >>> Integer.SIZE);
            // Rows of a word stand in order, so many in turn are of one span.
            if (row >= spanEnd) {
                int span = spans.spanOf(row);
                spanEnd = spans.end(span);
                date = spans.worth(span);
            }
            boolean known = gathered.mayHave(row);
            if (!known && date < need.leastAlone) {
                continue;
            }
            int sign = (int) posting;
            int kind = states.number(Sign.stateList(sign)) * Sign.SEXES + Sign.sex(sign);
            boolean alike = (Sign.letters(sign) & letters) != 0;
            boolean adding = date >= (alike ? need.aloneAlike : need.alone)[kind];
            if (adding || (known && date >= need.atAll[kind])) {
                gathered.note(row, sign, i, level, adding);
            }
        }
    }

    /** What the date of a row must be worth at least, by State and sex, for a row that has a word of the question at a level. */
    private final class Need {

        /** With all other words of the question. */
        final double[] atAll = new double[Sign.KINDS];
        /** With none of those gone through before, of which none or some may be like a word of the row. */
        final double[] alone = new double[Sign.KINDS];

        final double[] aloneAlike = new double[Sign.KINDS];
        final double least;
        /** What it must be worth for any row with none of those gone through before. */
        final double leastAlone;

        Need(int[] order, int n, int level) {
            double leastOfAll = Double.POSITIVE_INFINITY;
            double leastOfAlone = Double.POSITIVE_INFINITY;
            for (int kind = 0; kind < Sign.KINDS; kind++) {
                var relation = States.Relation.of(kind / Sign.SEXES);
                int home = relation == States.Relation.SAME ? 1 : 0;
                double[][] worth = home == 1 ? question.worthAtHome : question.worth;
                double need = threshold
                        - glance.traitsWorth(relation, kind % Sign.SEXES)
                        - Math.max(Candidates.this.least, worth[order[n]][level]);
                for (int later = n + 1; later < order.length; later++) {
                    need -= most[home][order[later]];
                }
                atAll[kind] = need;
                alone[kind] = need;
                aloneAlike[kind] = need;
                for (int before = 0; before < n; before++) {
                    atAll[kind] -= most[home][order[before]];
                    if (glance.isName(order[before])) {
                        alone[kind] -= glance.openWorth();
                        aloneAlike[kind] -= glance.alikeWorth();
                    }
                }
                leastOfAll = Math.min(leastOfAll, atAll[kind]);
                leastOfAlone = Math.min(leastOfAlone, Math.min(alone[kind], aloneAlike[kind]));
            }
            least = leastOfAll;
            leastAlone = leastOfAlone;
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
