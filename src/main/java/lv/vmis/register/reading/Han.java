package lv.vmis.register.reading;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import lv.vmis.register.reading.Words.Word;

/** Chinese names in pinyin without tones, as passports of China print them (GB/T 28039), by the tables of ICU. */
final class Han {

    private static final Set<String> DOUBLE_SURNAMES = Set.of(
            "欧阳", "歐陽", "司马", "司馬", "诸葛", "諸葛", "上官", "东方", "東方", "皇甫", "尉迟", "尉遲", "公孙", "公孫", "令狐", "慕容", "长孙", "長孫",
            "宇文", "司徒", "司空", "夏侯", "轩辕", "軒轅", "端木", "东郭", "東郭", "南宫", "南宮", "独孤", "獨孤", "呼延", "百里", "申屠", "澹台", "澹臺",
            "万俟", "萬俟", "鲜于", "鮮于", "赫连", "赫連", "淳于", "单于", "單于", "太史", "公羊", "濮阳", "濮陽", "西门", "西門", "钟离", "鍾離", "闻人",
            "聞人", "拓跋", "范姜");

    private static final char AGAIN = '々';

    // A reading never changes, so what was read once is kept; there are fewer than 100 000 characters.
    private static final ConcurrentHashMap<String, List<String>> SYLLABLES = new ConcurrentHashMap<>();
    private static final ConcurrentHashMap<String, List<String>> SURNAMES = new ConcurrentHashMap<>();

    private Han() {}

    /** Surname and given name if the whole name is one word of two to four characters, otherwise one word. */
    static List<ReadWord> read(Word word, boolean isWholeName) {
        var text = word.plain();
        int length = text.codePointCount(0, text.length());
        if (length == 1 || DOUBLE_SURNAMES.contains(text)) {
            return List.of(word.read(surname(text)));
        }
        if (!isWholeName || length > 4 || !text.codePoints().allMatch(Character::isIdeographic)) {
            return List.of(word.read(given(text)));
        }
        int cut = text.offsetByCodePoints(0, 1);
        if (length > 2 && DOUBLE_SURNAMES.contains(text.substring(0, text.offsetByCodePoints(0, 2)))) {
            cut = text.offsetByCodePoints(0, 2);
        }
        var surname = text.substring(0, cut);
        // Two characters may be a given name alone; so may more when the first is no usual surname.
        boolean isSure = length > 2 && (surname.length() > 1 || HanSurnames.isUsual(surname));
        return List.of(
                new ReadWord(surname, surname(surname), false, !isSure),
                new ReadWord(text.substring(cut), given(text.substring(cut)), false, word.joined()));
    }

    private static List<String> surname(String text) {
        var known = HanSurnames.forms(text);
        var read = DOUBLE_SURNAMES.contains(text)
                ? List.of(pinyin("Han-Latin/Names", text))
                : SURNAMES.computeIfAbsent(text, one -> syllable("Han-Latin/Names", one));
        var forms = new LinkedHashSet<>(read);
        forms.addAll(known);
        forms.remove("");
        return List.copyOf(forms);
    }

    private static List<String> given(String text) {
        return Spellings.alike(syllables(text));
    }

    /** The forms of each character, a digit as itself. */
    static List<List<String>> syllables(String text) {
        var parts = new ArrayList<List<String>>();
        for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
            int c = text.codePointAt(i);
            parts.add(c == AGAIN && !parts.isEmpty() ? parts.getLast() : syllable(c));
        }
        return parts;
    }

    private static List<String> syllable(int c) {
        return SYLLABLES.computeIfAbsent(Character.toString(c), one -> syllable("Han-Latin", one));
    }

    private static List<String> syllable(String transform, String text) {
        var latin = pinyin(transform, text);
        // Ü is YU in passports since 2012 and U before or elsewhere.
        return latin.indexOf('Ü') < 0 ? List.of(latin) : List.of(latin.replace("Ü", "YU"), latin.replace("Ü", "U"));
    }

    private static String pinyin(String transform, String text) {
        var marked = Normalizer.normalize(Icu.write(transform, text), Normalizer.Form.NFD)
                .toUpperCase(Locale.ROOT)
                .replace("U\u0308", "Ü");
        var latin = new StringBuilder();
        marked.chars().filter(c -> c == 'Ü' || Latin.isMachineReadable(c)).forEach(c -> latin.append((char) c));
        return latin.toString();
    }
}
