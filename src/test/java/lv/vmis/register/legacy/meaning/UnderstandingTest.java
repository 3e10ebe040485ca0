package lv.vmis.register.legacy.meaning;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import lv.vmis.register.legacy.export.OldField;
import lv.vmis.register.legacy.export.OldTable;
import lv.vmis.register.legacy.meaning.Rule.Kind;
import lv.vmis.register.legacy.meaning.Rule.Match;
import lv.vmis.register.legacy.meaning.Who.Nation;
import lv.vmis.register.legacy.meaning.Who.Note;
import lv.vmis.register.legacy.meaning.Who.Paper;
import lv.vmis.register.legacy.meaning.Who.Place;
import lv.vmis.register.legacy.value.OldName;
import lv.vmis.register.legacy.value.Remark;
import lv.vmis.register.legacy.value.RemarkCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What rows mean: each kind of spoilt cell is read, noted or refused, and nothing is lost. */
class UnderstandingTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 6, 30);
    private static final Map<String, String> STATES = Map.of(
            "krievija", "RUS", "uzbekistana", "UZB", "latvija", "LVA", "vacija", "DEU", "rus", "RUS", "moldova", "MDA");
    private static final Known KNOWN = new Known(
            text -> Optional.ofNullable(STATES.get(Words.folded(text))),
            Set.of("IL2002-61-1-2", "IL2002-61-4-5")::contains,
            Set.of("PMLP", "VRS")::contains);
    private static final Map<String, String> ENTRY = Map.ofEntries(
            Map.entry("IERAKSTA_NR", "0000017"),
            Map.entry("IEVADITS", "12.03.2019"),
            Map.entry("IEVADIJA", "IND03"),
            Map.entry("UZVARDS", "IVANOVS"),
            Map.entry("VARDS", "ANDREJS"),
            Map.entry("DZIMUMS", "V"),
            Map.entry("DZ_DATUMS", "12.05.1980"),
            Map.entry("DZ_VIETA", "Taškenta, Uzbekistāna"),
            Map.entry("ADRESE", "Čaka iela 5-7, Rīga"),
            Map.entry("VALSTS_PIED", "Uzbekistāna"),
            Map.entry("PIED_VEIDS", "P"),
            Map.entry("DOK1_TIPS", "PASE"),
            Map.entry("DOK1_NR", "AA 1234567"),
            Map.entry("DOK1_IZD_DAT", "01.02.2015"),
            Map.entry("DOK1_IZDEVEJS", "Uzbekistāna"),
            Map.entry("DOK1_DERIGS", "31.01.2025"),
            Map.entry("IEMESLS", "Uzturas bez vīzas"),
            Map.entry("KONST_DATUMS", "10.03.2019"),
            Map.entry("KONST_VIETA", "Silene"),
            Map.entry("TIES_NORMA", "IL 61.p. 1.d. 2.p."),
            Map.entry("AIZL_DATUMS", "15.03.2019"),
            Map.entry("AIZL_NO", "15.03.2019"),
            Map.entry("AIZL_LIDZ", "14.03.2029"),
            Map.entry("LEM_NR", "24/7-2019"),
            Map.entry("LEM_DATUMS", "15.03.2019"),
            Map.entry("LEM_IESTADE", "VRS Rīgas pārvalde"),
            Map.entry("SENGENA", "J"));
    private static final Map<String, String> CASE = Map.of(
            "LIETAS_NR", "2019/00001",
            "IEVADITS", "20190312",
            "UZVARDS", "Ivanov",
            "VARDS", "Andrei",
            "TEVVARDS", "Petrovich",
            "DZ_DATUMS", "00.00.1980",
            "VALSTS_PIED", "RUS",
            "RAJONS", "Ludzas",
            "NOVADS", "Pasienes pag.",
            "MAJA", "Kalni");

    @Test
    void an_entry_is_read_whole() {
        var meaning = ready(OldTable.LGM_ENTRIES, ENTRY);

        assertThat(meaning.key()).isEqualTo("0000017");
        assertThat(meaning.purposeReached()).isNull();
        var who = meaning.who();
        assertThat(List.of(who.surname(), who.given(), who.sex(), who.birth().toString(), who.birthPlace()))
                .containsExactly("Ivanovs", "Andrejs", "M", "1980-05-12", "Taškenta");
        assertThat(who.form()).isEqualTo(OldName.Form.LATVIANISED);
        assertThat(who.birthCountry()).isEqualTo("UZB");
        assertThat(who.nationalities()).containsExactly(new Nation("UZB", "CITIZEN"));
        assertThat(who.documents())
                .containsExactly(
                        new Paper("P", "AA 1234567", "UZB", "", LocalDate.of(2015, 2, 1), LocalDate.of(2025, 1, 31)));
        assertThat(who.addresses()).containsExactly(new Place("LVA", "Čaka iela 5-7, Rīga"));
        assertThat(who.notes())
                .containsExactlyInAnyOrder(new Note("KONST_DATUMS", "10.03.2019"), new Note("KONST_VIETA", "Silene"));
        assertThat(meaning.ban())
                .isEqualTo(new OldBan(
                        "24/7-2019",
                        LocalDate.of(2019, 3, 15),
                        "VRS Rīgas pārvalde",
                        "VRS",
                        "",
                        "IL 61.p. 1.d. 2.p.",
                        "IL2002-61-1-2",
                        LocalDate.of(2019, 3, 15),
                        LocalDate.of(2029, 3, 14),
                        true,
                        null,
                        "",
                        "Uzturas bez vīzas"));
    }

    @Test
    void a_case_is_a_person_and_no_ban() {
        var meaning = ready(OldTable.NIR_CASES, CASE);

        assertThat(meaning.ban()).isNull();
        assertThat(meaning.purposeReached()).as("not executed").isNull();
        assertThat(meaning.who().patronymic()).isEqualTo("Petrovich");
        assertThat(meaning.who().birth().toString()).isEqualTo("1980-00-00");
        assertThat(meaning.who().nationalities()).containsExactly(new Nation("RUS", "UNKNOWN"));
        assertThat(meaning.who().addresses()).containsExactly(new Place("LVA", "Kalni, Pasienes pag., Ludzas raj."));
        assertThat(codes(meaning)).contains(RemarkCode.OLD_DISTRICT);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "IERAKSTA_NR|''|NO_KEY",
                "UZVARDS|''|NO_SURNAME",
                "UZVARDS|nav|NO_SURNAME",
                "UZVARDS|ERGA?EVS|NAME_DAMAGED",
                "VARDS|J?nis|NAME_DAMAGED",
                "UZVARDS|IVAN0VS|NAME_UNREADABLE",
                "UZVARDS|=A2|NAME_UNREADABLE",
                "DZ_DATUMS|''|NO_BIRTH_DATE",
                "DZ_DATUMS|01.01.1900|NO_BIRTH_DATE",
                "DZ_DATUMS|31.02.1980|BIRTH_DATE_UNREADABLE",
                "VALSTS_PIED|Latvija|LATVIAN",
                "VALSTS_PIED|LR nepilsonis|LATVIAN",
                "VALSTS_PIED|PSRS|FORMER_STATE",
                "VALSTS_PIED|Krievija/Moldova|SEVERAL_STATES",
                "VALSTS_PIED|Ruritānija|UNKNOWN_STATE",
                "VALSTS_PIED|''|NO_STATE",
                "AIZL_NO|''|NO_BAN_DATE",
                "AIZL_NO|31.02.2019|BAN_DATE_UNREADABLE",
                "AIZL_NO|00.03.2019|BAN_DATE_UNREADABLE",
                "AIZL_LIDZ|''|NO_BAN_DATE",
                "AIZL_LIDZ|?|BAN_DATE_UNREADABLE",
                "AIZL_LIDZ|14.03.2018|BAN_ENDS_BEFORE_IT_BEGINS",
                "ATCELTS_DAT|14.03.2019|CANCELLED_BEFORE_DECIDED",
                "ATCELTS_DAT|14.03.2027|BAN_DATE_IN_FUTURE",
                "LEM_NR|''|NO_DECISION_NUMBER",
                "LEM_IESTADE|''|NO_INSTITUTION",
                "LEM_IESTADE|Drošības policija|UNKNOWN_INSTITUTION",
                "LEM_IESTADE|VRS un PMLP|RULES_CONTRADICT",
                "TIES_NORMA|''|NO_LEGAL_BASIS",
                "TIES_NORMA|IL 99. pants|UNKNOWN_LEGAL_BASIS"
            })
    void what_would_make_a_wrong_person_or_ban_is_refused(String field, String cell, ReasonCode code) {
        var refused = refused(with(field, cell));

        assertThat(refused).extracting(Reason::code).containsExactly(code);
        assertThat(refused.getFirst().field()).isNotNull();
    }

    @Test
    void a_name_in_one_cell_whose_surname_has_no_end_is_refused() {
        var row = new HashMap<>(with("UZVARDS", "NGUEYN HUU PHUOC"));
        row.put("VARDS", "");

        assertThat(refused(row)).extracting(Reason::code).containsExactly(ReasonCode.NAME_ORDER_UNKNOWN);
    }

    @Test
    void a_row_that_is_cut_or_has_another_length_is_not_read_at_all() {
        var understanding = understanding(OldTable.LGM_ENTRIES, names(OldTable.LGM_ENTRIES), rules());
        var cells = cells(OldTable.LGM_ENTRIES, ENTRY);

        assertThat(understanding.understand(new RowCells(1, cells, false)))
                .isEqualTo(new Understood.Refused("0000017", List.of(Reason.of(ReasonCode.CUT_ROW, null))));
        assertThat(understanding.understand(new RowCells(1, cells.subList(0, 30), true)))
                .isInstanceOfSatisfying(
                        Understood.Refused.class,
                        refused -> assertThat(refused.reasons())
                                .extracting(Reason::code)
                                .containsExactly(ReasonCode.WRONG_LENGTH));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "DZIMUMS|Z|DZIMUMS|UNKNOWN_CODE",
                "PIED_VEIDS|Q|PIED_VEIDS|UNKNOWN_CODE",
                "SENGENA|varbūt|SENGENA|UNKNOWN_CODE",
                "DOK1_TIPS|ZĪME|DOK1_TIPS|UNKNOWN_DOCUMENT_TYPE",
                "DOK1_NR|-|DOK1_NR|NO_DOCUMENT_NUMBER",
                "DOK1_IZD_DAT|31.02.2015|DOK1_IZD_DAT|NO_SUCH_DAY",
                "DOK1_DERIGS|31.01.2005|DOK1_NR|EXPIRES_BEFORE_ISSUED",
                "DOKUMENTI|zudusi|DOKUMENTI|NO_DOCUMENT_NUMBER",
                "AIZL_DATUMS|16.03.2019|AIZL_DATUMS|CELLS_DIFFER",
                "CITI_VARDI|Iva?ov|CITI_VARDI|DAMAGED"
            })
    void what_concerns_a_detail_is_noted_and_said(String field, String cell, String noted, RemarkCode code) {
        var meaning = ready(OldTable.LGM_ENTRIES, with(field, cell));

        assertThat(codes(meaning)).contains(code);
        assertThat(meaning.who().notes())
                .filteredOn(note -> note.field().equals(noted))
                .isNotEmpty();
    }

    @Test
    void a_number_without_a_state_and_a_foreign_address_without_one_are_notes() {
        var row = new HashMap<>(CASE);
        row.put("PERS_KODS", "1000792100");
        row.put("ARV_ADRESE", "Lenina 5");
        row.put("GIM_STAVOKLIS", "precējies");
        row.put("PAZIMES", "rēta");
        var who = ready(OldTable.NIR_CASES, row).who();

        assertThat(who.personalCode()).isNull();
        assertThat(who.marks()).containsExactly("rēta");
        assertThat(who.notes())
                .containsExactlyInAnyOrder(
                        new Note("PERS_KODS", "1000792100"),
                        new Note("ARV_ADRESE", "Lenina 5"),
                        new Note("GIM_STAVOKLIS", "precējies"));
        row.put("ARV_ADRESE", "Lenina 5, Krievija");
        assertThat(ready(OldTable.NIR_CASES, row).who().addresses()).contains(new Place("RUS", "Lenina 5"));
    }

    @Test
    void a_code_of_latvia_tells_the_birth_that_the_cell_does_not() {
        var row = new HashMap<>(CASE);
        row.put("DZ_DATUMS", "");
        row.put("PERS_KODS", "161175-19997");
        var meaning = ready(OldTable.NIR_CASES, row);

        assertThat(meaning.who().birth().toString()).isEqualTo("1975-11-16");
        assertThat(meaning.who().personalCode()).isEqualTo("161175-19997");
        assertThat(codes(meaning)).contains(RemarkCode.BIRTH_FROM_CODE);
    }

    @ParameterizedTest
    @CsvSource({
        "01.02.2009, 31.01.2014, '', 2014-01-31",
        "01.02.2009, 9999-12-31, 01.06.2010, 2010-06-01",
        "01.02.2009, 31.01.2030, 29.06.2016, 2016-06-29"
    })
    void an_entry_past_its_time_is_counted_and_not_loaded(
            String from, String until, String cancelled, LocalDate reached) {
        var row = new HashMap<>(ENTRY);
        List.of("AIZL_NO", "AIZL_DATUMS", "LEM_DATUMS").forEach(field -> row.put(field, from));
        row.put("AIZL_LIDZ", until);
        row.put("ATCELTS_DAT", cancelled);
        var isOver = reached.plusYears(10).isBefore(TODAY);

        assertThat(isOver).isTrue();
        assertThat(understood(OldTable.LGM_ENTRIES, row)).isEqualTo(new Understood.Expired("0000017", reached));
        row.put("UZVARDS", "");
        assertThat(understood(OldTable.LGM_ENTRIES, row))
                .as("nobody looks for the name of whom nobody may keep")
                .isInstanceOf(Understood.Expired.class);
    }

    @Test
    void the_last_day_of_keeping_is_still_kept() {
        var row = new HashMap<>(CASE);
        row.put("IZPILDES_DAT", "30.06.2016");
        assertThat(ready(OldTable.NIR_CASES, row).purposeReached()).isEqualTo(LocalDate.of(2016, 6, 30));
        row.put("IZPILDES_DAT", "29.06.2016");
        assertThat(understood(OldTable.NIR_CASES, row)).isInstanceOf(Understood.Expired.class);
        row.put("IZPILDES_DAT", "31.02.2016");
        assertThat(ready(OldTable.NIR_CASES, row).purposeReached())
                .as("not known")
                .isNull();
    }

    @Test
    void years_of_two_digits_after_the_day_of_entry_are_not_a_hundred_years_before() {
        var row = new HashMap<>(ENTRY);
        row.put("IEVADITS", "28.12.18");
        List.of("AIZL_NO", "AIZL_DATUMS", "LEM_DATUMS").forEach(field -> row.put(field, "15.01.19"));

        assertThat(ready(OldTable.LGM_ENTRIES, row).ban())
                .isNotNull()
                .satisfies(ban -> assertThat(ban.from()).isEqualTo(LocalDate.of(2019, 1, 15)));
    }

    @Test
    void rules_name_columns_clean_cells_and_translate_words() {
        var headers = new ArrayList<>(names(OldTable.LGM_ENTRIES));
        headers.set(headers.indexOf("DZ_DATUMS"), "Dzim. dat.");
        headers.add("KLONS");
        var cells = new ArrayList<>(cells(OldTable.LGM_ENTRIES, ENTRY));
        cells.set(headers.indexOf("VALSTS_PIED"), "sssr (uz)");
        cells.set(headers.indexOf("ADRESE"), "n.z.");
        cells.add("X9");
        var all = new ArrayList<>(rules());
        all.add(rule(Kind.COLUMN, "DZ_DATUMS", Match.EQUALS, "Dzim. dat.", ""));
        all.add(rule(Kind.TRANSLATION, "VALSTS_PIED", Match.CONTAINS, "(UZ)", "UZB"));
        all.add(rule(Kind.CLEANING, "ADRESE", Match.EQUALS, "N.Z.", "EMPTY"));
        var row = new RowCells(1, cells, true);

        assertThat(understanding(OldTable.LGM_ENTRIES, headers, all).understand(row))
                .isInstanceOfSatisfying(Understood.Ready.class, ready -> {
                    var who = ready.meaning().who();
                    assertThat(who.birth().toString()).isEqualTo("1980-05-12");
                    assertThat(who.nationalities()).containsExactly(new Nation("UZB", "CITIZEN"));
                    assertThat(who.addresses()).isEmpty();
                    assertThat(who.notes()).contains(new Note("KLONS", "X9"));
                });
        assertThat(understanding(OldTable.LGM_ENTRIES, headers, rules()).understand(row))
                .as("without them")
                .isInstanceOf(Understood.Refused.class);
    }

    @Test
    void cells_are_kept_or_explained_column_by_column() {
        for (var table : List.of(OldTable.LGM_ENTRIES, OldTable.NIR_CASES)) {
            var kept = Understanding.KEPT_IN_ROW.getOrDefault(table, Map.of());
            assertThat(kept).isNotEmpty();
            assertThat(names(table)).containsAll(kept.keySet());
            for (var field : table.fields()) {
                var row = new HashMap<>(table == OldTable.LGM_ENTRIES ? ENTRY : CASE);
                // The day of a decision stands in two columns: only another one says something of its own.
                if (field.kind() == OldField.Kind.DATE || !row.containsKey(field.name())) {
                    row.put(field.name(), sample(field));
                }
                var without = new HashMap<>(row);
                without.put(field.name(), "");
                assertThat(understood(table, row)
                                .toString()
                                .equals(understood(table, without).toString()))
                        .as(field.name())
                        .isEqualTo(kept.containsKey(field.name()));
            }
        }
    }

    private static String sample(OldField field) {
        return switch (field.kind()) {
            case DATE -> "03.04.2019";
            case COUNTRY -> "Krievija";
            case CODE -> field.codes().keySet().iterator().next();
            case NAME -> "Petrov";
            case DOCUMENTS, TEXT, KEY, NUMBER, FILE -> "PASE LV1234567";
        };
    }

    @Test
    void a_trial_counts_and_changes_with_its_rules() {
        var rows = new ArrayList<RowCells>();
        for (var cell : List.of("Krievija", "PSRS", "PSRS", "Uzbekistāna", "")) {
            var row = with("VALSTS_PIED", cell);
            rows.add(new RowCells(rows.size() + 1L, cells(OldTable.LGM_ENTRIES, row), true));
        }
        var told = new ArrayList<Long>();
        var retention = new Retention(TODAY, 10);
        var result = new Trial()
                .read(
                        "a.csv",
                        rows,
                        understanding(OldTable.LGM_ENTRIES, names(OldTable.LGM_ENTRIES), rules()),
                        told::add,
                        () -> false)
                .result(retention);

        assertThat(result.rows()).isEqualTo(5);
        assertThat(result.kinds())
                .containsEntry(TrialResult.Kind.READY, 2L)
                .containsEntry(TrialResult.Kind.REFUSED, 3L)
                .containsEntry(TrialResult.Kind.EXPIRED, 0L);
        assertThat(result.reasons())
                .containsOnly(Map.entry(ReasonCode.FORMER_STATE, 2L), Map.entry(ReasonCode.NO_STATE, 1L));
        assertThat(result.firstOfReasons().get(ReasonCode.FORMER_STATE))
                .extracting(TrialResult.FirstRow::row)
                .containsExactly(2L, 3L);
        assertThat(result.doubled()).isEqualTo(4);
        assertThat(result.fields().get("VALSTS_PIED"))
                .isNotNull()
                .satisfies(field -> assertThat(field.filled()).isEqualTo(4));
        assertThat(told).containsExactly(0L, 5L);
        var other = new Trial()
                .read(
                        "a.csv",
                        rows.reversed(),
                        understanding(OldTable.LGM_ENTRIES, names(OldTable.LGM_ENTRIES), rules()),
                        told::add,
                        () -> false)
                .result(retention);
        assertThat(other.fields()).as("the order does not matter").isEqualTo(result.fields());
        var stopped = new Trial()
                .read(
                        "a.csv",
                        rows,
                        understanding(OldTable.LGM_ENTRIES, names(OldTable.LGM_ENTRIES), rules()),
                        told::add,
                        () -> true)
                .result(retention);
        assertThat(stopped.isCancelled()).isTrue();
        assertThat(stopped.rows()).isZero();
    }

    @Test
    void every_reason_is_tried_here() {
        var tried = EnumSet.noneOf(ReasonCode.class);
        for (var method : UnderstandingTest.class.getDeclaredMethods()) {
            var source = method.getAnnotation(CsvSource.class);
            if (source != null) {
                Arrays.stream(ReasonCode.values())
                        .filter(code -> Arrays.stream(source.value()).anyMatch(line -> line.endsWith("|" + code)))
                        .forEach(tried::add);
            }
        }
        tried.addAll(Set.of(ReasonCode.CUT_ROW, ReasonCode.WRONG_LENGTH, ReasonCode.NAME_ORDER_UNKNOWN));

        assertThat(tried).containsExactlyInAnyOrder(ReasonCode.values());
    }

    @Test
    void many_hashes_are_told_apart() {
        var hashes = new Hashes();
        var seen = new HashSet<Long>();
        for (var number = 0; number < 50_000; number++) {
            var hash = Hashes.of("%07d".formatted(number));
            assertThat(hashes.add(hash)).isEqualTo(seen.add(hash));
        }
        assertThat(seen).hasSize(50_000);
        assertThat(hashes.add(Hashes.of("0000007"))).isFalse();
    }

    private static Rule rule(Kind kind, String field, Match match, String word, String becomes) {
        return new Rule(OldTable.LGM_ENTRIES, kind, field, match, word, becomes);
    }

    private static List<Rule> rules() {
        var all = new ArrayList<>(Rules.ofDefinition());
        all.add(rule(Kind.LEGAL_BASIS, "TIES_NORMA", Match.EQUALS, "IL 61.p. 1.d. 2.p.", "IL2002-61-1-2"));
        all.add(rule(Kind.TRANSLATION, "LEM_IESTADE", Match.CONTAINS, "VRS", "VRS"));
        all.add(rule(Kind.TRANSLATION, "LEM_IESTADE", Match.CONTAINS, "PMLP", "PMLP"));
        all.add(rule(Kind.CLEANING, "UZVARDS", Match.EQUALS, "", "TITLE_CASE"));
        return all;
    }

    private static List<String> names(OldTable table) {
        return table.fields().stream().map(OldField::name).toList();
    }

    private static List<String> cells(OldTable table, Map<String, String> row) {
        return names(table).stream().map(name -> row.getOrDefault(name, "")).toList();
    }

    private static Map<String, String> with(String field, String cell) {
        var row = new HashMap<>(ENTRY);
        row.put(field, cell);
        if (field.equals("VALSTS_PIED") && cell.isEmpty()) {
            row.put("PIED_VEIDS", "");
        }
        return row;
    }

    private static Understanding understanding(OldTable table, List<String> headers, List<Rule> rules) {
        return Understanding.of(table, headers, Rules.of(1, rules), KNOWN, new Retention(TODAY, 10));
    }

    private static Understood understood(OldTable table, Map<String, String> row) {
        return understanding(table, names(table), rules()).understand(new RowCells(1, cells(table, row), true));
    }

    private static Meaning ready(OldTable table, Map<String, String> row) {
        var understood = understood(table, row);
        assertThat(understood).isInstanceOf(Understood.Ready.class);
        return ((Understood.Ready) understood).meaning();
    }

    private static List<Reason> refused(Map<String, String> row) {
        var understood = understood(OldTable.LGM_ENTRIES, row);
        assertThat(understood).isInstanceOf(Understood.Refused.class);
        return ((Understood.Refused) understood).reasons();
    }

    private static List<RemarkCode> codes(Meaning meaning) {
        return meaning.remarks().stream().map(Remark::code).toList();
    }
}
