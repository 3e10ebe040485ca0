package lv.vmis.register.training;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import lv.vmis.register.legacy.export.OldTable;
import lv.vmis.register.training.OldRow.Dirt;

/** The rows that the old registers have of a person: none, one or some in each, no two alike. */
final class OldRows {

    /** The day of the export; a fixed one, so that the same seed gives the same bytes. */
    static final LocalDate EXPORTED = LocalDate.of(2026, 6, 30);

    private static final int RETENTION = 10;

    private static final Map<String, String> STATES = Map.ofEntries(
            Map.entry("UZB", "Uzbekistāna"),
            Map.entry("RUS", "Krievija"),
            Map.entry("BLR", "Baltkrievija"),
            Map.entry("UKR", "Ukraina"),
            Map.entry("GEO", "Gruzija"),
            Map.entry("IND", "Indija"),
            Map.entry("PAK", "Pakistāna"),
            Map.entry("VNM", "Vjetnama"),
            Map.entry("TJK", "Tadžikistāna"),
            Map.entry("KGZ", "Kirgizstāna"),
            Map.entry("ARM", "Armēnija"),
            Map.entry("AZE", "Azerbaidžāna"),
            Map.entry("MDA", "Moldova"),
            Map.entry("KAZ", "Kazahstāna"),
            Map.entry("TUR", "Turcija"),
            Map.entry("IRQ", "Irāka"),
            Map.entry("IRN", "Irāna"),
            Map.entry("AFG", "Afganistāna"),
            Map.entry("SYR", "Sīrija"),
            Map.entry("LKA", "Šrilanka"),
            Map.entry("BGD", "Bangladeša"),
            Map.entry("NGA", "Nigērija"),
            Map.entry("CHN", "Ķīna"),
            Map.entry("EGY", "Ēģipte"),
            Map.entry("MAR", "Maroka"),
            Map.entry("ETH", "Etiopija"),
            Map.entry("SOM", "Somālija"),
            Map.entry("USA", "ASV"),
            Map.entry("CAN", "Kanāda"));
    private static final Map<String, List<String>> OLD_NAMES = Map.of(
            "RUS", List.of("Krievijas Federācija", "KF", "PSRS", "Čečenija", "Krievijas pilsonis"),
            "UZB", List.of("UZ", "uzbekistana", "PSRS"),
            "BLR", List.of("Baltkrievijas Republika", "BY", "Belorusija"),
            "UKR", List.of("UA", "Ukrainas pilsonis", "PSRS"),
            "GEO", List.of("GE", "Gruzija (Abhāzija)"),
            "MDA", List.of("Moldāvija", "Piedņestra"),
            "KGZ", List.of("Kirgīzija", "KG"));

    private static final List<String> UNITS = List.of(
            "Rīgas pārvalde", "Daugavpils pārvalde", "Ludzas pārvalde", "Viļakas pārvalde", "Ventspils pārvalde");
    private static final List<String> POINTS =
            List.of("Terehova", "Grebņeva", "Pāternieki", "Silene", "Rīgas lidosta", "Indra");
    private static final List<String> WRONGS = List.of(
            "Uzturas bez derīgas vīzas vai uzturēšanās atļaujas",
            "Nelikumīgi šķērsojis valsts robežu",
            "Pārsniedzis atļauto uzturēšanās termiņu",
            "Uzrādījis viltotu dokumentu");
    private static final List<String> NORMS = List.of(
            "Imigrācijas likuma 61. panta ceturtā daļa",
            "IL 61.p. 1.d. 2.p.",
            "Imigrācijas likuma 61. panta piektā daļa",
            "IL 63. pants");
    private static final List<String> DISTRICTS =
            List.of("Rīgas", "Ludzas", "Daugavpils", "Krāslavas", "Balvu", "Rēzeknes", "Valkas", "Alūksnes");
    private static final List<String> PARISHES =
            List.of("Mežvidu pag.", "Salnavas pag.", "Naujenes pag.", "Pasienes pag.");
    private static final List<String> TOWNS = List.of("Rīga", "Daugavpils", "Jelgava", "Liepāja", "Rēzekne", "Ludza");
    private static final List<String> STREETS =
            List.of("Brīvības iela", "Maskavas iela", "Čaka iela", "Slokas iela", "18. novembra iela");
    private static final List<String> TYPISTS = List.of("A.Bērziņa", "jkalnins", "IND03", "migr-2", "O.Ozola");

    private final long seed;
    private final OldPeople people;
    private long lgm;
    private final Map<Integer, Integer> years = new java.util.HashMap<>();

    OldRows(long seed) {
        this.seed = seed;
        this.people = new OldPeople(seed);
    }

