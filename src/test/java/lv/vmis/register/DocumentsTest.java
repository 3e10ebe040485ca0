package lv.vmis.register;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import lv.vmis.register.support.Sources;
import lv.vmis.register.training.DemoAccounts;
import org.junit.jupiter.api.Test;

/** The documents name what there is: settings, dependencies, modules, demo accounts, and files that exist. */
class DocumentsTest {

    @Test
    void every_setting_that_is_read_is_explained() {
        var read = new TreeSet<String>();
        var variable = Pattern.compile("REGISTER_[A-Z0-9_]*[A-Z0-9]");
        Stream.of(Path.of("register"), Sources.RESOURCES.resolve("application.yaml"))
                .map(Sources::text)
                .forEach(text -> all(variable, text).forEach(read::add));
        var explained = new TreeSet<>(all(variable, text("docs/operations/settings.md")));

        assertThat(read).hasSizeGreaterThanOrEqualTo(13);
        assertThat(explained).containsAll(read);
    }

    @Test
    void every_dependency_has_its_reason() {
        var pom = text("pom.xml").replaceFirst("(?s)<dependencyManagement>.*?</dependencyManagement>", "");
        var dependencies = all(
                Pattern.compile("<dependency>\\s*<groupId>[^<]+</groupId>\\s*<artifactId>([^<]+)"),
                pom.substring(pom.indexOf("<dependencies>"), pom.indexOf("</dependencies>\n\n  <build>")));
        var reasons = text("docs/adr/0002-dependencies.md");

        assertThat(dependencies).hasSizeGreaterThanOrEqualTo(25);
        assertThat(dependencies).allSatisfy(dependency -> assertThat(reasons).contains(dependency));
    }

    @Test
    void the_map_shows_every_module() {
        var map = text("ARCHITECTURE.md");

        assertThat(Sources.modules())
                .hasSizeGreaterThanOrEqualTo(15)
                .allSatisfy(module -> assertThat(map).contains("**" + module + "** – "));
    }

    @Test
    void the_readme_lists_every_demo_account() {
        var readme = text("README.md");

        assertThat(DemoAccounts.ALL)
                .hasSizeGreaterThanOrEqualTo(13)
                .allSatisfy(account -> assertThat(readme).contains("| `" + account.login() + "` |"));
    }

    @Test
    void links_lead_to_files() {
        var documents = new ArrayList<>(Sources.files(Path.of("docs"), ".md"));
        documents.addAll(List.of(Path.of("README.md"), Path.of("ARCHITECTURE.md"), Path.of("CONTRIBUTING.md")));
        var link = Pattern.compile("(?<!!)\\[[^\\]]+]\\(([^)#]+)\\)");
        var lost = new ArrayList<String>();
        var links = 0;
        for (var document : documents) {
            for (var target : all(link, Sources.text(document).replaceAll("!\\[[^\\]]*]\\([^)]*\\)", ""))) {
                links++;
                var folder = document.toAbsolutePath().getParent();
                if (!target.startsWith("http") && (folder == null || !Files.exists(folder.resolve(target)))) {
                    lost.add(document + " → " + target);
                }
            }
        }

        assertThat(links).isGreaterThanOrEqualTo(15);
        assertThat(lost).isEmpty();
    }

    @Test
    void decisions_are_numbered_without_gaps() {
        var names = Sources.files(Path.of("docs", "adr"), ".md").stream()
                .map(file -> file.getFileName().toString())
                .toList();

        assertThat(names).hasSizeGreaterThanOrEqualTo(8);
        for (var number = 1; number <= names.size(); number++) {
            assertThat(names.get(number - 1)).startsWith("%04d-".formatted(number));
        }
    }

    private static String text(String file) {
        return Sources.text(Path.of(file));
    }

    /** The first group of each match, or the match where there is no group. */
    private static List<String> all(Pattern pattern, String text) {
        return pattern.matcher(text).results().map(DocumentsTest::shown).toList();
    }

    private static String shown(MatchResult found) {
        return found.groupCount() > 0 ? found.group(1) : found.group();
    }
}
