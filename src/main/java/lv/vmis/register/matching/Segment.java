package lv.vmis.register.matching;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Rows of the register laid out for finding: sorted by date of birth, each a person, a date and some words; for each word
 * the rows that have it; document numbers in order. Immutable, so that a question never waits.
 *
 * <p>A person has a row for each identity and date of birth. A row is the place where it begins in one array of numbers,
 * so that looking at it touches the memory once: date, State and traits, person (two numbers), words.
 */
final class Segment {

    /** A word in a row: its number (24 bits), its first letter (5 bits, 0 for a digit), its role (3 bits). */
    private static final int INITIAL_SHIFT = 24;

    private static final int ROLE_SHIFT = 29;
    private static final int WORD_MASK = (1 << INITIAL_SHIFT) - 1;
    private static final int INITIAL_MASK = 31;
    private static final int HEAD = 4;
    private static final int STATES_SHIFT = 16;
    private static final int TRAITS_SHIFT = 8;
    private static final int BYTE = 0xFF;
    private static final int SEX = 3;

    final Lexicon lexicon;
    private final int rows;
    private final int[] cells;
    /** The dates that occur, in order, and the first row of each. */
    private final int[] dates;

    private final int[] firstOfDate;
    /** Rows before each of those dates. */
    private final int[] rowsBefore;
    /** The place of the first date of each year, from the first. */
    private final int[] datesOfYear;

    private final int firstYear;

    private final int[] wordStart;
    /** For each word the rows that have it in order, each with its {@link Sign} in the lower half. */
    private final long[] postings;
    /** For each word how many of its rows have each list of nationalities: pairs of list and count. */
    private final int[] homesStart;

    private final int[] homes;
    /** How often a word, a date or a year stands in a further row of one person, which makes it no commoner. */
    private final int[] repeatsOfWord;

    private final Counts repeatsOn = new Counts();
    private final Counts repeatsIn = new Counts();
    private final int persons;
    final Marks documents;
    final Marks wholeNames;
    private final int[] byPerson;
    private final States stateLists;
    private final Places places;
    /** The rows whose place of birth is known, in order, and its number. */
    private final int[] placedRows;

    private final int[] placeOfRow;
    private final Map<String, Integer> personsOfState = new HashMap<>();

    Segment(SegmentBuilder from) {
        rows = from.rows();
        int[] order = from.inOrderOfBirth();
        int[] placeOf = new int[rows];
        cells = new int[rows * HEAD + from.words.size()];
        int[] words = from.lexicon.inOrderOfSound();
        int[] numbers = Order.places(words);
        wordStart = new int[words.length + 1];
        stateLists = from.stateLists;
        places = from.places;
        var placed = new Ints();
        var placesSeen = new Ints();
        var datesSeen = new Ints();
        var firstSeen = new Ints();
        var countSeen = new Ints();
        int at = 0;
        for (int row = 0; row < rows; row++) {
            int old = order[row];
            placeOf[old] = at;
            int date = from.dates.get(old);
            if (datesSeen.size() == 0 || datesSeen.get(datesSeen.size() - 1) != date) {
                datesSeen.add(date);
                firstSeen.add(at);
                countSeen.add(row);
            }
            int length = from.wordStart.get(old + 1) - from.wordStart.get(old);
            long person = from.persons.get(old);
            if (from.placeOfRow.get(old) > 0) {
                placed.add(at);
                placesSeen.add(from.placeOfRow.get(old));
            }
            cells[at] = date;
            cells[at + 1] = (from.states.get(old) << STATES_SHIFT) | (from.traits.get(old) << TRAITS_SHIFT) | length;
            cells[at + 2] = (int) (person >>> 32);
            cells[at + 3] = (int) person;
            at += HEAD;
            for (int i = from.wordStart.get(old); i < from.wordStart.get(old + 1); i++) {
                int word = numbers[word(from.words.get(i))];
                cells[at++] = packed(word, from.words.get(i));
                wordStart[word + 1]++;
            }
            for (var state : stateLists.of(from.states.get(old))) {
                personsOfState.merge(state, 1, Integer::sum);
            }
        }
        placedRows = placed.packed();
        placeOfRow = placesSeen.packed();
        dates = datesSeen.packed();
        firstOfDate = firstSeen.packed();
        rowsBefore = countSeen.packed();
        int dated = dates.length > 0 && dates[0] == 0 ? 1 : 0;
        firstYear = dated < dates.length ? Born.year(dates[dated]) : 0;
        int years = dated < dates.length ? Born.year(dates[dates.length - 1]) - firstYear + 1 : 0;
        datesOfYear = new int[years + 1];
        for (int year = 0; year <= years; year++) {
            datesOfYear[year] = placeOf((firstYear + year) * 10_000);
        }
        lexicon = from.lexicon.done(words);
        Arrays.parallelPrefix(wordStart, Integer::sum);
        postings = postings();
        homesStart = new int[wordStart.length];
        homes = homes();
        documents = new Marks(from.documents, from.documentRows, placeOf);
        wholeNames = new Marks(from.wholeNames, from.wholeNameRows, placeOf);
        byPerson = sortedByPerson();
        repeatsOfWord = new int[wordStart.length];
        persons = countRepeats();
    }

