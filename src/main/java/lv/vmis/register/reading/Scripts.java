package lv.vmis.register.reading;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Reads names of any script word by word, each with the Latin spellings it may have in a document.
 *
 * <p>At most {@link #WORDS} words of {@link #LETTERS} letters are read; what exceeds them is cut. Blanks, hyphens,
 * punctuation and the fillers of a machine readable zone separate words, apostrophes do not; invisible characters,
 * symbols and emoji are dropped. A Chinese or Korean name written together becomes surname and given name. Nothing is
 * refused: a word whose script is not known has no Latin spelling.
 */
public final class Scripts {

    /** The most words of a name. */
    public static final int WORDS = 20;

    /** The most letters of a word. */
    public static final int LETTERS = 100;

    /** The most spellings of a word. */
    public static final int READINGS = 8;

    private Scripts() {}

    /** The words of the name in their order; empty if it holds no letter and no digit. */
    public static List<ReadWord> read(String name) {
        return isAscii(name) ? readAscii(name) : read(Words.of(name));
    }

    /**
     * The word in Latin capitals with the sounds of its marks spelt out (Š is SH, not S); other letters as {@link #read}
     * writes them first.
     */
    public static String spoken(String word) {
        if (isAscii(word)) {
            return capitals(word, 0, word.length());
        }
        return Words.of(word).stream().map(Scripts::spoken).collect(Collectors.joining());
    }

    private static String spoken(Words.Word word) {
        if (word.script() == Words.Script.EUROPEAN) {
            return Spoken.of(word.plain());
        }
        return read(List.of(word)).stream()
                .filter(read -> !read.latin().isEmpty())
                .map(read -> read.latin().getFirst())
                .collect(Collectors.joining());
    }

    private static List<ReadWord> read(List<Words.Word> words) {
        var read = new ArrayList<ReadWord>();
        boolean japanese = words.stream().anyMatch(word -> Kana.isIn(word.plain()));
        boolean persian = words.stream().anyMatch(word -> Arabic.isPersian(word.plain()));
        for (int i = 0; i < words.size() && read.size() < WORDS; i++) {
            var word = words.get(i);
            switch (word.script()) {
                case EUROPEAN -> read.add(word.read(european(word.plain())));
                case ARABIC -> {
                    boolean isBeforeArticle = i + 1 < words.size()
                            && words.get(i + 1).script() == Words.Script.ARABIC
                            && Arabic.joins(word.plain(), words.get(i + 1).plain());
                    read.addAll(Arabic.read(isBeforeArticle ? word.join() : word, persian));
                }
                case HEBREW -> read.add(new ReadWord(word.original(), Hebrew.read(word.plain()), true, word.joined()));
                case GEORGIAN -> read.add(word.read(Georgian.read(word.plain())));
                case ARMENIAN -> read.add(word.read(Armenian.read(word.plain())));
                case HAN ->
                    read.addAll(
                            japanese ? List.of(word.read(Kana.read(word.plain()))) : Han.read(word, words.size() == 1));
                case HANGUL -> read.addAll(Hangul.read(word, words.size() == 1));
                case INDIC -> read.add(word.read(Indic.read(word.plain())));
                case OTHER -> read.add(word.read(OtherScripts.read(word.plain())));
            }
        }
        return List.copyOf(read.size() > WORDS ? read.subList(0, WORDS) : read);
    }

    private static List<String> european(String word) {
        var readings = new LinkedHashSet<String>();
        add(readings, LatinTable.write(word));
        if (hasSecondLatinForm(word)) {
            add(readings, LatinTable.writeBare(word));
        }
        if (Spoken.hasSlavicDj(word)) {
            add(readings, LatinTable.write(word.replace("Đ", "DJ").replace("đ", "dj")));
        }
        if (Cyrillics.isIn(word)) {
            Cyrillics.others(word).forEach(other -> add(readings, other));
        }
        if (Greek.isIn(word)) {
            add(readings, Latin.transliterate(Greek.spoken(Latin.capitals(word))));
        }
        return List.copyOf(readings);
    }

    private static void add(LinkedHashSet<String> readings, String reading) {
        var latin = machineReadable(reading);
        if (!latin.isEmpty() && readings.size() < READINGS) {
            readings.add(latin);
        }
    }

    private static boolean hasSecondLatinForm(String word) {
        for (int i = 0; i < word.length(); i++) {
            if ("ÄÅÖØÜäåöøü".indexOf(word.charAt(i)) >= 0) {
                return true;
            }
        }
        return false;
    }

    /** The letters A to Z and digits of the text and nothing else. */
    static String machineReadable(String text) {
        var latin = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            if (Latin.isMachineReadable(text.charAt(i))) {
                latin.append(text.charAt(i));
            }
        }
        return latin.toString();
    }

    private static boolean isAscii(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) >= 0x80) {
                return false;
            }
        }
        return true;
    }

    // Most names by far are plain Latin; they are read without normalising.
    private static List<ReadWord> readAscii(String name) {
        var words = new ArrayList<ReadWord>();
        int i = 0;
        while (i < name.length() && words.size() < WORDS) {
            if (!isLetter(name.charAt(i))) {
                i++;
                continue;
            }
            int start = i;
            int cut = i;
            int letters = 0;
            while (i < name.length() && !Words.separates(name.charAt(i))) {
                if (isLetter(name.charAt(i))) {
                    letters++;
                    cut = letters <= LETTERS ? i + 1 : cut;
                }
                i++;
            }
            boolean joined = i + 1 < name.length() && name.charAt(i) == '-' && isLetter(name.charAt(i + 1));
            var original = name.substring(start, cut);
            words.add(new ReadWord(original, List.of(capitals(name, start, cut)), false, joined));
        }
        return List.copyOf(words);
    }

    private static boolean isLetter(char c) {
        return Latin.isMachineReadable(c) || (c >= 'a' && c <= 'z');
    }

    private static String capitals(String text, int start, int end) {
        var capitals = new StringBuilder(end - start);
        for (int i = start; i < end; i++) {
            char c = text.charAt(i);
            if (c >= 'a' && c <= 'z') {
                capitals.append((char) (c - 'a' + 'A'));
            } else if (Latin.isMachineReadable(c)) {
                capitals.append(c);
            }
        }
        return capitals.toString();
    }
}
