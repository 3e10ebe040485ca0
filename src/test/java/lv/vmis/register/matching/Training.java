package lv.vmis.register.matching;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;

/**
 * Trains the weights on questions whose answers are known. Who may be meant depends on the weights too, so they are
 * looked for again in each round. Nothing is left to chance: the same questions give the same weights.
 */
public final class Training {

    /** The answer to a question about somebody who is not in the register. */
    public static final long NOBODY = -1;

    /**
     * With weights of half their size the index shows those who are up to twice as many bits too unlikely, so that
     * training sees more of the wrong ones than an official does. What is counted of each stays the same.
     */
    private static final double WIDER = 0.5;

    private static final int PERSONS = 25;
    private static final int ROWS = 100;

    /** A question and the number of the person who is meant. */
    public record Asked(Description who, long person) {}

    /** A register and the questions about it. */
    public record LabelledSet(PersonIndex index, List<Asked> questions) {}

    /**
     * What a round did.
     *
     * @param overlooked persons of the register who were meant and not found at all, so that nobody was the answer
     * @param before the logarithm of how likely the right answers were by the weights before the round
     * @param after the same after it
     */
    public record Round(int questions, int overlooked, double before, double after) {}

    private final List<LabelledSet> sets;
    private final double[] prior;
    private double[] bits;
    private List<Choice> choices = List.of();

    public Training(List<LabelledSet> sets, Weights start) {
        this.sets = List.copyOf(sets);
        prior = bits(start);
        bits = prior;
    }

    /** One round from where the last one ended. */
    public Round round() {
        choices = sets.stream().flatMap(set -> choices(set).stream()).toList();
        double before = Fitting.logLikelihood(choices, bits);
        bits = new Fitting(choices, prior).from(bits);
        long known = sets.stream()
                .flatMap(set -> set.questions().stream())
                .filter(asked -> asked.person() != NOBODY)
                .count();
        long found = choices.stream().filter(choice -> choice.right() >= 0).count();
        return new Round(choices.size(), (int) (known - found), before, Fitting.logLikelihood(choices, bits));
    }

    /** How likely other weights hold what is right among those found in the last round. */
    public double logLikelihood(Weights weights) {
        return Fitting.logLikelihood(choices, bits(weights));
    }

    /** The file of the weights trained so far; thousandths of a bit are more than questions can tell. */
    public String file(String version, String comment) {
        var file = new StringBuilder();
        comment.lines().forEach(line -> file.append("# ").append(line).append('\n'));
        file.append("version ").append(version).append('\n');
        for (var feature : Feature.values()) {
            file.append(String.format(Locale.ROOT, "%s %.3f\n", feature, bits[feature.ordinal()]));
        }
        return file.toString();
    }

    private List<Choice> choices(LabelledSet set) {
        var wider = new EnumMap<Feature, Double>(Feature.class);
        for (var feature : Feature.values()) {
            wider.put(feature, bits[feature.ordinal()] * WIDER);
        }
        var index = set.index().with(Weights.of("training", wider));
        return set.questions().parallelStream()
                .map(asked -> Choice.of(index.search(asked.who(), ROWS).weighed(PERSONS), asked.person()))
                .toList();
    }

    private static double[] bits(Weights weights) {
        return Arrays.stream(Feature.values()).mapToDouble(weights::of).toArray();
    }
}
