package lv.vmis.register.check;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The answer to one check, as it is handed over on paper.
 *
 * @param asked what was asked for: labelled facts such as name, birth date, document
 * @param instruction what the official has to do next, full sentences; each line is a paragraph
 * @param journalNumber under which the journal keeps the check
 * @param at in the time of Latvia
 * @param watermark stands on each page of anything that is not a real document
 */
public record CheckSlip(
        Verdict verdict,
        List<Fact> asked,
        List<BanFact> bans,
        String instruction,
        String journalNumber,
        LocalDateTime at,
        String unit,
        @Nullable String official,
        @Nullable String watermark) {

    public CheckSlip {
        asked = List.copyOf(asked);
        bans = List.copyOf(bans);
    }

    public List<String> instructionParagraphs() {
        return instruction
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .toList();
    }

    public enum Verdict {
        NO_BAN("Nav aizlieguma"),
        BAN("Ir ieceļošanas aizliegums"),
        NEEDS_LOOK("Jāprecizē");

        private final String text;

        Verdict(String text) {
            this.text = text;
        }

        public String text() {
            return text;
        }
    }

    public record Fact(String label, String value) {}

    /**
     * A ban behind the answer.
     *
     * @param territory in the nominative
     * @param from absent while the ban waits for the departure
     * @param until absent for an indefinite ban and while it waits
     */
    public record BanFact(
            String territory,
            @Nullable LocalDate from,
            @Nullable LocalDate until,
            boolean indefinite,
            @Nullable String decision) {}
}
