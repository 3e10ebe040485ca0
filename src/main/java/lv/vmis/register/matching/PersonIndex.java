package lv.vmis.register.matching;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import lv.vmis.register.reading.DateParts;

/**
 * Finds the persons a description may mean. Immutable, so that any number of threads may ask at once: a change gives
 * another index, which shares what did not change.
 */
public final class PersonIndex {

    /** Rows below this score, in bits, are not kept: the odds are below one to two hundred and fifty. */
    static final double FLOOR = -8;

    /** An index of so many rows may be weighed as a whole. */
    private static final int SMALL = 2_000;

    /** Of a larger one so many rows are weighed for one question, and besides one of so many rows of the index. */
    private static final int LEAST_WEIGHED = 600;

    private static final int PART_WEIGHED = 16_000;

    /** The parts of a score are rounded one by one: what is told differs by less from what was compared. */
    private static final double ROUNDED = 0.25;

    private final List<View> views;
    private final Weights weights;

    private PersonIndex(List<View> views, Weights weights) {
        this.views = List.copyOf(views);
        this.weights = weights;
    }

    /** Reads persons into an index; used by one thread, once. */
    public static final class Builder {

        private final SegmentBuilder rows = new SegmentBuilder();

        /** Adds one identity of a person. */
        public Builder add(long person, Description identity) {
            rows.add(person, identity);
            return this;
        }

        /** An index of all who were added, weighed so. */
        public PersonIndex done(Weights weights) {
            return new PersonIndex(List.of(new View(rows.done(), Gone.NOBODY)), weights);
        }
    }

    /** The version of the weights that rows are compared with. */
    public String weights() {
        return weights.version();
    }

    /** The number of rows: a person has one for each identity and date of birth. */
    public int rows() {
        return views.stream().mapToInt(View::rows).sum();
    }

    /** Rows that are not in the first and largest part, or no longer true: {@link #settled} leaves none. */
    public int unsettled() {
        return views.stream().skip(1).mapToInt(view -> view.segment().rows()).sum()
                + views.getFirst().gone().rows();
    }

    /** An index in which these persons have exactly these identities; none takes a person out. */
    public PersonIndex with(Map<Long, ? extends Collection<Description>> persons) {
        var added = new SegmentBuilder();
        persons.forEach((person, identities) -> identities.forEach(identity -> added.add(person, identity)));
        var changed = new ArrayList<View>(views.size() + 1);
        for (var view : views) {
            changed.add(new View(view.segment(), view.gone().and(persons.keySet(), view.segment())));
        }
        if (added.rows() > 0) {
            changed.add(new View(added.done(), Gone.NOBODY));
        }
        // Small parts are joined as they come to the same size, so there are never more than some ten.
        while (changed.size() > 2) {
            var last = changed.getLast();
            var before = changed.get(changed.size() - 2);
            if (last.segment().rows() * 2 < before.segment().rows()) {
                break;
            }
            changed.removeLast();
            changed.removeLast();
            changed.add(joined(List.of(before, last)));
        }
        return new PersonIndex(changed, weights);
    }

    /** The same rows in one part, as if it had been built anew. */
    public PersonIndex settled() {
        return unsettled() == 0 ? this : new PersonIndex(List.of(joined(views)), weights);
    }

    private static View joined(List<View> parts) {
        var rows = new SegmentBuilder();
        parts.forEach(rows::addAll);
        return new View(rows.done(), Gone.NOBODY);
    }

    /** The same rows, weighed otherwise. */
    public PersonIndex with(Weights others) {
        return new PersonIndex(views, others);
    }

    /** The persons who may be meant, at most {@code limit} (from 1), the most likely first. */
    public Answer find(Description who, int limit) {
        return search(who, limit).answer(limit);
    }

    /**
     * The same, where nobody below a score matters: far fewer rows have to be looked at.
     *
     * @param least bits; whoever has more is found as without it, of the others some may be missing
     */
    public Answer find(Description who, int limit, double least) {
        return find(who, limit, least, Top.BESIDE_THE_BEST);
    }

    /** Everybody who may be the same person, however much likelier another is: one person may be here several times. */
    public Answer findAll(Description who, int limit, double least) {
        return find(who, limit, least, Double.POSITIVE_INFINITY);
    }

    private Answer find(Description who, int limit, double least, double beside) {
        return new Search(views, weights, who, limit, beside)
                .finding(Math.max(FLOOR, least - ROUNDED), budget())
                .answer(limit);
    }

    /**
     * The persons who bear just this whole name, in any order of its words, and may be born then.
     *
     * @param wholeNames keys, as their descriptions have them
     */
    public Set<Long> called(Collection<String> wholeNames, DateParts born) {
        var found = new LinkedHashSet<Long>();
        int date = Born.number(born);
        for (var view : views) {
            for (var name : wholeNames) {
                called(view, Mix.of(name), date, found);
            }
        }
        return found;
    }

    private static void called(View view, long sum, int date, Set<Long> found) {
        var segment = view.segment();
        for (int at = segment.wholeNames.from(sum); segment.wholeNames.is(at, sum); at++) {
            int row = segment.wholeNames.row(at);
            if (Born.mayBeOne(segment.date(row), date) && !view.gone().is(segment.person(row))) {
                found.add(segment.person(row));
            }
        }
    }

    /** How a person compares with a description, likely or not; nothing if they share no name and no document. */
    public Optional<Hit> compare(Description who, long person) {
        return new Search(views, weights, who, 1, Top.BESIDE_THE_BEST).compare(person);
    }

    private long budget() {
        long rows = rows();
        return rows <= SMALL ? SMALL : LEAST_WEIGHED + rows / PART_WEIGHED;
    }

    Search search(Description who, int persons) {
        return new Search(views, weights, who, persons, Top.BESIDE_THE_BEST).finding(FLOOR, budget());
    }
}
