package lv.vmis.register.matching;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import lv.vmis.register.reading.DateParts;

/** Reads descriptions into the rows of a {@link Segment}. Used by one thread, once. */
final class SegmentBuilder {

    /** Rows of one name mostly stand together; remembering all names would take more than the rows. */
    private static final int NAMES_REMEMBERED = 100_000;

    final Lexicon.Building lexicon = new Lexicon.Building();
    final States stateLists = new States();
    final Longs persons = new Longs();
    final Ints dates = new Ints();
    final Ints traits = new Ints();
    final Ints states = new Ints();
    final Ints wordStart = new Ints();
    final Ints words = new Ints();
    final Longs documents = new Longs();
    final Ints documentRows = new Ints();
    final Longs wholeNames = new Longs();
    final Ints wholeNameRows = new Ints();
    final Places places = new Places();
    final Ints placeOfRow = new Ints();
    private final Map<String, int[]> read = new HashMap<>();

    SegmentBuilder() {
        wordStart.add(0);
    }

    /** Adds one identity of a person. */
    void add(long person, Description who) {
        if (who.births().isEmpty()) {
            addRow(person, who, DateParts.UNKNOWN);
        }
        for (var birth : who.births()) {
            addRow(person, who, birth);
        }
    }

    private void addRow(long person, Description who, DateParts birth) {
        int row = rows();
        persons.add(person);
        dates.add(Born.number(birth));
        int sex = who.sex() == 'M' ? 1 : who.sex() == 'F' ? 2 : 0;
        traits.add(sex | (who.documents().isEmpty() ? 0 : 4));
        states.add(stateLists.number(who.nationalities()));
        placeOfRow.add(who.birthPlace().isEmpty() ? 0 : places.number(Places.keys(who.birthPlace())));
        var name = who.surname() + '\t' + who.givenNames() + '\t' + who.fullName();
        if (read.size() == NAMES_REMEMBERED) {
            read.clear();
        }
        for (int word : read.computeIfAbsent(name, _ -> words(who))) {
            words.add(word);
        }
        wordStart.add(words.size());
        for (var document : who.documents()) {
            documents.add(sum(document));
            documentRows.add(row);
        }
        for (var whole : who.wholeNames()) {
            wholeNames.add(Mix.of(whole));
            wholeNameRows.add(row);
        }
    }

    /** Adds the rows of another segment that are still true. */
    void addAll(View view) {
        var from = view.segment();
        var numbers = new int[from.lexicon.words()];
        Arrays.fill(numbers, -1);
        var moved = new int[from.end()];
        Arrays.fill(moved, -1);
        for (int row = 0; row < from.end(); row = from.next(row)) {
            if (view.gone().is(from.person(row))) {
                continue;
            }
            moved[row] = rows();
            persons.add(from.person(row));
            dates.add(from.date(row));
            traits.add(from.traits(row));
            states.add(stateLists.number(List.of(from.states(row))));
            placeOfRow.add(places.number(from.placeAt(from.place(row))));
            for (int i = from.wordFrom(row); i < from.wordTo(row); i++) {
                int word = Segment.word(from.wordAt(i));
                if (numbers[word] < 0) {
                    numbers[word] = lexicon.number(from.lexicon.word(word));
                }
                words.add(Segment.packed(numbers[word], from.wordAt(i)));
            }
            wordStart.add(words.size());
        }
        move(from.documents, moved, documents, documentRows);
        move(from.wholeNames, moved, wholeNames, wholeNameRows);
    }

    private static void move(Marks from, int[] moved, Longs sums, Ints rows) {
        for (int at = 0; at < from.size(); at++) {
            int row = moved[from.row(at)];
            if (row >= 0) {
                sums.add(from.sum(at));
                rows.add(row);
            }
        }
    }

    private int[] words(Description who) {
        var name = NameReader.read(who);
        int[] packed = new int[name.words().size()];
        for (int i = 0; i < packed.length; i++) {
            packed[i] = Segment.packed(
                    lexicon.number(SisterNames.added(name.words().get(i))),
                    name.words().get(i).latin(),
                    name.roles().get(i));
        }
        return packed;
    }

    /** What stands for a document number in the index. */
    static long sum(String document) {
        return Mix.of(document.length() > NameReader.LETTERS ? document.substring(0, NameReader.LETTERS) : document);
    }

    int rows() {
        return dates.size();
    }

    int[] inOrderOfBirth() {
        return Order.of(rows(), dates::get);
    }

    Segment done() {
        return new Segment(this);
    }
}
