package lv.vmis.register.accounts;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import lv.vmis.register.kernel.Refusal;

/** What a password must be: long, and not made of words that are tried first. No rules about its letters. */
final class PasswordRules {

    private static final int SHORTEST = 15;
    private static final int LONGEST = 256;
    /** What must be left of a password without the words everybody tries. */
    private static final int LEAST_OF_ITS_OWN = 8;

    private static final int LEAST_DIFFERENT = 6;

    /** Words of this register and its institutions. */
    private static final List<String> OURS = List.of(
            "izraidito",
            "arzemnieku",
            "registrs",
            "register",
            "aizliegumu",
            "aizliegums",
            "robezsardze",
            "pilsonibas",
            "migracijas",
            "latvija",
            "latvia",
            "riga",
            "pmlp",
            "vmis");

    private static final List<String> COMMON = common();

    private PasswordRules() {}

    /** One spelling of what may be typed in several ways, so that a password works on every keyboard. */
    static String normal(String password) {
        return Normalizer.normalize(password, Normalizer.Form.NFKC);
    }

    static Optional<Refusal> refusal(String field, String password, Account owner) {
        var length = password.codePointCount(0, password.length());
        if (length < SHORTEST) {
            return Optional.of(Refusal.at(field, AccountsRefusal.PASSWORD_SHORT, SHORTEST, length));
        }
        if (length > LONGEST) {
            return Optional.of(Refusal.at(field, AccountsRefusal.PASSWORD_LONG, LONGEST));
        }
        var plain = plain(password);
        if (!hasEnough(without(plain, COMMON))) {
            return Optional.of(Refusal.at(field, AccountsRefusal.PASSWORD_COMMON));
        }
        var context = Stream.concat(
                        OURS.stream(),
                        Stream.of(owner.login(), owner.name(), owner.unit(), owner.institution())
                                .flatMap(text -> Stream.of(text.split("[^\\p{L}\\p{N}]+")))
                                .map(PasswordRules::plain)
                                .filter(word -> word.length() > 2))
                .toList();
        if (!hasEnough(without(without(plain, context), COMMON))) {
            return Optional.of(Refusal.at(field, AccountsRefusal.PASSWORD_CONTEXT));
        }
        return Optional.empty();
    }

    /** Small letters without marks, and the digits that stand for letters read as letters. */
    private static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKD)
                .toLowerCase(Locale.ROOT)
                .replaceAll("\\p{M}", "")
                .replace('@', 'a')
                .replace('$', 's');
    }

    private static String without(String text, List<String> words) {
        var left = text;
        for (var word : words.stream()
                .sorted(Comparator.comparing(String::length).reversed())
                .toList()) {
            left = left.replace(word, "");
        }
        return left;
    }

    private static boolean hasEnough(String left) {
        var steps = new StringBuilder();
        for (var i = 0; i < left.length(); i++) {
            // A letter that repeats the one before it or follows it in the row adds nothing.
            if (i == 0 || Math.abs(left.charAt(i) - left.charAt(i - 1)) > 1) {
                steps.append(left.charAt(i));
            }
        }
        return steps.codePoints()
                                .filter(letter -> !Character.isWhitespace(letter))
                                .count()
                        >= LEAST_OF_ITS_OWN
                && steps.chars().distinct().count() >= LEAST_DIFFERENT;
    }

    private static List<String> common() {
        try (var file = Objects.requireNonNull(
                PasswordRules.class.getResourceAsStream("/accounts/common-passwords.txt"), "common passwords")) {
            var words = new ArrayList<String>();
            new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .forEach(words::add);
            return List.copyOf(words);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
