package lv.vmis.register.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What was written behind a verb of the bench. */
final class Options {

    /** What was asked cannot be done; the message says why. */
    static final class Wrong extends Exception {
        Wrong(String message) {
            super(message);
        }
    }

    /** The only one that has no value. */
    static final String BASELINE = "baseline";

    private final Map<String, String> values = new HashMap<>();

    private Options() {}

    /** Reads what stands behind the verb. */
    static Options read(List<String> arguments, String... known) throws Wrong {
        var options = new Options();
        for (var at = 1; at < arguments.size(); at++) {
            var name = arguments.get(at).startsWith("--") ? arguments.get(at).substring(2) : "";
            if (!Set.of(known).contains(name)) {
                throw new Wrong("Unknown option: " + arguments.get(at));
            }
            if (name.equals(BASELINE)) {
                options.values.put(name, "");
            } else if (at + 1 == arguments.size() || arguments.get(at + 1).startsWith("--")) {
                throw new Wrong("--%s needs a value".formatted(name));
            } else {
                options.values.put(name, arguments.get(++at));
            }
        }
        return options;
    }

    boolean has(String option) {
        return values.containsKey(option);
    }

    String given(String option) throws Wrong {
        @Nullable String value = values.get(option);
        if (value == null) {
            throw new Wrong("--%s is missing".formatted(option));
        }
        return value;
    }

    String text(String option, String otherwise) {
        return values.getOrDefault(option, otherwise);
    }

    /** A text without spaces. */
    String word(String option, String otherwise) throws Wrong {
        var word = text(option, otherwise);
        if (!word.matches("\\S+")) {
            throw new Wrong("--%s: one word".formatted(option));
        }
        return word;
    }

    long number(String option, long otherwise, long least, long most) throws Wrong {
        return number(option, text(option, Long.toString(otherwise)), least, most);
    }

    /** Several, with commas between them. */
    List<Long> numbers(String option, String otherwise, long least, long most) throws Wrong {
        var numbers = new ArrayList<Long>();
        for (var part : text(option, otherwise).split(",", -1)) {
            numbers.add(number(option, part, least, most));
        }
        return numbers;
    }

    long rows() throws Wrong {
        return number("rows", given("rows"), 1, 100_000_000);
    }

    long seed(long otherwise) throws Wrong {
        return number("seed", otherwise, Long.MIN_VALUE, Long.MAX_VALUE);
    }

    List<Integer> threads(String otherwise) throws Wrong {
        return numbers("threads", otherwise, 1, 256).stream()
                .map(Long::intValue)
                .toList();
    }

    /** A file that can be read. */
    Path file(String option) throws Wrong {
        return readable(option, Path.of(given(option)));
    }

    /** Folders with a register and questions, with commas between them. */
    List<Path> folders(String option) throws Wrong {
        var folders = Arrays.stream(given(option).split(",")).map(Path::of).toList();
        for (var folder : folders) {
            readable(option, folder.resolve(PeopleFolder.REGISTER));
            readable(option, folder.resolve(PeopleFolder.QUERIES));
        }
        return folders;
    }

    private static Path readable(String option, Path file) throws Wrong {
        if (!Files.isReadable(file)) {
            throw new Wrong("--%s: %s cannot be read".formatted(option, file));
        }
        return file;
    }

    private static long number(String option, String text, long least, long most) throws Wrong {
        try {
            var value = Long.parseLong(text.strip());
            if (value >= least && value <= most) {
                return value;
            }
        } catch (NumberFormatException noNumber) {
            throw (Wrong) new Wrong("--%s: %s is not a number".formatted(option, text)).initCause(noNumber);
        }
        throw new Wrong("--%s: from %d to %d".formatted(option, least, most));
    }
}
