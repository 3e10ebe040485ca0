package lv.vmis.register.matching;

import java.util.List;

/**
 * Says of two names alone whether they are one person's: what the index would say if the second stood in a register and
 * the first were asked for. Which words are rare is told by the people it is made with.
 */
public final class NameScore {

    private final View people;
    private final Weights weights;

    public NameScore(Iterable<Description> people, Weights weights) {
        var rows = new SegmentBuilder();
        long person = 0;
        for (var who : people) {
            rows.add(person++, who);
        }
        this.people = new View(rows.done(), Gone.NOBODY);
        this.weights = weights;
    }

    /**
     * How far, in bits, they are from agreeing as the shorter one agrees with itself: 0 for the same name, whether it is
     * rare or not, and below 0 the less alike they are. The same in both directions.
     */
    public double of(String first, String second) {
        double both = (score(first, second) + score(second, first)) / 2;
        return both - Math.min(score(first, first), score(second, second));
    }

    private double score(String asked, String known) {
        var rows = new SegmentBuilder();
        rows.add(0, Description.ofFullName(known).done());
        var views = List.of(people, new View(rows.done(), Gone.NOBODY));
        var who = Description.ofFullName(asked).done();
        var name = NameReader.read(who);
        var expansions =
                views.stream().map(view -> new Expansion(view, name.words())).toList();
        var question = new Question(name, who, views, expansions, weights);
        var comparison = new Comparison(
                question, views.getLast().segment(), expansions.getLast(), question.relations.getLast(), weights);
        return comparison.score(0, Double.NEGATIVE_INFINITY);
    }
}
