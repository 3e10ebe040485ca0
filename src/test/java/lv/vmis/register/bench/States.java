package lv.vmis.register.bench;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** States: how they number their documents, and which State was there before. */
final class States {

    private record State(List<String> numbers, @Nullable String before) {}

    private final Map<String, State> states = new HashMap<>();
    private final List<String> codes = new ArrayList<>();

    States() {
        for (var line : BenchFiles.lines("states.txt")) {
            if (!line.startsWith("#")) {
                var parts = line.split(" ");
                states.put(parts[0], new State(List.of(parts[1].split("\\|")), parts[2].equals("-") ? null : parts[2]));
                codes.add(parts[0]);
            }
        }
    }

    List<String> codes() {
        return codes;
    }

    @Nullable
    String before(String code) {
        return state(code).before();
    }

    String document(String code, Chance chance) {
        var pattern = chance.of(state(code).numbers());
        var number = new StringBuilder(pattern.length());
        for (var at = 0; at < pattern.length(); at++) {
            var sign = pattern.charAt(at);
            number.append(
                    switch (sign) {
                        case 'A' -> chance.of("ABCDEFGHJKLMNPRSTUVXYZ");
                        case '9' -> chance.of("0123456789");
                        case 'X' -> chance.of("CFGHJKLMNPRTVWXYZ0123456789");
                        default -> Character.toUpperCase(sign);
                    });
        }
        return number.toString();
    }

    private State state(String code) {
        return Objects.requireNonNull(states.get(code), () -> "No documents of " + code);
    }
}
