package lv.vmis.register.matching;

import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/**
 * The persons of a segment whose rows are no longer true, because newer ones stand in another segment, and what those
 * persons counted for: rarity is told as if they were not there. Immutable.
 */
final class Gone {

    static final Gone NOBODY = new Gone(new long[0], 0, new Counts(), new Counts(), new Counts(), Map.of());

    private final long[] persons;
    private final int rows;
    private final Counts words;
    private final Counts dates;
    private final Counts years;
    private final Map<String, Integer> states;

    private Gone(long[] persons, int rows, Counts words, Counts dates, Counts years, Map<String, Integer> states) {
        this.persons = persons;
        this.rows = rows;
        this.words = words;
        this.dates = dates;
        this.years = years;
        this.states = states;
    }

    /** Those already gone, and these as far as they are in the segment. */
    Gone and(Collection<Long> others, Segment segment) {
        var added = others.stream()
                .mapToLong(Long::longValue)
                .filter(person -> !is(person) && segment.rowsOf(person).length > 0)
                .toArray();
        if (added.length == 0) {
            return this;
        }
        var all = Arrays.copyOf(persons, persons.length + added.length);
        System.arraycopy(added, 0, all, persons.length, added.length);
        Arrays.sort(all);
        int allRows = rows;
        var allWords = words.copy();
        var allDates = dates.copy();
        var allYears = years.copy();
        var allStates = new HashMap<>(states);
        for (long person : added) {
            for (int row : segment.rowsOf(person)) {
                allRows++;
                for (int i = segment.wordFrom(row); i < segment.wordTo(row); i++) {
                    allWords.add(Segment.word(segment.wordAt(i)), 1);
                }
                allDates.add(segment.date(row), 1);
                allYears.add(Born.year(segment.date(row)), 1);
                for (var state : segment.states(row)) {
                    allStates.merge(state, 1, Integer::sum);
                }
            }
            Repeats.tell(segment, segment.rowsOf(person), new Repeats() {
                @Override
                public void word(int row, int word) {
                    allWords.add(word, -1);
                }

                @Override
                public void date(int date) {
                    allDates.add(date, -1);
                }

                @Override
                public void year(int year) {
                    allYears.add(year, -1);
                }

                @Override
                public void state(String state) {
                    allStates.merge(state, -1, Integer::sum);
                }
            });
        }
        return new Gone(all, allRows, allWords, allDates, allYears, allStates);
    }

    boolean is(long person) {
        return persons.length > 0 && Arrays.binarySearch(persons, person) >= 0;
    }

    int persons() {
        return persons.length;
    }

    int rows() {
        return rows;
    }

    int bearers(int word) {
        return words.of(word);
    }

    int personsOn(int date) {
        return dates.of(date);
    }

    int personsIn(int year) {
        return years.of(year);
    }

    int personsOfState(String state) {
        return states.getOrDefault(state, 0);
    }
}
