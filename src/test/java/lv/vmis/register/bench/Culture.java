package lv.vmis.register.bench;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How the people of one culture are named, spelled, born and documented. */
record Culture(
        String code,
        double weight,
        boolean hasOwnScript,
        boolean joinsSyllables,
        boolean keepsNameInMarriage,
        Locale locale,
        String inflection,
        double women,
        double newYear,
        double yearOnly,
        double shown,
        double first,
        Shares<String> states,
        Shares<School> schools,
        @Nullable Spelling latvian,
        Map<String, Shares<Word>> words,
        Map<String, Shares<List<Slot>>> patterns) {

    /** A spelling in use here, of the words in the own or in the other official language. */
    record School(Spelling spelling, boolean ofOther) {}

    /** A place in a name: which list fills it, what stands before it, and whether documents often leave it out. */
    record Slot(String list, char glue, boolean optional) {}

    Shares<Word> list(String name) {
        var found = words.get(name);
        if (found == null) {
            throw new IllegalArgumentException("%s has no list %s".formatted(code, name));
        }
        return found;
    }

    Shares<List<Slot>> pattern(String name) {
        var found = patterns.get(name);
        if (found == null) {
            throw new IllegalArgumentException("%s has no pattern %s".formatted(code, name));
        }
        return found;
    }

    @Override
    public String toString() {
        return code;
    }
}
