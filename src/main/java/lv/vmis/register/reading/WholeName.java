package lv.vmis.register.reading;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The words of a whole name, whatever order they came in: a key for each spelling that ICAO allows. */
public final class WholeName {

    private WholeName() {}

    /** The keys; none if no letter is known. */
    public static Set<String> keys(@Nullable String... parts) {
        var name = Arrays.stream(parts).filter(part -> part != null).collect(Collectors.joining(" "));
        var keys = new LinkedHashSet<String>();
        for (var folding : Latin.foldings(name)) {
            if (!folding.isEmpty()) {
                keys.add(sorted(folding));
            }
        }
        return keys;
    }

    private static String sorted(String key) {
        var words = key.split(" ");
        Arrays.sort(words);
        return String.join(" ", words);
    }
}
