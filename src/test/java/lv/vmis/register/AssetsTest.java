package lv.vmis.register;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import lv.vmis.register.support.Sources;
import org.junit.jupiter.api.Test;

/** What a browser or a printed document loads is what was reviewed, and nothing is loaded from elsewhere. */
class AssetsTest {

    private static final Path STATIC = Sources.RESOURCES.resolve("static");
    private static final Path PDF = Sources.RESOURCES.resolve("pdf");
    private static final Pattern ADDRESS =
            Pattern.compile("(?:https?:)?//[A-Za-z0-9-]+(?:\\.[A-Za-z0-9-]+)+[^\\s\"'`)<]*");

    @Test
    void every_file_is_listed_with_its_checksum() throws IOException {
        var listed = new TreeMap<String, String>();
        for (var line : Files.readAllLines(Path.of("assets", "checksums.txt"))) {
            var parts = line.split(" {2}", 2);
            listed.put(parts[1], parts[0]);
        }
        var found = new TreeMap<String, String>();
        Stream.concat(Sources.files(STATIC, "").stream(), Sources.files(PDF, ".ttf").stream())
                .forEach(file -> found.put(file.toString(), sha256(file)));

        assertThat(found).hasSizeGreaterThanOrEqualTo(20);
        var differing = new TreeSet<>(found.keySet());
        differing.addAll(listed.keySet());
        differing.removeIf(file -> Objects.equals(found.get(file), listed.get(file)));
        assertThat(differing)
                .as("after a change of assets run assets/build.sh and keep its checksums.txt")
                .isEmpty();
    }

    @Test
    void nothing_is_loaded_from_another_address() {
        var texts = new TreeMap<Path, String>();
        for (var folder : List.of(STATIC, PDF, Sources.TEMPLATES)) {
            texts.putAll(Sources.texts(folder, ".css", ".js", ".svg", ".jte"));
        }

        assertThat(texts).hasSizeGreaterThanOrEqualTo(15);
        var addresses = texts.entrySet().stream()
                .flatMap(entry -> ADDRESS.matcher(entry.getValue())
                        .results()
                        // Names of languages; nothing is loaded from them.
                        .filter(found -> !found.group().startsWith("http://www.w3.org/"))
                        .map(found -> entry.getKey() + ": " + found.group()));
        assertThat(addresses).isEmpty();
    }

    @Test
    void every_vendored_font_names_its_licence() {
        var licences = Sources.text(Path.of("assets", "LICENCES.md"));
        Map<Path, String> fonts = new TreeMap<>();
        Sources.files(PDF, ".ttf")
                .forEach(file -> fonts.put(file, file.getFileName().toString().replaceFirst("-.*", "")));

        assertThat(fonts).hasSizeGreaterThanOrEqualTo(6);
        assertThat(fonts.values()).allSatisfy(family -> assertThat(licences).contains(family));
        assertThat(Sources.text(Path.of("assets", "licences", "noto-sans.txt")))
                .contains("SIL OPEN FONT LICENSE Version 1.1");
    }

    private static String sha256(Path file) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
        } catch (IOException | NoSuchAlgorithmException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