    /** A word as it stands in a row. */
    static int packed(int word, String latin, Role role) {
        if (word > WORD_MASK) {
            throw new IllegalStateException("more than %d different words".formatted(WORD_MASK));
        }
        return word | (initial(latin) << INITIAL_SHIFT) | (role.ordinal() << ROLE_SHIFT);
    }

    static int packed(int word, int like) {
        return (like & ~WORD_MASK) | word;
    }

    /** 1 to 26 for A to Z, 0 for a digit. */
    static int initial(String latin) {
        int letter = latin.charAt(0) - 'A' + 1;
        return letter >= 1 && letter <= 26 ? letter : 0;
    }

    static int initial(int packed) {
        return (packed >>> INITIAL_SHIFT) & INITIAL_MASK;
    }

    static int word(int packed) {
        return packed & WORD_MASK;
    }

    static int roleNumber(int packed) {
        return packed >>> ROLE_SHIFT;
    }

    static Role role(int packed) {
        return Role.of(packed >>> ROLE_SHIFT);
    }

    private long[] postings() {
        var postings = new long[wordStart[wordStart.length - 1]];
        int[] at = wordStart.clone();
        for (int row = 0; row < cells.length; row = next(row)) {
            long posting = (long) row << Integer.SIZE | Integer.toUnsignedLong(sign(row));
            for (int i = wordFrom(row); i < wordTo(row); i++) {
                postings[at[word(cells[i])]++] = posting;
            }
        }
        return postings;
    }

    private int sign(int row) {
        int names = 0;
        int letters = 0;
        for (int i = wordFrom(row); i < wordTo(row); i++) {
            names += role(cells[i]) == Role.PARTICLE ? 0 : 1;
            letters |= Sign.letter(initial(cells[i]));
        }
        return Sign.of(stateList(row), traits(row) & SEX, names, letters);
    }

    private int[] homes() {
        var pairs = new Ints();
        int[] counts = new int[stateLists.count()];
        for (int word = 0; word + 1 < wordStart.length; word++) {
            var seen = new Ints();
            for (int i = wordStart[word]; i < wordStart[word + 1]; i++) {
                int list = Sign.stateList((int) postings[i]);
                if (counts[list]++ == 0) {
                    seen.add(list);
                }
            }
            for (int n = 0; n < seen.size(); n++) {
                pairs.add(seen.get(n));
                pairs.add(counts[seen.get(n)]);
                counts[seen.get(n)] = 0;
            }
            homesStart[word + 1] = pairs.size();
        }
        return pairs.packed();
    }

    private int countRepeats() {
        int count = 0;
        for (int from = 0; from < byPerson.length; count++) {
            int to = from + 1;
            while (to < byPerson.length && person(byPerson[to]) == person(byPerson[from])) {
                to++;
            }
            Repeats.tell(this, Arrays.copyOfRange(byPerson, from, to), new Repeats() {
                @Override
                public void word(int row, int word) {
                    repeatsOfWord[word]++;
                    int pair = homesStart[word];
                    while (homes[pair] != stateList(row)) {
                        pair += 2;
                    }
                    homes[pair + 1]--;
                }

                @Override
                public void date(int date) {
                    repeatsOn.add(date, 1);
                }

                @Override
                public void year(int year) {
                    repeatsIn.add(year, 1);
                }

                @Override
                public void state(String state) {
                    personsOfState.merge(state, -1, Integer::sum);
                }
            });
            from = to;
        }
        return count;
    }

    /** How many persons with a word are of the State asked about. */
    int bearersAtHome(int word, StateRelations relations) {
        int bearers = 0;
        for (int i = homesStart[word]; i < homesStart[word + 1]; i += 2) {
            bearers += relations.ofList(homes[i]) == States.Relation.SAME ? homes[i + 1] : 0;
        }
        return bearers;
    }