    /** All rows of the next person. */
    List<OldRow> next() {
        var person = people.next();
        var random = OldPeople.chance(seed + 1, person.number());
        var where = random.nextInt(100);
        var rows = new ArrayList<OldRow>();
        if (where < 65) {
            for (var i = count(random); i > 0; i--) {
                add(rows, entry(person, random), random);
            }
        }
        if (where >= 45) {
            for (var i = count(random); i > 0; i--) {
                add(rows, nirCase(person, random), random);
            }
        }
        return rows;
    }

    private static int count(Random random) {
        var chance = random.nextInt(100);
        return chance < 78 ? 1 : chance < 94 ? 2 : 3;
    }

    private void add(List<OldRow> rows, OldRow row, Random random) {
        rows.add(row);
        var chance = random.nextInt(1_000);
        if (chance < 5) {
            rows.add(row.again(row.number()));
        } else if (chance < 15) {
            rows.add(row.again(number(row.table, row.entered)));
        }
    }

    private String number(OldTable table, LocalDate entered) {
        return table == OldTable.LGM_ENTRIES
                ? "%07d".formatted(++lgm)
                : "%d/%05d".formatted(entered.getYear(), years.merge(entered.getYear(), 1, Integer::sum));
    }

    /** A grown-up is met; the day decides which system wrote it. */
    private static LocalDate met(OldPerson person, Random random) {
        var first = Math.max(person.born().getYear() + 18, 1998);
        return LocalDate.of(Math.min(first + random.nextInt(Math.max(2026 - first, 1)), 2025), 1, 1)
                .plusDays(random.nextInt(364));
    }

    private OldRow entry(OldPerson person, Random random) {
        var found = met(person, random);
        var row = new OldRow(OldTable.LGM_ENTRIES, person, found.plusDays(random.nextInt(20)));
        var part = OldPart.of(row.entered);
        common(row, part, "IERAKSTA_NR", random);
        OldNames.write(row, part, random.nextInt(100) < 55, random);
        row.set("DZ_VIETA", random.nextInt(3) == 0 ? person.place() + ", " + state(person) : person.place());
        if (random.nextInt(100) < 30) {
            row.set("ADRESE", address(row, random));
        }
        document(row, part, random);
        row.set("IEMESLS", Culture.any(WRONGS, random));
        row.set("KONST_DATUMS", OldDates.event(found, part, row, random));
        row.set("KONST_VIETA", random.nextBoolean() ? Culture.any(POINTS, random) : Culture.any(TOWNS, random));
        row.set("TIES_NORMA", Culture.any(NORMS, random));
        var from = found.plusDays(1 + random.nextInt(30));
        row.set("AIZL_DATUMS", OldDates.event(from, part, row, random));
        row.set("AIZL_NO", OldDates.event(from, part, row, random));
        row.from = from.toString();
        if (random.nextInt(100) < 4) {
            row.set("AIZL_LIDZ", random.nextBoolean() ? "31.12.9999" : "uz nenoteiktu laiku");
            row.until = "9999-12-31";
        } else {
            var until = from.plusYears(List.of(1, 3, 3, 5, 5, 10).get(random.nextInt(6)));
            row.set("AIZL_LIDZ", OldDates.written(until, part));
            row.until = until.toString();
            if (until.plusYears(RETENTION).isBefore(EXPORTED)) {
                row.dirt.add(Dirt.BEYOND_RETENTION);
            }
        }
        row.decision = "24/" + (1 + random.nextInt(9_000)) + "-" + from.getYear();
        row.set("LEM_NR", row.decision);
        row.set("LEM_DATUMS", OldDates.written(from, part));
        row.set("LEM_IESTADE", random.nextInt(4) == 0 ? "VRS " + Culture.any(UNITS, random) : "PMLP");
        row.set("LEM_AUTORS", random.nextInt(3) == 0 ? "V.Kalniņš" : "");
        row.set("SENGENA", from.getYear() < 2008 ? "" : random.nextInt(5) == 0 ? "N" : "J");
        if (random.nextInt(100) < 3) {
            row.set("ATCELTS_DAT", OldDates.written(from.plusMonths(7), part));
            row.set("ATCEL_LEM_NR", "24/A" + (1 + random.nextInt(900)));
        }
        notes(row, part, random);
        return finished(row, part, random);
    }

