package lv.vmis.register.training;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import lv.vmis.register.reading.Latin;

/** The cultures invented people come from, read from {@code training/cultures.txt}. */
final class Cultures {

    private final List<Culture> all;
    private final int shares;

    private Cultures(List<Culture> all) {
        this.all = List.copyOf(all);
        this.shares = all.stream().mapToInt(Culture::share).sum();
    }

    static Cultures read() {
        try (var file = Cultures.class.getResourceAsStream("/training/cultures.txt")) {
            var text = new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8);
            var read = new ArrayList<Culture>();
            for (var block : text.split("\n\n", -1)) {
                if (block.startsWith("culture ")) {
                    read.add(culture(block));
                }
            }
            return new Cultures(read);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    List<Culture> all() {
        return all;
    }

    Culture of(String country) {
        return all.stream()
                .filter(culture -> culture.country().equals(country))
                .findFirst()
                .orElseThrow();
    }

    /** One by its share of the caseload. */
    Culture any(Random random) {
        var at = random.nextInt(shares);
        for (var culture : all) {
            at -= culture.share();
            if (at < 0) {
                return culture;
            }
        }
        return all.getLast();
    }

    private static Culture culture(String block) {
        var lines = new HashMap<String, String>();
        for (var line : block.split("\n", -1)) {
            var blank = line.indexOf(' ');
            lines.put(blank < 0 ? line : line.substring(0, blank), blank < 0 ? "" : line.substring(blank + 1));
        }
        var head = given(lines, "culture").split(" ", -1);
        var cyrillic = Latin.Cyrillic.valueOf(lines.getOrDefault("cyrillic", "RUSSIAN"));
        var draft = new Culture(
                head[0],
                Integer.parseInt(head[1]),
                head[2],
                head[3],
                cyrillic,
                switch (lines.getOrDefault("order", "family")) {
                    case "given" -> Culture.Order.GIVEN_FIRST;
                    case "joined" -> Culture.Order.JOINED;
                    default -> Culture.Order.FAMILY_FIRST;
                },
                lines.containsKey("own-names"),
                lines.containsKey("poor-papers"),
                List.of(),
                List.of(),
                List.of(),
                endings(lines.getOrDefault("feminine", "")),
                items(lines.getOrDefault("patronymic", "")),
                items(given(lines, "places")));
        return new Culture(
                draft.country(),
                draft.share(),
                draft.language(),
                draft.number(),
                draft.cyrillic(),
                draft.order(),
                draft.ownNames(),
                draft.poorPapers(),
                names(draft, given(lines, "family")),
                names(draft, given(lines, "male")),
                names(draft, given(lines, "female")),
                draft.feminine(),
                draft.patronymic(),
                draft.places());
    }

    private static String given(Map<String, String> lines, String key) {
        return Objects.requireNonNull(lines.get(key), key);
    }

    private static List<Culture.Name> names(Culture culture, String text) {
        return items(text).stream()
                .map(item -> {
                    var equals = item.indexOf('=');
                    return equals < 0
                            ? new Culture.Name(culture.latin(item), item)
                            : new Culture.Name(item.substring(0, equals), item.substring(equals + 1));
                })
                .toList();
    }

    private static Map<String, String> endings(String text) {
        var endings = new LinkedHashMap<String, String>();
        for (var item : items(text)) {
            var parts = item.split(">", 2);
            endings.put(parts[0], parts[1]);
        }
        return endings;
    }

    private static List<String> items(String text) {
        return text.isEmpty()
                ? List.of()
                : Arrays.stream(text.split(", ", -1)).map(String::strip).toList();
    }
}
