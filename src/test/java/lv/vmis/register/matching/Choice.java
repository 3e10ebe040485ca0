package lv.vmis.register.matching;

import java.util.List;

/**
 * A question whose answer is known, as training sees it: everybody who may be meant, told by the amounts of his features.
 *
 * @param right the place of the person meant, or −1 if it is none of them
 */
record Choice(double[][] found, int right) {

    /** In nats per bit. */
    private static final double LN2 = Math.log(2);

    static Choice of(List<Search.Weighed> found, long person) {
        int right = -1;
        for (int i = 0; i < found.size(); i++) {
            right = found.get(i).person() == person ? i : right;
        }
        return new Choice(found.stream().map(Choice::amounts).toArray(double[][]::new), right);
    }

    // That somebody may be a twin is a warning. Most who look so are slips in a given name, so it would be fitted to
    // speak
    // for him.
    private static double[] amounts(Search.Weighed weighed) {
        var amounts = weighed.amounts();
        amounts[Feature.TWIN.ordinal()] = 0;
        return amounts;
    }

    /** How likely each one is the person meant; what is left to one is that none of them is. */
    double[] chances(double[] bits) {
        var chances = scores(bits);
        double sum = logSum(chances);
        for (int i = 0; i < chances.length; i++) {
            chances[i] = Math.exp(chances[i] - sum);
        }
        return chances;
    }

    /** The logarithm of how likely these weights hold what is right. */
    double logLikelihood(double[] bits) {
        var scores = scores(bits);
        return (right < 0 ? 0 : scores[right]) - logSum(scores);
    }

    private double[] scores(double[] bits) {
        var scores = new double[found.length];
        for (int i = 0; i < found.length; i++) {
            double score = 0;
            for (int f = 0; f < bits.length; f++) {
                score += bits[f] * found[i][f];
            }
            scores[i] = score * LN2;
        }
        return scores;
    }

    /** Nobody has the score 0. */
    private static double logSum(double[] scores) {
        double most = 0;
        for (double score : scores) {
            most = Math.max(most, score);
        }
        double sum = Math.exp(-most);
        for (double score : scores) {
            sum += Math.exp(score - most);
        }
        return most + Math.log(sum);
    }
}
