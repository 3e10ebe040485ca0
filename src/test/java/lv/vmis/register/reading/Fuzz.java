package lv.vmis.register.reading;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Locale;

/**
 * What Jazzer calls with whatever it thinks of ({@code ./register prove fuzz}); {@link FuzzTest} calls it with the inputs
 * that are kept.
 *
 * <p>Public, as Jazzer asks for it by reflection.
 */
public final class Fuzz {

    /** A parser and what must hold for any text. */
    enum Parser {
        MRZ {
            @Override
            void read(String text) {
                if (Mrz.read(text, TODAY) instanceof MrzReading.Read(var mrz)) {
                    Mrz.read(mrz.emit(), TODAY);
                }
            }
        },
        NAMES {
            @Override
            void read(String text) {
                var key = NameKey.of(text);
                hold(Latin.fold(key.value()).equals(key.value()), "a key folds to itself");
                hold(Latin.foldings(text).getFirst().equals(key.value()), "the first folding is the key");
                var words = Scripts.read(text);
                hold(words.size() <= Scripts.WORDS, "few words");
                for (var word : words) {
                    hold(word.latin().size() <= Scripts.READINGS, "few spellings");
                    hold(word.latin().stream().allMatch(Fuzz::isLatin), "capitals and digits");
                }
                hold(Scripts.spoken(text).isEmpty() || isLatin(Scripts.spoken(text)), "capitals and digits");
            }
        },
        DATES {
            @Override
            void read(String text) {
                for (var mode : FlexibleDate.Mode.values()) {
                    FlexibleDate.parse(text, TODAY, mode);
                }
            }
        },
        QUERY {
            @Override
            void read(String text) {
                QuickInput.recognise(text, TODAY);
            }
        },
        DOCUMENTS {
            @Override
            void read(String text) {
                var key = DocumentNumbers.key(text);
                hold(DocumentNumbers.key(key).equals(key), "a key is its own key");
                PersonalCode.parse(text);
            }
        };

        abstract void read(String text);

        String folder() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private static final LocalDate TODAY = LocalDate.of(2026, 3, 5);
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    static final Duration LIMIT = Duration.ofSeconds(1);
    private static final Parser PARSER =
            Parser.valueOf(System.getProperty("fuzz.parser", "names").toUpperCase(Locale.ROOT));

    private Fuzz() {}

    /** Loads what is loaded once, so that it does not count as the time of an input. */
    public static void fuzzerInitialize() {
        Parser.NAMES.read("Ā Щ Ω م ש გ Հ 王さ 김 कক ਕ ક ଓ க క ಕ ക ක ก မ አ ބ ܐ ᚠ");
    }

    public static void fuzzerTestOneInput(byte[] input) {
        long start = THREADS.getCurrentThreadCpuTime();
        PARSER.read(text(input));
        // Processor time, as on a busy machine a second passes by itself; the launcher ends what hangs.
        hold(THREADS.getCurrentThreadCpuTime() - start < LIMIT.toNanos(), "read within " + LIMIT);
    }

    /** UTF-8, or any characters, halves of pairs too, after a leading zero. */
    static String text(byte[] input) {
        if (input.length == 0 || input[0] != 0) {
            return new String(input, StandardCharsets.UTF_8);
        }
        var text = new StringBuilder();
        for (int i = 1; i + 1 < input.length; i += 2) {
            text.append((char) ((input[i] & 0xFF) << 8 | (input[i + 1] & 0xFF)));
        }
        return text.toString();
    }

    private static boolean isLatin(String text) {
        return !text.isEmpty() && text.chars().allMatch(Latin::isMachineReadable);
    }

    private static void hold(boolean holds, String what) {
        if (!holds) {
            throw new IllegalStateException("does not hold: " + what);
        }
    }
}
