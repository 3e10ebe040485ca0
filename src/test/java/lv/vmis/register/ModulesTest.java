package lv.vmis.register;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.TreeSet;
import lv.vmis.register.support.Sources;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModule;
import org.springframework.modulith.core.ApplicationModules;

/** The borders of the modules. The compiled templates (lv.vmis.pages) stand outside the root: they show records only. */
class ModulesTest {

    private static final ApplicationModules MODULES = ApplicationModules.of(Register.class);

    @Test
    void modules_use_only_what_their_package_info_allows() {
        var names = MODULES.stream()
                .map(module -> module.getIdentifier().toString())
                .sorted()
                .toList();

        assertThat(names)
                .containsAll(Sources.modules().stream()
                        .filter(ModulesTest::hasClasses)
                        .toList());
        assertThat(names).hasSizeGreaterThanOrEqualTo(10).contains("kernel", "edge", "journal", "accounts");
        MODULES.verify();
    }

    @Test
    void every_module_says_what_it_is_and_may_use() {
        var modules = Sources.modules();

        assertThat(modules).hasSizeGreaterThanOrEqualTo(15);
        assertThat(modules)
                .allSatisfy(module -> assertThat(
                                Sources.text(Sources.ROOT.resolve(module).resolve("package-info.java")))
                        .contains("@NullMarked", "ApplicationModule(", "allowedDependencies")
                        .startsWith("/** "));
    }

    @Test
    void the_modules_are_drawn() throws IOException {
        var lines = new ArrayList<String>();
        lines.add("```mermaid");
        lines.add("flowchart BT");
        for (var module : MODULES) {
            for (var used : new TreeSet<>(dependencies(module))) {
                lines.add("    %s --> %s".formatted(module.getIdentifier(), used));
            }
        }
        lines.add("```");
        Files.write(Path.of("target", "modules.md"), lines);

        assertThat(lines).hasSizeGreaterThan(10);
    }

    private static java.util.List<String> dependencies(ApplicationModule module) {
        return module.getDirectDependencies(MODULES)
                .uniqueModules()
                .map(used -> used.getIdentifier().toString())
                .toList();
    }

    private static boolean hasClasses(String module) {
        return Sources.files(Sources.ROOT.resolve(module), ".java").size() > 1;
    }
}
