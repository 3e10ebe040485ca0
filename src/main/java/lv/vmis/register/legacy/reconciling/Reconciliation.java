package lv.vmis.register.legacy.reconciling;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.List;
import java.util.UUID;
import lv.vmis.register.legacy.export.OldTable;

/**
 * What a load came to, counted and compared row by row: numbers only.
 *
 * @param run under which its differences are kept
 * @param basis what it was counted from, by which it is seen that something has changed since
 */
public record Reconciliation(UUID run, Basis basis, List<OfTable> tables, List<OfFile> files) {

    /**
     * What a load stands at.
     *
     * @param rows that are staged
     * @param outcomes rows something became of
     * @param newest when the last of them was told, in microseconds: taken back and taken over again, there are as many
     * @param joined persons that officials joined to another
     */
    public record Basis(long rows, long outcomes, long newest, long joined) {

        /** Whether the same became of the same rows, whatever was done with their persons since. */
        boolean hasSameOutcomes(Basis other) {
            return rows == other.rows && outcomes == other.outcomes && newest == other.newest;
        }
    }

    /** A row by its place. */
    public record Place(UUID file, long row) {}

    /**
     * Of a table.
     *
     * @param said rows as its files say
     * @param found rows that are kept
     * @param rejected rows by the first reason
     * @param firstMissing where the first rows stand that nothing became of
     * @param years rows by the year of the decision or the finding
     * @param places rows by institution or unit as the cell says, of each such column
     * @param columns what the cells of rows taken over hold
     */
    public record OfTable(
            OldTable table,
            long said,
            long found,
            long imported,
            long joined,
            List<Rejected> rejected,
            List<Place> firstMissing,
            List<Tally> years,
            List<ByPlace> places,
            List<Column> columns,
            List<Kept> kept,
            Came came) {

        public long allRejected() {
            return rejected.stream().mapToLong(Rejected::rows).sum();
        }

        /** Rows that nothing became of; less than nought when more became than there are. */
        public long missing() {
            return Math.max(said, found) - imported - joined - allRejected();
        }

        /** Whether each row is told: taken over, joined or rejected. */
        public boolean addsUp() {
            return said == found && missing() == 0;
        }

        public long unexplained() {
            return kept.stream().mapToLong(Kept::unexplained).sum();
        }

        public long explained() {
            return kept.stream().mapToLong(Kept::explained).sum();
        }
    }

    /** So many rows were not taken over, for this reason first. */
    public record Rejected(String reason, long rows) {}

    /** Rows with something in common, and what became of them. */
    public record Tally(String what, long rows, long imported, long joined, long rejected) {}

    /** Rows by what the cells of a column say. */
    public record ByPlace(String column, List<Tally> tallies) {}

    /** A column of the rows taken over. */
    public record Column(String name, Cells cells) {}

    /** Filled cells, and the sum of their hashes in whatever order. */
    public record Cells(long filled, String sum) {}

    /**
     * A field that is kept as it is.
     *
     * @param old what the rows say, as they were read
     * @param here what the register says
     * @param explained rows that differ since somebody has worked with their person
     * @param unexplained rows that differ although nobody has
     */
    public record Kept(KeptField field, Cells old, Cells here, long explained, long unexplained) {

        @JsonIgnore
        public boolean isEqual() {
            return old.equals(here) && explained == 0 && unexplained == 0;
        }
    }

    /** What rows taken over should have brought, and what the register has of their persons. */
    public record Came(Pair persons, Pair bans, Pair documents, Pair addresses) {}

    /** The old number, and the one here. */
    public record Pair(long old, long here) {}

    /** A file, and the hash over the hashes of its rows in their order. */
    public record OfFile(
            UUID id, String name, OldTable table, String sha256, long rows, boolean whole, String rowsHash) {}
}
