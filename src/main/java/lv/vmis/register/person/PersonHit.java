package lv.vmis.register.person;

import java.util.List;
import lv.vmis.register.matching.Hit;
import lv.vmis.register.matching.Part;
import org.jspecify.annotations.Nullable;

/**
 * A person who may be the one searched for, and why.
 *
 * @param keys what agrees as a whole: {@code number}, {@code code}, {@code document}, {@code birth}; or {@code begins}
 *     when a name begins with what was typed
 * @param hit how his names and the rest compare; none if he was found by a key alone
 */
public record PersonHit(
        PersonRow person, List<String> keys, @Nullable Hit hit) {

    public PersonHit {
        keys = List.copyOf(keys);
    }

    /** What of the comparison is worth a word in a list: what is about names, and what speaks clearly for or against. */
    public List<Part> reasons() {
        return hit == null
                ? List.of()
                : hit.parts().stream()
                        .filter(part ->
                                part.reason().isAboutWords() || part.reason().isWorthAWord())
                        .toList();
    }
}
