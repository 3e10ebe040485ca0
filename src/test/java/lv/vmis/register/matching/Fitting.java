package lv.vmis.register.matching;

import java.util.Arrays;
import java.util.List;

/**
 * Finds the weights under which the right answers are the most likely (conditional logistic regression by Newton's
 * method), and among those as likely the ones nearest to where it began. The same choices give the same weights.
 */
final class Fitting {

    /** So much is lost, in nats, by a weight that is a bit away from where it began: rare features stay there. */
    private static final double RIDGE = 0.5;

    private static final int MOST_STEPS = 25;
    private static final double SMALLEST_GAIN = 0.01;
    private static final double SMALLEST_STEP = 1e-4;
    /** Whoever is less likely than that moves nothing. */
    private static final double UNLIKELY = 1e-9;

    private static final double LN2 = Math.log(2);
    private static final int SIZE = Feature.COUNT;

    private final List<Choice> choices;
    private final double[] prior;
    private final double[] slope = new double[SIZE];
    private final double[][] bend = new double[SIZE][SIZE];

    Fitting(List<Choice> choices, double[] prior) {
        this.choices = choices;
        this.prior = prior;
    }

    static double logLikelihood(List<Choice> choices, double[] bits) {
        return choices.stream()
                .mapToDouble(choice -> choice.logLikelihood(bits))
                .sum();
    }

    double[] from(double[] start) {
        var bits = start.clone();
        double worth = worth(bits);
        for (int n = 0; n < MOST_STEPS; n++) {
            differentiate(bits);
            var direction = solved(bend, slope);
            double before = worth;
            double step = 1;
            double[] next = moved(bits, direction, step);
            while (worth(next) < before && step > SMALLEST_STEP) {
                step /= 2;
                next = moved(bits, direction, step);
            }
            worth = worth(next);
            if (worth - before < SMALLEST_GAIN) {
                return worth > before ? next : bits;
            }
            bits = next;
        }
        return bits;
    }

    private double worth(double[] bits) {
        double worth = logLikelihood(choices, bits);
        for (int f = 0; f < SIZE; f++) {
            double away = bits[f] - prior[f];
            worth -= RIDGE / 2 * away * away;
        }
        return worth;
    }

    private static double[] moved(double[] bits, double[] direction, double step) {
        var moved = bits.clone();
        for (int f = 0; f < SIZE; f++) {
            moved[f] += step * direction[f];
        }
        return moved;
    }

    private void differentiate(double[] bits) {
        Arrays.fill(slope, 0);
        for (var row : bend) {
            Arrays.fill(row, 0);
        }
        for (var choice : choices) {
            add(choice, choice.chances(bits));
        }
        for (int f = 0; f < SIZE; f++) {
            slope[f] = slope[f] * LN2 - RIDGE * (bits[f] - prior[f]);
            for (int g = 0; g < SIZE; g++) {
                bend[f][g] *= LN2 * LN2;
            }
            bend[f][f] += RIDGE;
        }
    }

    /** What is right against what is expected, and how much what is expected scatters. */
    private void add(Choice choice, double[] chances) {
        var expected = new double[SIZE];
        for (int i = 0; i < chances.length; i++) {
            if (chances[i] < UNLIKELY) {
                continue;
            }
            var amounts = choice.found()[i];
            for (int f = 0; f < SIZE; f++) {
                if (amounts[f] != 0) {
                    double part = chances[i] * amounts[f];
                    expected[f] += part;
                    for (int g = 0; g < SIZE; g++) {
                        bend[f][g] += part * amounts[g];
                    }
                }
            }
        }
        for (int f = 0; f < SIZE; f++) {
            slope[f] += (choice.right() < 0 ? 0 : choice.found()[choice.right()][f]) - expected[f];
            for (int g = 0; expected[f] != 0 && g < SIZE; g++) {
                bend[f][g] -= expected[f] * expected[g];
            }
        }
    }

    /** Linear equations by elimination; the ridge keeps them solvable. */
    private static double[] solved(double[][] matrix, double[] right) {
        int size = right.length;
        var rows = new double[size][];
        for (int i = 0; i < size; i++) {
            rows[i] = Arrays.copyOf(matrix[i], size + 1);
            rows[i][size] = right[i];
        }
        for (int i = 0; i < size; i++) {
            int largest = i;
            for (int r = i + 1; r < size; r++) {
                largest = Math.abs(rows[r][i]) > Math.abs(rows[largest][i]) ? r : largest;
            }
            var swapped = rows[i];
            rows[i] = rows[largest];
            rows[largest] = swapped;
            for (int r = 0; r < size; r++) {
                double factor = r == i ? 0 : rows[r][i] / rows[i][i];
                for (int c = i; factor != 0 && c <= size; c++) {
                    rows[r][c] -= factor * rows[i][c];
                }
            }
        }
        var solution = new double[size];
        for (int i = 0; i < size; i++) {
            solution[i] = rows[i][size] / rows[i][i];
        }
        return solution;
    }
}
