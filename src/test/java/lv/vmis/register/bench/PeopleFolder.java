package lv.vmis.register.bench;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.LongFunction;

/** Writes a register, queries, twins and pairs of names into a folder, as streams. */
final class PeopleFolder {

    static final String REGISTER = "register.tsv";
    static final String QUERIES = "queries.tsv";

    static final int KNOWN = 3_000;
    static final int STRANGERS = 3_000;
    static final int TWINS = 10_000;
    static final int PAIRS = 20_000;

    private final Path folder;
    private final Population population;

    PeopleFolder(Path folder, long seed) {
        this.folder = folder;
        this.population = new Population(seed);
    }

    /** Answers how many people the rows belong to. */
    long write(long rows) throws IOException {
        return write(rows, KNOWN, STRANGERS, TWINS, PAIRS);
    }

    long write(long rows, int known, int strangers, int twins, int pairs) throws IOException {
        Files.createDirectories(folder);
        var people = register(rows);
        var border = new Border(population);
        try (var file = open(QUERIES, QueryRow.HEAD)) {
            lines(file, known, number -> border.known(number, people).line());
            lines(file, strangers, number -> border.stranger(number).line());
        }
        var siblings = new Twins(population);
        try (var file = open("twins.tsv", Twins.Pair.HEAD)) {
            lines(file, twins, number -> siblings.pair(number, people).line());
        }
        var names = new NamePairs(population);
        try (var file = open("pairs.tsv", NamePairs.Pair.HEAD)) {
            lines(file, pairs, number -> names.pair(number).line());
        }
        return people;
    }

    private long register(long rows) throws IOException {
        var maker = new Rows(population);
        var people = 0L;
        try (var file = open(REGISTER, RegisterRow.HEAD)) {
            for (var written = 0L; written < rows; people++) {
                for (var row : maker.of(population.person(people))) {
                    if (written < rows) {
                        file.write(row.line());
                        file.write('\n');
                        written++;
                    }
                }
            }
        }
        return people;
    }

    private static void lines(BufferedWriter file, int count, LongFunction<String> line) throws IOException {
        for (var number = 0; number < count; number++) {
            file.write(line.apply(number));
            file.write('\n');
        }
    }

    private BufferedWriter open(String name, String head) throws IOException {
        var file = Files.newBufferedWriter(folder.resolve(name), StandardCharsets.UTF_8);
        file.write(head + "\n");
        return file;
    }
}
