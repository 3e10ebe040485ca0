package lv.vmis.register.legacy.meaning;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import lv.vmis.register.legacy.export.OldTable;
import lv.vmis.register.legacy.value.OldDate;
import org.jspecify.annotations.Nullable;

/**
 * Says what the rows of one file mean. Nothing is guessed: what only concerns a detail becomes a note and a remark, what would
 * make a wrong person or a wrong ban is refused. One thread at a time.
 */
public final class Understanding {

    /** The column of a file of rejected rows that says why; it is not of the old register. */
    public static final String WHY_REJECTED = "NORAIDITS";

    /** Columns whose cells stay in the raw row only, with why; every other filled cell is in the meaning, or a note of it. */
    static final Map<OldTable, Map<String, String>> KEPT_IN_ROW = Map.of(
            OldTable.LGM_ENTRIES,
            Map.of(
                    "IEVADITS", "history of the old register",
                    "MAINITS", "history of the old register",
                    "IEVADIJA", "history of the old register"),
            OldTable.NIR_CASES,
            Map.ofEntries(
                    Map.entry("IEVADITS", "history of the old register"),
                    Map.entry("MAINITS", "history of the old register"),
                    Map.entry("IEVADIJA", "history of the old register"),
                    Map.entry("AVOTS", "old card"),
                    Map.entry("KONST_DATUMS", "old card: finding"),
                    Map.entry("KONST_VIETA", "old card: finding"),
                    Map.entry("PARKAPUMS", "old card: finding"),
                    Map.entry("AIZT_DATUMS", "old card: detention"),
                    Map.entry("AIZT_VIETA", "old card: detention"),
                    Map.entry("AIZT_VIENIBA", "old card: detention"),
                    Map.entry("AIZT_IEMESLS", "old card: detention"),
                    Map.entry("CENTRS", "old card: placement"),
                    Map.entry("IZMIT_DATUMS", "old card: placement"),
                    Map.entry("ATBR_DATUMS", "old card: release"),
                    Map.entry("ATBR_IEMESLS", "old card: release"),
                    Map.entry("LEM_VEIDS", "old card: decision"),
                    Map.entry("LEM_NR", "old card: decision"),
                    Map.entry("LEM_DATUMS", "old card: decision"),
                    Map.entry("LEM_IESTADE", "old card: decision"),
                    Map.entry("ROBEZSK_VIETA", "old card: departure"),
                    Map.entry("IZRAID_VALSTS", "old card: departure"),
                    Map.entry("FOTO", "path of an attachment, which the manifest has")));

    private final OldTable table;
    private final Cells.Columns columns;
    private final Retention retention;
    private final Set<String> kept;

    /** What was understood, with the column of each remark. */
    record Reading(Understood understood, List<Cells.Said> remarks) {}

    private Understanding(OldTable table, Cells.Columns columns, Retention retention) {
        this.table = table;
        this.columns = columns;
        this.retention = retention;
        this.kept = KEPT_IN_ROW.getOrDefault(table, Map.of()).keySet();
    }

    /**
     * Of a file of entries or cases.
     *
     * @param headers its columns: names of the definition, and unknown ones as they stand
     */
    public static Understanding of(
            OldTable table, List<String> headers, Rules rules, Known known, Retention retention) {
        if (table != OldTable.LGM_ENTRIES && table != OldTable.NIR_CASES) {
            throw new IllegalArgumentException("attachments are files, not rows of persons: " + table);
        }
        return new Understanding(table, new Cells.Columns(table, headers, rules, known), retention);
    }

    public OldTable table() {
        return table;
    }

    /** The version of the rules it follows. */
    public int rulesVersion() {
        return columns.rules.version();
    }

    LocalDate today() {
        return retention.today();
    }

    /** Its columns as the rules name them. */
    public List<String> names() {
        return columns.names;
    }

    /** What a row means. Never throws. */
    public Understood understand(RowCells row) {
        return reading(row).understood();
    }

    Reading reading(RowCells row) {
        var cells = new Cells(columns, row.cells(), retention.today());
        if (row.cells().size() != columns.size) {
            cells.refuse(
                    ReasonCode.WRONG_LENGTH,
                    null,
                    Integer.toString(row.cells().size()),
                    Integer.toString(columns.size));
        }
        if (!row.whole()) {
            cells.refuse(ReasonCode.CUT_ROW, null);
        }
        var key = cells.get(table.key());
        if (!cells.reasons().isEmpty()) {
            // Which cell is which is not known any more.
            return new Reading(new Understood.Refused(key, cells.reasons()), List.of());
        }
        if (key.isEmpty()) {
            cells.refuse(ReasonCode.NO_KEY, table.key());
        }
        return read(cells, key);
    }

    private Reading read(Cells cells, String key) {
        var bans = table == OldTable.LGM_ENTRIES ? new BanReader(cells) : null;
        var ban = bans == null ? null : bans.read();
        var reached = bans == null ? executed(cells) : bans.lastDay();
        // Nobody should spend time on what must not be taken over.
        if (reached != null && retention.isOver(reached)) {
            return new Reading(new Understood.Expired(key, reached), List.of());
        }
        var who = new WhoReader(cells).read();
        details(cells);
        cells.noteTheRest(kept);
        if (!cells.reasons().isEmpty()) {
            return new Reading(new Understood.Refused(key, cells.reasons()), cells.remarks());
        }
        var meaning = new Meaning(
                table,
                key,
                noted(who, cells),
                ban,
                reached,
                cells.remarks().stream().map(Cells.Said::remark).toList());
        return new Reading(new Understood.Ready(meaning), cells.remarks());
    }

    /** What Regulation 122 has no item for, and what belongs to no record that is made of the row. */
    private void details(Cells cells) {
        for (var field : List.of("GIM_STAVOKLIS", "DAKT_KARTE", "PIEZIMES")) {
            cells.note(field, cells.text(field));
        }
        if (table == OldTable.LGM_ENTRIES) {
            for (var field : List.of("KONST_DATUMS", "KONST_VIETA")) {
                cells.note(field, cells.text(field));
            }
        }
    }

    private static Who noted(Who who, Cells cells) {
        return new Who(
                who.surname(),
                who.given(),
                who.patronymic(),
                who.form(),
                who.others(),
                who.sex(),
                who.birth(),
                who.birthCountry(),
                who.birthPlace(),
                who.nationalities(),
                who.personalCode(),
                who.personalCodeCountry(),
                who.ethnicity(),
                who.documents(),
                who.addresses(),
                cells.notes(),
                who.marks());
    }

    /** The day a decision was executed; while that is not known, the purpose is not reached. */
    private static @Nullable LocalDate executed(Cells cells) {
        var text = cells.get("IZPILDES_DAT");
        return switch (cells.event("IZPILDES_DAT")) {
            case OldDate.Known(var date, var remarks) -> {
                cells.remarks("IZPILDES_DAT", remarks);
                if (date.latest().isAfter(cells.today)) {
                    cells.note("IZPILDES_DAT", text);
                    yield null;
                }
                yield date.latest();
            }
            case OldDate.Unreadable(var remark) -> {
                cells.remark("IZPILDES_DAT", remark);
                cells.note("IZPILDES_DAT", text);
                yield null;
            }
            case OldDate.Unknown _, OldDate.Indefinite _ -> {
                cells.note("IZPILDES_DAT", text);
                yield null;
            }
            case OldDate.Blank _ -> null;
        };
    }
}
