package lv.vmis.register.reading;

import java.util.List;

/**
 * A name as {@link Latin#fold} writes it: words of A to Z and 0 to 9 with one blank between them;
 * empty if no letter is known.
 *
 * @throws IllegalArgumentException if the value is not such a key
 */
public record NameKey(String value) {

    public NameKey {
        if (!Latin.fold(value).equals(value)) {
            throw new IllegalArgumentException("not a folded name");
        }
    }

    public static NameKey of(String name) {
        return new NameKey(Latin.fold(name));
    }

    public List<String> words() {
        return value.isEmpty() ? List.of() : List.of(value.split(" "));
    }

    public boolean isEmpty() {
        return value.isEmpty();
    }
}
