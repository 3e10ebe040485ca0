package lv.vmis.register.matching;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import lv.vmis.register.reading.ReadWord;
import lv.vmis.register.reading.Scripts;

/** Reads the names of a description into words with roles. */
final class NameReader {

    /** So many words of a name are compared; further ones are left out. */
    static final int WORDS = 8;

    /** So many letters of a word are compared. */
    static final int LETTERS = 40;

    private static final int KEYS = 6;

    private static final Set<String> PARTICLES = Set.of(
            "AL", "EL", "UL", "BIN", "BEN", "IBN", "BINT", "BINTE", "VAN", "VON", "DE", "DER", "DEN", "DA", "DO", "DOS",
            "DAS", "DI", "DEL", "LA", "LE", "LOS", "Y", "I", "OGLU", "OGLY", "OGLI", "OGLOU", "KYZY", "KIZI", "QIZI",
            "GYZY", "UULU", "TER", "TEN", "UND", "ZU", "SAINT", "MC", "MAC", "O");

    private static final Set<String> SERVANT =
            Set.of("ABD", "ABDUL", "ABDEL", "ABDAL", "ABDOL", "ABDUR", "ABDOUL", "ABDIL");

    private NameReader() {}

    /**
     * A name as it is compared.
     *
     * @param unread words of a script that nothing is known of
     */
    record Name(List<Word> words, List<Role> roles, int unread) {}

    static Name read(Description who) {
        var words = new ArrayList<Word>(4);
        var roles = new ArrayList<Role>(4);
        int unread = add(who.surname(), Role.SURNAME, words, roles);
        unread += add(who.givenNames(), Role.GIVEN, words, roles);
        unread += addFull(who.fullName(), words, roles);
        if (!roles.isEmpty() && roles.stream().allMatch(Role.PARTICLE::equals)) {
            roles.replaceAll(_ -> Role.UNKNOWN);
        }
        return new Name(words, roles, unread);
    }

    // "IVANOV, PETR" and the fillers of a machine readable zone tell surname and given names apart.
    private static int addFull(String full, List<Word> words, List<Role> roles) {
        int zone = full.indexOf("<<");
        int comma = zone > 0 ? zone : full.indexOf(',');
        if (comma <= 0) {
            return add(full, Role.UNKNOWN, words, roles);
        }
        return add(full.substring(0, comma), Role.SURNAME, words, roles)
                + add(full.substring(comma + 1), Role.GIVEN, words, roles);
    }

    private static int add(String text, Role role, List<Word> words, List<Role> roles) {
        if (text.isEmpty()) {
            return 0;
        }
        int unread = 0;
        var read = Scripts.read(text);
        for (int i = 0; i < read.size() && words.size() < WORDS; i++) {
            var one = read.get(i);
            if (one.latin().isEmpty()) {
                unread++;
                continue;
            }
            var first = cut(one.latin().getFirst());
            if (SERVANT.contains(first)
                    && i + 1 < read.size()
                    && !read.get(i + 1).latin().isEmpty()) {
                words.add(servant(read, ++i));
                roles.add(role);
                continue;
            }
            words.add(new Word(first, keys(one), one.vowelless()));
            roles.add(PARTICLES.contains(first) ? Role.PARTICLE : role);
        }
        return unread;
    }

    // ABD AL RAHMAN, ABDUL RAHMAN and ABDULRAHMAN are one name.
    private static Word servant(List<ReadWord> read, int next) {
        var of = read.get(next);
        if (PARTICLES.contains(of.latin().getFirst())
                && next + 1 < read.size()
                && !read.get(next + 1).latin().isEmpty()) {
            of = read.get(next + 1);
        }
        var latin = cut("ABDUL" + of.latin().getFirst());
        var keys = of.vowelless()
                ? consonants(of.latin().stream().map(whose -> "ABD" + whose).toList())
                : Fold.keys(latin);
        return new Word(latin, keys, of.vowelless());
    }

    private static List<String> keys(ReadWord one) {
        if (one.vowelless()) {
            return consonants(one.latin());
        }
        if (one.latin().size() == 1 && one.latin().getFirst().equals(one.original())) {
            return Fold.keys(cut(one.original()));
        }
        var keys = new LinkedHashSet<String>();
        keys.addAll(Fold.keys(cut(one.latin().getFirst())));
        keys.addAll(Fold.keys(cut(Scripts.spoken(one.original()))));
        one.latin().forEach(latin -> keys.addAll(Fold.keys(cut(latin))));
        return keys.stream().limit(KEYS).toList();
    }

    private static List<String> consonants(List<String> readings) {
        var keys = new LinkedHashSet<String>();
        for (var latin : readings) {
            Fold.keys(cut(latin)).forEach(key -> {
                var skeleton = Fold.skeleton(key);
                keys.add(skeleton.isEmpty() ? key : skeleton);
            });
        }
        return keys.stream().limit(KEYS).toList();
    }

    static String cut(String word) {
        return word.length() > LETTERS ? word.substring(0, LETTERS) : word;
    }
}