    private int[] sortedByPerson() {
        var places = new Ints();
        for (int row = 0; row < cells.length; row = next(row)) {
            places.add(row);
        }
        var order = Order.of(rows, i -> person(places.get(i)));
        for (int i = 0; i < rows; i++) {
            order[i] = places.get(order[i]);
        }
        return order;
    }

    int rows() {
        return rows;
    }

    /** The row after this one; the first row is 0. */
    int next(int row) {
        return wordTo(row);
    }

    /** Where the row after the last would be. */
    int end() {
        return cells.length;
    }

    int date(int row) {
        return cells[row];
    }

    long person(int row) {
        return ((long) cells[row + 2] << 32) | (cells[row + 3] & 0xFFFFFFFFL);
    }

    int traits(int row) {
        return (cells[row + 1] >>> TRAITS_SHIFT) & BYTE;
    }

    char sex(int row) {
        return switch (traits(row) & SEX) {
            case 1 -> 'M';
            case 2 -> 'F';
            default -> 'U';
        };
    }

    boolean hasDocument(int row) {
        return (traits(row) & 4) != 0;
    }

    String[] states(int row) {
        return stateLists.of(stateList(row));
    }

    /** The number of the place of birth of a row, 0 if it is not known. */
    int place(int row) {
        int at = Arrays.binarySearch(placedRows, row);
        return at < 0 ? 0 : placeOfRow[at];
    }

    List<String> placeAt(int number) {
        return places.of(number);
    }

    int stateList(int row) {
        return cells[row + 1] >>> STATES_SHIFT;
    }

    String[] stateListAt(int list) {
        return stateLists.of(list);
    }

    int stateLists() {
        return stateLists.count();
    }

    int persons() {
        return persons;
    }

    int personsOfState(String state) {
        return personsOfState.getOrDefault(state, 0);
    }

    int wordFrom(int row) {
        return row + HEAD;
    }

    int wordTo(int row) {
        return row + HEAD + (cells[row + 1] & BYTE);
    }

    int wordAt(int i) {
        return cells[i];
    }

    /** The place of the first posting of a word; those of the next word follow. */
    int postingFrom(int word) {
        return wordStart[word];
    }

    long posting(int at) {
        return postings[at];
    }

    /** How many persons have a word. */
    int bearers(int word) {
        return wordStart[word + 1] - wordStart[word] - repeatsOfWord[word];
    }

    /** Rows whose date of birth is not known: those before this one. */
    int undated() {
        return firstNotBefore(1);
    }

    /** The first row that is not before this date. */
    int firstNotBefore(int date) {
        int place = placeOf(date);
        return place < dates.length ? firstOfDate[place] : cells.length;
    }

    /** The place of the first of the dates that is not before this one. */
    private int placeOf(int date) {
        int at = Arrays.binarySearch(dates, date);
        return at < 0 ? -at - 1 : at;
    }

    /** Adds the first row with this date and the first after it, if there is any. */
    void addPlaces(int date, Ints places) {
        int year = Born.year(date) - firstYear;
        int at = year < 0 || year + 1 >= datesOfYear.length
                ? -1
                : Arrays.binarySearch(dates, datesOfYear[year], datesOfYear[year + 1], date);
        if (at >= 0) {
            places.add(firstOfDate[at]);
            places.add(at + 1 < dates.length ? firstOfDate[at + 1] : cells.length);
        }
    }

    /** The first year in which anybody was born. */
    int firstYear() {
        return firstYear;
    }

    /** The first year after all in which anybody was born. */
    int endYear() {
        return firstYear + datesOfYear.length - 1;
    }

    /** How many persons were born on a date, of which parts may be unknown. */
    int personsOn(int date) {
        return rowsBefore(date + 1) - rowsBefore(date) - repeatsOn.of(date);
    }

    /** How many persons were born in a year. */
    int personsIn(int year) {
        return rowsBefore((year + 1) * 10_000) - rowsBefore(year * 10_000) - repeatsIn.of(year);
    }

    private int rowsBefore(int date) {
        int place = placeOf(date);
        return place < dates.length ? rowsBefore[place] : rows;
    }

    /** The rows of a person, none if he is not here. */
    int[] rowsOf(long person) {
        int low = 0;
        int high = byPerson.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (person(byPerson[middle]) < person) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        int end = low;
        while (end < byPerson.length && person(byPerson[end]) == person) {
            end++;
        }
        return Arrays.copyOfRange(byPerson, low, end);
    }
}
