package lv.vmis.register.training;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import lv.vmis.register.legacy.export.OldTable;

/**
 * Writes invented exports of both old registers, as dirty as real ones, with the truth beside them
 * ({@code ./register legacy-exports DIR [--rows N] [--seed S]}; docs/old-registers.md). The same seed gives the same bytes.
 */
public final class LegacyExports {

    /** So many rows are mixed at once, so that the rows of a person do not stand together and memory stays flat. */
    private static final int BLOCK = 4_096;

    private static final long USUAL = 10_000;

    private static final String USAGE = "./register legacy-exports DIR [--rows N] [--seed S]";

    private final Path folder;
    private final long seed;
    private final Map<OldTable, Map<OldPart, OldPartWriter>> parts = new EnumMap<>(OldTable.class);
    private final Map<OldPartWriter, Long> lines = new java.util.IdentityHashMap<>();

    private final BiConsumer<Path, OldRow> seen;

    private LegacyExports(Path folder, long seed, BiConsumer<Path, OldRow> seen) {
        this.folder = folder;
        this.seed = seed;
        this.seen = seen;
    }

    public static void main(String[] args) throws IOException {
        var rows = USUAL;
        var seed = 1L;
        if (args.length < 1 || args.length % 2 == 0) {
            refuse(USAGE);
        }
        for (var at = 1; at < args.length; at += 2) {
            if (!args[at + 1].matches("[0-9]{1,9}") || !(args[at].equals("--rows") || args[at].equals("--seed"))) {
                refuse(USAGE);
            }
            var value = Long.parseLong(args[at + 1]);
            rows = args[at].equals("--rows") ? value : rows;
            seed = args[at].equals("--seed") ? value : seed;
        }
        var folder = Path.of(args[0]);
        if (Files.exists(folder)) {
            try (var files = Files.list(folder)) {
                if (files.findAny().isPresent()) {
                    refuse("The folder is not empty: " + folder);
                }
            }
        }
        write(folder, rows, seed);
        System.out.println(rows + " rows of both registers, attachments and truth.tsv: " + folder);
    }

    private static void refuse(String why) {
        System.err.println(why);
        System.exit(2);
    }

    /** Writes so many rows of both registers together into an empty folder. */
    static void write(Path folder, long rows, long seed) throws IOException {
        write(folder, rows, seed, (_, _) -> {});
    }

    /** The same; each row is shown with its file as it is written. */
    static void write(Path folder, long rows, long seed, BiConsumer<Path, OldRow> seen) throws IOException {
        Files.createDirectories(folder);
        var exports = new LegacyExports(folder, seed, seen);
        try (var truth = Files.newBufferedWriter(folder.resolve("truth.tsv"));
                var attachments = new OldAttachments(folder)) {
            exports.open();
            exports.write(rows, truth, attachments);
        } finally {
            exports.close();
        }
    }

    private void open() throws IOException {
        for (var table : List.of(OldTable.LGM_ENTRIES, OldTable.NIR_CASES)) {
            var writers = new EnumMap<OldPart, OldPartWriter>(OldPart.class);
            for (var part : OldPart.values()) {
                var file = folder.resolve(fileName(table, part));
                writers.put(
                        part,
                        switch (part) {
                            case ISO_8859_13, WINDOWS_1257, UTF_8 -> new OldCsv(file, part, table);
                            case XLSX -> new OldXlsx(file, table);
                            case XML -> new OldXml(file, table);
                        });
            }
            parts.put(table, writers);
        }
    }

    private static String fileName(OldTable table, OldPart part) {
        return part.fileName(table.register().name().toLowerCase(Locale.ROOT));
    }

    private void close() throws IOException {
        for (var writers : parts.values()) {
            for (var writer : writers.values()) {
                writer.close();
            }
        }
    }

    private void write(long rows, BufferedWriter truth, OldAttachments attachments) throws IOException {
        truth.write(String.join(
                        "\t",
                        "registrs",
                        "datne",
                        "rinda",
                        "numurs",
                        "persona",
                        "uzvards",
                        "vards",
                        "tevvards",
                        "dzimums",
                        "dzimis",
                        "valsts",
                        "dokuments",
                        "no",
                        "lidz",
                        "lemums",
                        "atkartojums",
                        "netirumi")
                + "\n");
        var all = new OldRows(seed);
        long written = 0;
        for (long block = 0; written < rows; block++) {
            var mixed = new ArrayList<OldRow>(BLOCK);
            while (mixed.size() < Math.min(BLOCK, rows - written)) {
                mixed.addAll(all.next());
            }
            Collections.shuffle(mixed, OldPeople.chance(seed + 2, block));
            for (var row : mixed.subList(0, (int) Math.min(mixed.size(), rows - written))) {
                attachments.add(row);
                write(row, truth);
                written++;
            }
        }
    }

    private void write(OldRow row, Writer truth) throws IOException {
        var part = OldPart.of(row.entered);
        var writer = Objects.requireNonNull(
                Objects.requireNonNull(parts.get(row.table)).get(part));
        writer.row(row.cells);
        seen.accept(folder.resolve(fileName(row.table, part)), row);
        var line = lines.merge(writer, 1L, Long::sum);
        var person = row.person;
        truth.write(String.join(
                        "\t",
                        row.table.register().name(),
                        fileName(row.table, part),
                        Long.toString(line),
                        row.number(),
                        Long.toString(person.number()),
                        person.surname(),
                        person.given().latin(),
                        Objects.requireNonNullElse(person.patronymic(), ""),
                        person.male() ? "M" : "F",
                        person.birthDate(),
                        person.culture().country(),
                        row.document,
                        row.from,
                        row.until,
                        row.decision,
                        row.doubles,
                        row.dirt.stream().map(Enum::name).collect(Collectors.joining(",")))
                + "\n");
    }
}
