package lv.vmis.register.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;

/** The first texts, read from the migrations that bring them, for tests that print without a database. */
final class FirstTexts {

    private static final Pattern BLOCK = Pattern.compile(
            "\\('(?<kind>[A-Z_]+)', '(?<language>[a-z]{2})', jsonb_build_object\\((?<texts>.*?)'\\)\\)",
            Pattern.DOTALL);
    private static final Pattern PAIR = Pattern.compile("'(?<part>[a-z0-9_]+)', '(?<text>(?:[^']|'')*)'");
    private static final Map<String, FixedTexts> ALL = read();

    private FirstTexts() {}

    static FixedTexts of(DocumentKind kind, String language) {
        var texts = ALL.get(kind + " " + language);
        assertThat(texts).as("texts of %s in %s", kind, language).isNotNull();
        return Objects.requireNonNull(texts);
    }

    static FixedTexts latvian(DocumentKind kind) {
        return of(kind, "lv");
    }

    static Map<String, FixedTexts> all() {
        return ALL;
    }

    private static Map<String, FixedTexts> read() {
        var all = new HashMap<String, FixedTexts>();
        var blocks = BLOCK.matcher(migrations());
        while (blocks.find()) {
            var kind = DocumentKind.valueOf(blocks.group("kind"));
            var language = blocks.group("language");
            var texts = new HashMap<String, String>();
            var pairs = PAIR.matcher(blocks.group("texts") + "'");
            while (pairs.find()) {
                texts.put(pairs.group("part"), pairs.group("text").replace("''", "'"));
            }
            // What a later migration adds to the texts of a kind is part of each of their versions.
            all.merge(kind + " " + language, new FixedTexts(kind, language, texts), (first, added) -> {
                var both = new HashMap<>(first.texts());
                both.putAll(added.texts());
                return new FixedTexts(kind, language, both);
            });
        }
        return all;
    }

    private static String migrations() {
        try (var all = Files.list(Path.of("src/main/resources/db/migration"))) {
            var texts = new StringBuilder();
            for (var one : all.sorted().toList()) {
                texts.append(Files.readString(one));
            }
            return texts.toString();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