    private OldRow nirCase(OldPerson person, Random random) {
        var found = met(person, random);
        var row = new OldRow(OldTable.NIR_CASES, person, found.plusDays(random.nextInt(5)));
        var part = OldPart.of(row.entered);
        common(row, part, "LIETAS_NR", random);
        var office = random.nextInt(5) == 0;
        row.set("AVOTS", office ? "PMLP" : "VRS");
        OldNames.write(row, part, random.nextInt(100) < 8, random);
        if (!person.male() && random.nextInt(100) < 12) {
            row.set(
                    "IEPR_UZVARDS",
                    Culture.any(person.culture().families(), random).latin());
        }
        row.set("TAUTIBA", random.nextInt(5) == 0 ? "nav zināma" : "");
        row.set("DZ_VIETA", person.place());
        if (random.nextInt(100) < 6) {
            row.set("PERS_KODS", Long.toString(1_000_000_000L + Math.floorMod(person.number() * 7_919, 899_999_999L)));
        }
        row.set("GIM_STAVOKLIS", random.nextInt(3) == 0 ? (person.male() ? "precējies" : "precējusies") : "");
        row.set("PAZIMES", random.nextInt(12) == 0 ? "rēta uz kreisās rokas; tetovējums \"1985\"" : "");
        if (office || random.nextInt(4) == 0) {
            place(row, random);
        }
        document(row, part, random);
        row.set("KONST_DATUMS", OldDates.event(found, part, row, random));
        row.set("KONST_VIETA", Culture.any(POINTS, random));
        row.set("PARKAPUMS", Culture.any(WRONGS, random));
        if (!office && random.nextInt(100) < 60) {
            row.set("AIZT_DATUMS", OldDates.event(found, part, row, random));
            row.set("AIZT_VIETA", Culture.any(POINTS, random));
            row.set("AIZT_VIENIBA", Culture.any(UNITS, random));
            row.set("AIZT_IEMESLS", "Imigrācijas likuma 51. pants");
            row.set("CENTRS", found.getYear() < 2011 ? "Olaine" : random.nextBoolean() ? "Mucenieki" : "Daugavpils");
            row.set("IZMIT_DATUMS", OldDates.written(found.plusDays(1), part));
            row.set("ATBR_DATUMS", OldDates.written(found.plusDays(10 + random.nextInt(50)), part));
            row.set("ATBR_IEMESLS", "izraidīts");
        }
        decided(row, part, found, office, random);
        row.set("DAKT_KARTE", random.nextInt(4) == 0 ? "D-" + found.getYear() + "-" + (1 + random.nextInt(4_000)) : "");
        notes(row, part, random);
        return finished(row, part, random);
    }

    private static void decided(OldRow row, OldPart part, LocalDate found, boolean office, Random random) {
        var decided = found.plusDays(2 + random.nextInt(12));
        var order = office || random.nextInt(100) < 55;
        row.decision = (order ? "IR-" : "PI-") + (1 + random.nextInt(2_000)) + "/" + decided.getYear();
        row.set("LEM_VEIDS", order ? "IR" : "PI");
        row.set("LEM_NR", row.decision);
        row.set("LEM_DATUMS", OldDates.event(decided, part, row, random));
        row.set("LEM_IESTADE", office ? "PMLP" : "VRS " + Culture.any(UNITS, random));
        row.from = decided.toString();
        if (random.nextInt(100) < 80) {
            var left = decided.plusDays(3 + random.nextInt(60));
            row.until = left.toString();
            row.set("IZPILDES_DAT", OldDates.written(left, part));
            row.set("ROBEZSK_VIETA", Culture.any(POINTS, random));
            row.set("IZRAID_VALSTS", order ? "" : state(row.person));
            // A ban of up to ten years may follow: only then the purpose is reached for certain.
            if (left.plusYears(RETENTION).isBefore(EXPORTED)) {
                row.dirt.add(Dirt.BEYOND_RETENTION);
            }
        }
    }

    private void common(OldRow row, OldPart part, String key, Random random) {
        row.set(key, number(row.table, row.entered));
        row.set("IEVADITS", OldDates.written(row.entered, part));
        row.set(
                "MAINITS",
                random.nextInt(4) == 0 ? OldDates.written(row.entered.plusDays(random.nextInt(400)), part) : "");
        row.set("IEVADIJA", Culture.any(TYPISTS, random));
        row.set("DZIMUMS", random.nextInt(50) == 0 ? "" : row.person.male() ? "V" : "S");
        row.set("DZ_DATUMS", OldDates.birth(row.person, part, row, random));
        row.set("VALSTS_PIED", nationality(row, random));
        row.set("PIED_VEIDS", random.nextInt(3) == 0 ? "" : "P");
    }

    private static String nationality(OldRow row, Random random) {
        var code = row.person.culture().country();
        var old = OLD_NAMES.get(code);
        if (old != null && random.nextInt(100) < 12) {
            row.dirt.add(Dirt.OLD_COUNTRY_NAME);
            return Culture.any(old, random);
        }
        return switch (random.nextInt(4)) {
            case 0 -> code;
            case 1 -> state(row.person).toUpperCase(Locale.ROOT);
            default -> state(row.person);
        };
    }

    private static String state(OldPerson person) {
        var code = person.culture().country();
        return STATES.getOrDefault(code, code);
    }

