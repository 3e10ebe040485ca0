package lv.vmis.register.matching;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One question put to all parts of an index. */
final class Search {

    /** A name is of many if so many persons have it, and one of so many. */
    private static final long MANY = 2_000;

    private static final int PART_MANY = 1_000;

    private final List<View> views;
    private final List<Comparison> comparisons;
    private final List<Expansion> expansions;
    private final Weights weights;
    private final Top top;
    private final NameReader.Name name;
    private final Question question;
    private long left;

    Search(List<View> views, Weights weights, Description who, int persons, double beside) {
        this.views = views;
        this.weights = weights;
        name = NameReader.read(who);
        expansions =
                views.stream().map(view -> new Expansion(view, name.words())).toList();
        widen();
        question = new Question(name, who, views, expansions, weights);
        top = new Top(persons, beside);
        comparisons = new ArrayList<>(views.size());
        for (int part = 0; part < views.size(); part++) {
            var comparison = new Comparison(
                    question, views.get(part).segment(), expansions.get(part), question.relations.get(part), weights);
            comparisons.add(comparison);
        }
    }

    /** A name of many is hardly a slip of the pen: what is near to it is not looked for. */
    private void widen() {
        long many = Math.max(MANY, views.stream().mapToLong(View::persons).sum() / PART_MANY);
        for (int i = 0; i < name.words().size(); i++) {
            int word = i;
            long same = expansions.stream().mapToLong(part -> part.same(word)).sum();
            if (same <= many || name.words().get(i).vowelless()) {
                expansions.forEach(part -> part.widen(word));
            }
        }
    }

    /** Weighs the rows that may reach the best and no less than the floor, at most so many. */
    Search finding(double floor, long atMost) {
        long budget = atMost;
        for (int part = 0; part < views.size(); part++) {
            var finder = new Finder(
                    question, views.get(part), expansions.get(part), comparisons.get(part), top, part, floor, budget);
            finder.find();
            budget = finder.budget();
            left += finder.left();
        }
        return this;
    }

    /** Weighs the rows of one person only. */
    Optional<Hit> compare(long person) {
        for (int part = 0; part < views.size(); part++) {
            if (views.get(part).gone().is(person)) {
                continue;
            }
            for (int row : views.get(part).segment().rowsOf(person)) {
                double score = comparisons.get(part).score(row, Double.NEGATIVE_INFINITY);
                if (score > Double.NEGATIVE_INFINITY) {
                    top.offer(part, row, person, score);
                }
            }
        }
        return answer(1).hits().stream().findFirst();
    }

    /** The answer as it would be if every row were weighed: what the finding of rows is tested against. */
    Answer scanned(int limit) {
        for (int part = 0; part < views.size(); part++) {
            var segment = views.get(part).segment();
            for (int row = 0; row < segment.end(); row = segment.next(row)) {
                double threshold = top.threshold(PersonIndex.FLOOR);
                double score = comparisons.get(part).score(row, threshold);
                long person = segment.person(row);
                if (score >= threshold && !views.get(part).gone().is(person)) {
                    top.offer(part, row, person, score);
                }
            }
        }
        return answer(limit);
    }

    Answer answer(int limit) {
        int found = top.found();
        double odds = 1;
        for (int i = 0; i < found; i++) {
            odds += Math.pow(2, top.score(i));
        }
        var hits = new ArrayList<Hit>(limit);
        for (int i = 0; i < Math.min(limit, found); i++) {
            var comparison = comparisons.get(top.segment(i));
            var parts = comparison.parts(top.row(i));
            double chances = Math.pow(2, top.score(i));
            var kind = comparison.kind(chances / (1 + chances));
            hits.add(new Hit(top.person(i), parts, chances / odds, kind, weights.version()));
        }
        return new Answer(hits, question.namesakes(), left, name.unread(), weights.version());
    }

    /** A row that was weighed, for training. */
    record Weighed(long person, double score, double[] amounts) {}

    List<Weighed> weighed(int limit) {
        var rows = new ArrayList<Weighed>();
        for (int i = 0; i < Math.min(limit, top.found()); i++) {
            var comparison = comparisons.get(top.segment(i));
            double score = comparison.score(top.row(i), PersonIndex.FLOOR);
            rows.add(new Weighed(top.person(i), score, comparison.amounts.clone()));
        }
        return rows;
    }
}
