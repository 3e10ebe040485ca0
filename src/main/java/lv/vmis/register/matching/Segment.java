package lv.vmis.register.matching;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * Rows of the register laid out for finding: sorted by date of birth, each a person, a date and some words; for each key
 * of a word the rows that have it; document numbers in order. Immutable, so that a question never waits.
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

    final Lexicon lexicon;
    private final int rows;
    private final int[] cells;
    /** The dates that occur, in order, and the first row of each. */
    private final int[] dates;

    private final int[] firstOfDate;
    /** Rows before each of those dates. */
    private final int[] rowsBefore;

    private final int[] keyStart;
    private final int[] keyRows;
    /** For each key how many of its rows have each list of nationalities: pairs of list and count. */
    private final int[] homesStart;

    private final int[] homes;
    private final long[] documents;
    private final int[] documentRows;
    private final int[] byPerson;
    private final States stateLists;
    private final Map<String, Integer> rowsOfState = new HashMap<>();

    Segment(SegmentBuilder from) {
        rows = from.rows();
        int[] order = from.inOrderOfBirth();
        int[] placeOf = new int[rows];
        cells = new int[rows * HEAD + from.words.size()];
        var rowsOfWord = new int[from.lexicon.size()];
        stateLists = from.stateLists;
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
            int words = from.wordStart.get(old + 1) - from.wordStart.get(old);
            long person = from.persons.get(old);
            cells[at] = date;
            cells[at + 1] = (from.states.get(old) << STATES_SHIFT) | (from.traits.get(old) << TRAITS_SHIFT) | words;
            cells[at + 2] = (int) (person >>> 32);
            cells[at + 3] = (int) person;
            at += HEAD;
            for (int i = from.wordStart.get(old); i < from.wordStart.get(old + 1); i++) {
                cells[at++] = from.words.get(i);
                rowsOfWord[from.words.get(i) & WORD_MASK]++;
            }
            for (var state : stateLists.of(from.states.get(old))) {
                rowsOfState.merge(state, 1, Integer::sum);
            }
        }
        dates = datesSeen.packed();
        firstOfDate = firstSeen.packed();
        rowsBefore = countSeen.packed();
        lexicon = from.lexicon.done(rowsOfWord);
        keyStart = new int[lexicon.folds() + 1];
        keyRows = postings();
        homesStart = new int[lexicon.folds() + 1];
        homes = homes();
        documents = new long[from.documents.size()];
        documentRows = new int[documents.length];
        sortDocuments(from, placeOf);
        byPerson = sortedByPerson();
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

    private int[] postings() {
        int[] last = new int[lexicon.folds()];
        Arrays.fill(last, -1);
        eachKey(last, (key, _) -> keyStart[key + 1]++);
        Arrays.parallelPrefix(keyStart, Integer::sum);
        int[] rows = new int[keyStart[keyStart.length - 1]];
        int[] at = Arrays.copyOf(keyStart, lexicon.folds());
        Arrays.fill(last, -1);
        eachKey(last, (key, row) -> rows[at[key]++] = row);
        return rows;
    }

    private int[] homes() {
        var pairs = new Ints();
        int[] counts = new int[stateLists.count()];
        for (int key = 0; key < lexicon.folds(); key++) {
            var seen = new Ints();
            for (int i = keyStart[key]; i < keyStart[key + 1]; i++) {
                int list = stateList(keyRows[i]);
                if (counts[list]++ == 0) {
                    seen.add(list);
                }
            }
            for (int n = 0; n < seen.size(); n++) {
                pairs.add(seen.get(n));
                pairs.add(counts[seen.get(n)]);
                counts[seen.get(n)] = 0;
            }
            homesStart[key + 1] = pairs.size();
        }
        return pairs.packed();
    }

    /** How many rows of a key are of the State asked about. */
    int rowsAtHome(int key, StateRelations relations) {
        int rows = 0;
        for (int i = homesStart[key]; i < homesStart[key + 1]; i += 2) {
            rows += relations.ofList(homes[i]) == States.Relation.SAME ? homes[i + 1] : 0;
        }
        return rows;
    }

    private interface KeyOfRow {
        void is(int key, int row);
    }

    private void eachKey(int[] last, KeyOfRow each) {
        for (int row = 0; row < cells.length; row = next(row)) {
            for (int i = wordFrom(row); i < wordTo(row); i++) {
                int word = word(cells[i]);
                for (int k = lexicon.foldFrom(word); k < lexicon.foldFrom(word + 1); k++) {
                    int key = lexicon.foldAt(k);
                    if (last[key] != row) {
                        last[key] = row;
                        each.is(key, row);
                    }
                }
            }
        }
    }

    // Numbers are kept as sums of 64 bits; sorting an array of them keeps no objects.
    private void sortDocuments(SegmentBuilder from, int[] placeOf) {
        var order = Order.of(documents.length, from.documents::get);
        for (int i = 0; i < documents.length; i++) {
            documents[i] = from.documents.get(order[i]);
            documentRows[i] = placeOf[from.documentRows.get(order[i])];
        }
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
        return switch (traits(row) & 3) {
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

    int stateList(int row) {
        return cells[row + 1] >>> STATES_SHIFT;
    }

    String[] stateListAt(int list) {
        return stateLists.of(list);
    }

    int stateLists() {
        return stateLists.count();
    }

    int rowsOfState(String state) {
        return rowsOfState.getOrDefault(state, 0);
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

    int keyFrom(int key) {
        return keyStart[key];
    }

    int rowAt(int i) {
        return keyRows[i];
    }

    int rowsOfKey(int key) {
        return keyStart[key + 1] - keyStart[key];
    }

    /** Rows whose date of birth is not known: those before this one. */
    int undated() {
        return firstNotBefore(1);
    }

    /** The first row that is not before this date. */
    int firstNotBefore(int date) {
        int at = Arrays.binarySearch(dates, date);
        int place = at < 0 ? -at - 1 : at;
        return place < dates.length ? firstOfDate[place] : cells.length;
    }

    /** How many rows have dates from {@code from} to before {@code to}. */
    int rowsBetween(int from, int to) {
        return rowsBefore(to) - rowsBefore(from);
    }

    private int rowsBefore(int date) {
        int at = Arrays.binarySearch(dates, date);
        int place = at < 0 ? -at - 1 : at;
        return place < dates.length ? rowsBefore[place] : rows;
    }

    /** The place of the first document with this sum, or of where it would be. */
    int documentFrom(long sum) {
        int at = Arrays.binarySearch(documents, sum);
        if (at < 0) {
            return documents.length;
        }
        while (at > 0 && documents[at - 1] == sum) {
            at--;
        }
        return at;
    }

    boolean isDocument(int at, long sum) {
        return at < documents.length && documents[at] == sum;
    }

    int documents() {
        return documents.length;
    }

    long document(int at) {
        return documents[at];
    }

    int documentRow(int at) {
        return documentRows[at];
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
