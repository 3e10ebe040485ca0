package lv.vmis.register.legacy.reconciling;

import java.time.LocalDate;
import java.util.List;
import lv.vmis.register.document.DecisionDocument.Issuer;
import org.jspecify.annotations.Nullable;

/**
 * What is printed about the end of an old register: numbers, and who decided; nobody's data but those of officials.
 *
 * @param register its name
 * @param law the Regulation it was kept by
 * @param number of the taking-over
 * @param comparedOn when the rows were compared
 * @param isAccepted whether both institutions have accepted it
 * @param isCurrent whether the same has become of its rows as when they were compared
 * @param addsUp whether each row is told
 */
public record OldRegisterDocument(
        Kind kind,
        Issuer issuer,
        String place,
        int number,
        String register,
        String law,
        LocalDate printedOn,
        String comparedOn,
        boolean isAccepted,
        boolean isCurrent,
        boolean addsUp,
        List<Counted> moved,
        List<Counted> notMoved,
        List<Counted> came,
        List<Years> years,
        List<Field> fields,
        List<Step> steps,
        List<File> files,
        @Nullable String watermark) {

    /** Whether it says what it is made to say, and is no draft. */
    public boolean isFinal() {
        return isAccepted && isCurrent && addsUp;
    }

    /** What it is. */
    public enum Kind {
        REORGANISATION("REORGANIZĀCIJAS PĀRSKATS"),
        LIQUIDATION("LIKVIDĀCIJAS PĀRSKATS"),
        ACT("LIKVIDĀCIJAS AKTS");

        private final String title;

        Kind(String title) {
            this.title = title;
        }

        public String title() {
            return title;
        }
    }

    /** So many of something. */
    public record Counted(String what, String rows) {}

    /** Rows of a year, and what became of them. */
    public record Years(String year, String rows, String moved, String rejected) {}

    /** A field compared: filled there, filled here, rows that differ. */
    public record Field(String name, String old, String here, String explained, String unexplained) {}

    /** Who did what, and when; nobody yet. */
    public record Step(
            String what, @Nullable String who, @Nullable String when) {}

    /** A file with its hashes. */
    public record File(String name, String rows, String sha256, String rowsHash) {}
}
