package lv.vmis.register;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The register's one command, tried in an empty folder, with a PATH of bare tools: no Maven, no JDK. */
class LauncherTest {

    private record Answer(int code, String out, String error) {}

    private final Path folder;
    private final Path tools;
    private final Path jvms;

    LauncherTest(@TempDir Path folder) {
        this.folder = folder;
        this.tools = folder.resolve("tools");
        this.jvms = folder.resolve("jvm");
    }

    @BeforeEach
    void copy_the_launcher() throws IOException {
        Files.copy(Path.of("register"), folder.resolve("register"));
        Files.createDirectories(tools);
        Files.createDirectories(jvms);
        for (var tool : new String[] {"bash", "cat", "dirname", "find", "sed"}) {
            var found = Files.exists(Path.of("/usr/bin", tool)) ? Path.of("/usr/bin", tool) : Path.of("/bin", tool);
            Files.createSymbolicLink(tools.resolve(tool), found);
        }
    }

    @Test
    void help_names_every_verb() throws Exception {
        for (var answer : new Answer[] {launch(Map.of()), launch(Map.of(), "help"), launch(Map.of(), "--help")}) {
            assertThat(answer.code()).isZero();
            assertThat(answer.out())
                    .contains("./register run", "./register test", "./register bench")
                    .contains(
                            "./register prove fuzz",
                            "./register prove joins [--sequences N]",
                            "./register prove edits",
                            "./register legacy-exports DIR [--rows N] [--seed S]",
                            "./register help",
                            "docs/operations/settings.md");
        }
    }

    @Test
    void an_unknown_verb_is_refused() throws Exception {
        var answer = launch(Map.of(), "launch");

        assertThat(answer.code()).isEqualTo(2);
        assertThat(answer.error()).contains("Unknown: launch", "./register help");
    }

    @Test
    void only_fuzzing_with_whole_minutes_is_proven() throws Exception {
        assertThat(launch(Map.of(), "prove").error()).contains("Unknown: prove");
        assertThat(launch(Map.of(), "prove", "luck").code()).isEqualTo(2);
        assertThat(launch(Map.of(), "prove", "joins", "--sequences", "0").error())
                .contains("--sequences 10000");
        assertThat(launch(Map.of(), "prove", "fuzz", "--minutes", "x").error()).contains("--minutes 10");
        assertThat(launch(Map.of(), "prove", "fuzz").error())
                .contains("JAVA25_HOME=/path/to/jdk-25 ./register prove fuzz");
    }

    @Test
    void no_jdk_at_all_is_said_with_the_places_and_the_remedy() throws Exception {
        for (var verb : new String[] {"run", "test", "bench"}) {
            var answer = launch(Map.of(), verb);

            assertThat(answer.code()).isEqualTo(1);
            assertThat(answer.error())
                    .contains("needs a JDK 25", "JAVA_HOME", "JAVA25_HOME", "~/.jdks", "temurin-25-jdk")
                    .contains("JAVA25_HOME=/path/to/jdk-25 ./register " + verb);
        }
    }

    @Test
    void an_older_jdk_does_not_do() throws Exception {
        var older = jdk(folder.resolve("jdk-17"), "17.0.15");

        assertThat(launch(Map.of("JAVA_HOME", older.toString()), "run").error()).contains("needs a JDK 25");
    }

    @Test
    void a_runtime_without_compiler_does_not_do() throws Exception {
        var runtime = jdk(folder.resolve("jre-25"), "25.0.3");
        Files.delete(runtime.resolve("bin/javac"));

        assertThat(launch(Map.of("JAVA_HOME", runtime.toString()), "run").error())
                .contains("needs a JDK 25");
    }

    @Test
    void a_jdk_25_is_found_where_jdks_are_kept() throws Exception {
        var older = jdk(folder.resolve("jdk-17"), "17.0.15").toString();
        jdk(jvms.resolve("some-25-jdk"), "25.0.3");

        // The next thing that lacks is Maven, so the JDK was found although JAVA_HOME names an old one.
        var answer = launch(Map.of("JAVA_HOME", older), "run");

        assertThat(answer.code()).isEqualTo(1);
        assertThat(answer.error()).doesNotContain("needs a JDK 25").contains("Maven 3.8.7 or newer");
    }

    @Test
    void a_jdk_that_says_more_than_its_version_is_found() throws Exception {
        var home = jdk(jvms.resolve("some-25-jdk"), "25.0.3");
        program(
                home.resolve("bin/java"),
                "echo 'Picked up JAVA_TOOL_OPTIONS: -Da=\"1\"' >&2; echo 'openjdk version \"25.0.3\"' >&2");

        assertThat(launch(Map.of(), "run").error()).doesNotContain("needs a JDK 25");
    }

    private static Path jdk(Path home, String version) throws IOException {
        Files.createDirectories(home.resolve("bin"));
        program(home.resolve("bin/java"), "echo 'openjdk version \"%s\"' >&2".formatted(version));
        program(home.resolve("bin/javac"), "exit 0");
        return home;
    }

    private static void program(Path file, String line) throws IOException {
        Files.writeString(file, "#!/bin/sh\n" + line + "\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private Answer launch(Map<String, String> more, String... arguments) throws IOException, InterruptedException {
        var out = Files.createTempFile(folder, "out", ".txt");
        var error = Files.createTempFile(folder, "error", ".txt");
        var command = new java.util.ArrayList<String>();
        command.add(tools.resolve("bash").toString());
        command.add(folder.resolve("register").toString());
        command.addAll(java.util.List.of(arguments));
        var environment = new HashMap<>(Map.of(
                "PATH", tools.toString(),
                "HOME", folder.resolve("home").toString(),
                "REGISTER_JVMS", jvms.toString()));
        environment.putAll(more);
        var builder = new ProcessBuilder(command).redirectOutput(out.toFile()).redirectError(error.toFile());
        builder.environment().clear();
        builder.environment().putAll(environment);
        var process = builder.start();
        assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
        return new Answer(
                process.exitValue(),
                Files.readString(out, StandardCharsets.UTF_8),
                Files.readString(error, StandardCharsets.UTF_8));
    }
}
