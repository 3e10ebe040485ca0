package lv.vmis.register.legacy.reconciling;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import lv.vmis.register.kernel.RegisterClock;
import lv.vmis.register.legacy.meaning.Meaning;
import lv.vmis.register.legacy.meaning.RowCells;
import lv.vmis.register.legacy.meaning.Understanding;
import lv.vmis.register.legacy.meaning.Understood;
import lv.vmis.register.legacy.reconciling.RowsTakenOver.Here;
import lv.vmis.register.legacy.reconciling.RowsTakenOver.StagedFile;
import lv.vmis.register.legacy.reconciling.RowsTakenOver.TakenRow;
import lv.vmis.register.legacy.taking.Understandings;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads rows again as on the day they were taken over, and holds what they say against what the register says now. */
@Component
class Comparing {

    private final Understandings understandings;
    private final RowsTakenOver rows;

    Comparing(Understandings understandings, RowsTakenOver rows) {
        this.understandings = understandings;
        this.rows = rows;
    }

    /**
     * A row that became a person, both ways.
     *
     * @param meaning nothing when the row is not understood any more
     */
    record Compared(
            TakenRow row,
            @Nullable Meaning meaning,
            Map<KeptField, String> old,
            @Nullable Here here) {

        /** What the register says, as the row should be. */
        Map<KeptField, String> now() {
            return here == null ? Map.of() : here.says();
        }

        long oldBans() {
            return meaning == null || meaning.ban() == null ? 0 : 1;
        }

        /** How many documents the row names, each once. */
        long oldDocuments() {
            return meaning == null ? 0 : KeptField.documents(meaning.who()).size();
        }

        long oldAddresses() {
            return meaning == null
                    ? 0
                    : meaning.who().addresses().stream().distinct().count();
        }

        List<KeptField> differing(StagedFile file) {
            if (meaning == null) {
                return List.of(KeptField.MEANING);
            }
            var differing = new ArrayList<KeptField>();
            for (var field : KeptField.values()) {
                if (field.isOf(file.table()) && !Objects.equals(old.get(field), now().get(field))) {
                    differing.add(field);
                }
            }
            return differing;
        }
    }

    /** Of one file; one thread at a time. */
    final class OfFile {

        private final StagedFile file;
        private final int version;
        private final Map<LocalDate, Understanding> days = new HashMap<>();

        private OfFile(StagedFile file, int version) {
            this.file = file;
            this.version = version;
        }

        /** Those of the rows that became a person. */
        List<Compared> compare(List<TakenRow> some) {
            var here = rows.here(some);
            return some.stream()
                    .filter(row -> row.person() != null)
                    .map(row -> compared(row, here))
                    .toList();
        }

        private Compared compared(TakenRow row, Map<UUID, Here> here) {
            var day = Objects.requireNonNull(row.at())
                    .atZoneSameInstant(RegisterClock.RIGA)
                    .toLocalDate();
            var meaning = days.computeIfAbsent(day, _ -> understandings.of(file.table(), file.columns(), version, day))
                                    .understand(new RowCells(row.rowNo(), row.cells(), row.whole()))
                            instanceof Understood.Ready ready
                    ? ready.meaning()
                    : null;
            return new Compared(
                    row,
                    meaning,
                    meaning == null ? Map.of() : KeptField.of(meaning),
                    here.get(Objects.requireNonNull(row.person())));
        }
    }

    /** @param version of the rules that the load followed */
    OfFile of(StagedFile file, int version) {
        return new OfFile(file, version);
    }
}
