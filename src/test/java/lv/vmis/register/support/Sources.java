package lv.vmis.register.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The sources as text and the main classes, for guards that read them. */
public final class Sources {

    public static final Path JAVA = Path.of("src", "main", "java");
    public static final Path ROOT = JAVA.resolve(Path.of("lv", "vmis", "register"));
    public static final Path TEMPLATES = Path.of("src", "main", "jte");
    public static final Path RESOURCES = Path.of("src", "main", "resources");

    private Sources() {}

    /** The files under a folder with one of the endings, sorted. */
    public static List<Path> files(Path folder, String... endings) {
        try (var paths = Files.walk(folder)) {
            return paths.filter(Files::isRegularFile)
                    .filter(file -> Stream.of(endings)
                            .anyMatch(ending -> file.toString().endsWith(ending)))
                    .sorted()
                    .toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** The text of each such file. */
    public static Map<Path, String> texts(Path folder, String... endings) {
        var texts = new TreeMap<Path, String>();
        files(folder, endings).forEach(file -> texts.put(file, text(file)));
        return texts;
    }

    public static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** The names of the modules: the folders of the root package. */
    public static List<String> modules() {
        try (var folders = Files.list(ROOT)) {
            return folders.filter(Files::isDirectory)
                    .map(folder -> folder.getFileName().toString())
                    .sorted()
                    .toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Every class of the main sources, nested ones too. */
    public static List<Class<?>> classes() {
        var compiled = Path.of("target", "classes");
        var classes = new ArrayList<Class<?>>();
        for (var file : files(compiled.resolve(Path.of("lv", "vmis", "register")), ".class")) {
            var name = compiled.relativize(file).toString().replace('/', '.').replaceAll("\\.class$", "");
            if (name.endsWith("package-info")) {
                continue;
            }
            try {
                classes.add(Class.forName(name, false, Sources.class.getClassLoader()));
            } catch (ClassNotFoundException impossible) {
                throw new IllegalStateException(impossible);
            }
        }
        return classes;
    }

    /** The module of a class: the first package below the root. */
    public static String module(Class<?> type) {
        return type.getPackageName()
                .replaceFirst("^lv\\.vmis\\.register\\.?", "")
                .replaceFirst("\\..*$", "");
    }
}
