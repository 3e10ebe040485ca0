package lv.vmis.register.legacy.export;

import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Consumer;

/** Reads an export of an old register as it is, row by row, whatever size it has. */
public final class ExportReader {

    /**
     * How the reading ended.
     *
     * @param rows that were given
     * @param whole whether the file was read to its end, and its end is one
     */
    public record Ending(long rows, boolean whole) {}

    private final Limits limits;

    public ExportReader(Limits limits) {
        this.limits = limits;
    }

    public static ExportReader usual() {
        return new ExportReader(Limits.USUAL);
    }

    /** Finds out what a file is; what is wrong about it is told. */
    public Layout look(Path file, Wish wish, Consumer<Finding> found) throws IOException {
        return new LayoutFinder(limits, found).find(file, wish);
    }

    /** Reads all rows. Only a file that cannot be opened at all, or a sink that stops, throws. */
    public Ending read(Path file, Wish wish, RowSink sink) throws IOException {
        return read(file, look(file, wish, sink::finding), sink);
    }

    /** Reads all rows of a file that was looked at. */
    public Ending read(Path file, Layout layout, RowSink sink) throws IOException {
        if (layout.table() == null) {
            return new Ending(0, false);
        }
        return switch (layout.format()) {
            case CSV -> new CsvReader(layout, limits, sink).read(file);
            case XLSX -> new XlsxReader(layout, limits, sink).read(file);
            case XML -> new XmlReader(layout, limits, sink).read(file);
        };
    }
}
