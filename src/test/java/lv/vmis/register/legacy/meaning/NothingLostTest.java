package lv.vmis.register.legacy.meaning;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import lv.vmis.register.legacy.export.Columns;
import lv.vmis.register.legacy.export.ExportReader;
import lv.vmis.register.legacy.export.Finding;
import lv.vmis.register.legacy.export.OldField;
import lv.vmis.register.legacy.export.OldTable;
import lv.vmis.register.legacy.export.RawRow;
import lv.vmis.register.legacy.export.RowSink;
import lv.vmis.register.legacy.export.Wish;
import lv.vmis.register.legacy.meaning.Rule.Kind;
import lv.vmis.register.legacy.meaning.Rule.Match;
import lv.vmis.register.legacy.value.Misread;
import lv.vmis.register.legacy.value.OldDate;
import lv.vmis.register.training.LegacyExports;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each filled cell of invented rows stands in what the row means, or is said to be kept in the raw row. */
class NothingLostTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 6, 30);

    @TempDir
    Path folder;

    private final Map<String, Integer> seen = new TreeMap<>();

    @Test
    void every_filled_cell_of_a_ready_row_is_told_or_kept() throws IOException {
        var exports = folder.resolve("exports");
        LegacyExports.main(new String[] {exports.toString(), "--rows", "6000", "--seed", "5"});
        try (var files = Files.list(exports)) {
            for (var file : files.filter(one -> one.getFileName().toString().matches("(?:lgm|nir)-\\d.*"))
                    .toList()) {
                read(file);
            }
        }

        assertThat(seen)
                .containsKeys("UZVARDS", "IEPR_UZVARDS", "RAJONS", "DOKUMENTI", "SENGENA", "PIEZIMES", "PAZIMES");
        assertThat(seen.get("UZVARDS")).isGreaterThan(2_000);
    }

    private void read(Path file) throws IOException {
        var columns = new ArrayList<Columns>();
        var rows = new ArrayList<RowCells>();
        ExportReader.usual().read(file, Wish.NONE, new RowSink() {
            @Override
            public void columns(Columns given) {
                columns.add(given);
            }

            @Override
            public void row(RawRow row) {
                rows.add(new RowCells(rows.size() + 1L, row.cells(), row.whole()));
            }

            @Override
            public void finding(Finding finding) {}
        });
        var table = columns.getFirst().table();
        var names = columns.getFirst().names();
        var understanding = Understanding.of(table, names, rules(), known(), new Retention(TODAY, 10));
        for (var row : rows) {
            if (understanding.understand(row) instanceof Understood.Ready ready) {
                check(table, names, row, ready.meaning());
            }
        }
    }

    private void check(OldTable table, List<String> names, RowCells row, Meaning meaning) {
        var told = Words.folded(meaning.toString());
        var kept = Understanding.KEPT_IN_ROW.getOrDefault(table, Map.of());
        for (var at = 0; at < names.size(); at++) {
            var cell = row.cells().get(at).strip();
            var name = names.get(at);
            if (!cell.isEmpty() && !kept.containsKey(name)) {
                seen.merge(name, 1, Integer::sum);
                var field = table.field(name).orElseThrow();
                assertThat(isTold(field, cell, told, meaning))
                        .as(name + ": " + cell + " in " + meaning)
                        .isTrue();
            }
        }
    }

    private static boolean isTold(OldField field, String cell, String told, Meaning meaning) {
        return switch (field.kind()) {
            case DATE -> isDateTold(cell, told);
            case CODE -> told.contains(Words.folded(field.codes().getOrDefault(cell, cell)));
            case COUNTRY -> meaning.who().nationalities().size() == 1;
            case KEY, NAME, TEXT, NUMBER, DOCUMENTS, FILE -> {
                // A State became its code, and dates of merged documents days; every other word stands there as it was.
                var missing = List.of(Words.folded(Misread.repair(cell).text()).split("[ ,()?]+", -1)).stream()
                        .filter(word -> !told.contains(word))
                        .filter(word -> known().state().apply(word).isEmpty() && !isDateTold(word, told))
                        .filter(word -> !List.of("vai", "izd.", "der.", "lidz", "pase", "asv")
                                .contains(word))
                        .toList();
                yield missing.isEmpty();
            }
        };
    }

    private static boolean isDateTold(String cell, String told) {
        if (told.contains(Words.folded(cell))) {
            return true;
        }
        return List.of(OldDate.Meaning.values()).stream()
                .anyMatch(meaning -> switch (OldDate.read(cell, meaning, TODAY)) {
                    case OldDate.Known date -> told.contains(date.date().toString());
                    case OldDate.Indefinite _ -> told.contains("until=null");
                    case OldDate.Unknown _, OldDate.Blank _, OldDate.Unreadable _ -> false;
                });
    }

    private static Known known() {
        return new Known(text -> Optional.ofNullable(STATES.get(Words.folded(text))), _ -> true, _ -> true);
    }

    private static final Map<String, String> STATES = states();

    private static Map<String, String> states() {
        var states = new HashMap<String, String>();
        for (var code : Locale.getISOCountries()) {
            var country = Locale.of("", code);
            states.put(Words.folded(country.getISO3Country()), country.getISO3Country());
            states.put(Words.folded(country.getDisplayCountry(Locale.of("lv"))), country.getISO3Country());
        }
        return states;
    }

    private static Rules rules() {
        var all = new ArrayList<>(Rules.ofDefinition());
        all.add(new Rule(OldTable.LGM_ENTRIES, Kind.LEGAL_BASIS, "TIES_NORMA", Match.CONTAINS, "61", "IL2002-61-4-5"));
        all.add(new Rule(OldTable.LGM_ENTRIES, Kind.LEGAL_BASIS, "TIES_NORMA", Match.CONTAINS, "63", "IL2002-61-4-5"));
        for (var institution : List.of("VRS", "PMLP")) {
            all.add(new Rule(
                    OldTable.LGM_ENTRIES, Kind.TRANSLATION, "LEM_IESTADE", Match.CONTAINS, institution, institution));
        }
        return Rules.of(1, all);
    }
}