    /** In columns of their own, or merged; now and then another document than the one he is known by. */
    private static void document(OldRow row, OldPart part, Random random) {
        var person = row.person;
        if (person.document() == null || random.nextInt(100) < 12) {
            row.dirt.add(Dirt.MISSING);
            return;
        }
        var number = person.document();
        var issued = person.issued();
        if (random.nextInt(100) < 15) {
            row.dirt.add(Dirt.OTHER_DOCUMENT);
            number = People.number(
                    person.culture().number(),
                    500_000 + Math.floorMod((int) person.number() * 3 + random.nextInt(3), 400_000));
            issued = issued.plusYears(1);
        }
        row.document = number;
        var authority = Objects.requireNonNull(
                STATES.getOrDefault(person.culture().country(), person.culture().country()));
        if (row.table == OldTable.NIR_CASES || random.nextInt(100) < 20) {
            row.set(
                    "DOKUMENTI",
                    "%s %s, izd. %s %s%s"
                            .formatted(
                                    random.nextInt(3) == 0 ? "Pase" : "PASE",
                                    number,
                                    OldDates.written(issued, OldPart.ISO_8859_13),
                                    authority,
                                    random.nextInt(3) == 0
                                            ? ", der. līdz "
                                                    + OldDates.written(
                                                            issued.plusYears(10).minusDays(1), OldPart.WINDOWS_1257)
                                            : ""));
            return;
        }
        row.set("DOK1_TIPS", "PASE");
        row.set("DOK1_NR", random.nextInt(10) == 0 ? number.replaceFirst("(\\p{L}+)(\\d+)", "$1 $2") : number);
        row.set("DOK1_IZD_DAT", OldDates.event(issued, part, row, random));
        row.set("DOK1_IZDEVEJS", authority);
        row.set("DOK1_DERIGS", OldDates.written(issued.plusYears(10).minusDays(1), part));
    }

    private static String address(OldRow row, Random random) {
        if (row.entered.getYear() < 2010 && random.nextInt(3) == 0) {
            row.dirt.add(Dirt.OLD_DISTRICT);
            return "%s raj., %s, \"Kalni\"".formatted(Culture.any(DISTRICTS, random), Culture.any(PARISHES, random));
        }
        return "%s %d-%d, %s"
                .formatted(
                        Culture.any(STREETS, random),
                        1 + random.nextInt(140),
                        1 + random.nextInt(60),
                        Culture.any(TOWNS, random));
    }

    private static void place(OldRow row, Random random) {
        if (row.entered.getYear() < 2010 && random.nextInt(3) == 0) {
            row.dirt.add(Dirt.OLD_DISTRICT);
            row.set("RAJONS", Culture.any(DISTRICTS, random));
            row.set("NOVADS", Culture.any(PARISHES, random));
            row.set("MAJA", "Kalni");
            return;
        }
        row.set("PILSETA", Culture.any(TOWNS, random));
        row.set("IELA", Culture.any(STREETS, random));
        row.set("MAJAS_NR", Integer.toString(1 + random.nextInt(140)));
        row.set("DZIVOKLIS", Integer.toString(1 + random.nextInt(60)));
    }

    private static void notes(OldRow row, OldPart part, Random random) {
        switch (random.nextInt(40)) {
            case 0 -> row.set("PIEZIMES", "Skat. lietu; sīkāk, \"B\" daļa\nPapildus: nav");
            case 1 -> row.set("PIEZIMES", "sk. arī iepr. ierakstu");
            case 3 -> row.set("PIEZIMES", "darba devējs: SIA \"Izdomāts & Co\" <nav reģ.>");
            case 2 -> {
                if (part == OldPart.XLSX && random.nextInt(20) == 0) {
                    row.dirt.add(Dirt.FORMULA);
                    row.set("PIEZIMES", "=CONCATENATE(\"sk. \",A2)");
                }
            }
            default -> {}
        }
    }

    /** What the code page of the part does not have was lost when the export was written. */
    private static OldRow finished(OldRow row, OldPart part, Random random) {
        if (random.nextInt(100) < 2) {
            row.dirt.add(Dirt.MISSING);
            row.set(random.nextBoolean() ? "DZ_DATUMS" : "VALSTS_PIED", "");
        }
        var page = part.codePage();
        if (page != null && !part.holdsAll()) {
            var encoder = page.charset().newEncoder();
            for (var at = 0; at < row.cells.length; at++) {
                if (!encoder.canEncode(row.cells[at])) {
                    var kept = new StringBuilder();
                    for (var letter : row.cells[at].toCharArray()) {
                        kept.append(encoder.canEncode(letter) ? letter : '?');
                    }
                    row.cells[at] = kept.toString();
                    row.dirt.add(Dirt.LOST_LETTERS);
                }
            }
        }
        return row;
    }
}
