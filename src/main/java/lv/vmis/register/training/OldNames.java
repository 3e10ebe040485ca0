package lv.vmis.register.training;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Random;
import lv.vmis.register.training.OldRow.Dirt;

/** Names as they were typed into the old registers. */
final class OldNames {

    private static final Charset BALTIC = Charset.forName("windows-1257");
    private static final Charset WESTERN = Charset.forName("windows-1252");

    /** Ways to write the same sound that passports of different years have. */
    private static final String[][] WAYS = {
        {"ia", "ya"},
        {"ia", "ja"},
        {"iu", "yu"},
        {"iu", "ju"},
        {"kh", "h"},
        {"zh", "j"},
        {"ei", "ey"},
        {"ai", "ay"},
        {"sh", "ch"},
        {"ks", "x"},
        {"ov", "off"},
        {"y", "i"},
        {"dzh", "j"},
        {"ts", "c"},
        {"mukhammad", "muhammed"},
        {"gh", "g"}
    };

    private OldNames() {}

    static void write(OldRow row, OldPart part, boolean latvian, Random random) {
        var person = row.person;
        var surname = person.surname();
        var given = person.given().latin();
        var patronymic = person.patronymic() == null ? "" : person.patronymic();
        if (latvian) {
            row.dirt.add(Dirt.LATVIANISED);
            surname = Latvianised.surname(person.surnames(), person.male());
            given = Latvianised.given(person.given(), person.male());
        } else if (random.nextInt(100) < 22) {
            var other = random.nextInt();
            var changed = another(surname, other);
            var changedGiven = another(given, other);
            if (!changed.equals(surname) || !changedGiven.equals(given)) {
                row.dirt.add(Dirt.TRANSLITERATED);
            }
            surname = changed;
            given = changedGiven;
        }
        if (random.nextInt(100) < 4) {
            row.dirt.add(Dirt.TYPO);
            surname = slip(surname, random);
        }
        if (random.nextInt(100) < (row.table.register() == lv.vmis.register.legacy.export.OldRegister.LGM ? 60 : 30)) {
            row.dirt.add(Dirt.UPPER_CASE);
            surname = surname.toUpperCase(Locale.ROOT);
            given = given.toUpperCase(Locale.ROOT);
            patronymic = patronymic.toUpperCase(Locale.ROOT);
        }
        place(row, part, surname, given, patronymic, random);
    }

    private static void place(
            OldRow row, OldPart part, String surname, String given, String patronymic, Random random) {
        var chance = random.nextInt(1_000);
        var hasPatronymic = row.table.field("TEVVARDS").isPresent();
        if (chance < 12) {
            row.dirt.add(Dirt.SWAPPED_FIELDS);
            row.set("UZVARDS", given);
            row.set("VARDS", surname);
        } else if (chance < 30) {
            row.dirt.add(Dirt.MERGED_NAME);
            row.set("UZVARDS", (surname.toUpperCase(Locale.ROOT) + " " + given + " " + patronymic).strip());
            return;
        } else if (chance < 36) {
            row.dirt.add(Dirt.TITLE);
            row.set("UZVARDS", surname);
            row.set("VARDS", (row.person.male() ? "k-gs " : "k-dze ") + given);
        } else if (chance < 50) {
            row.dirt.add(Dirt.ALIAS);
            var other = slip(surname, random);
            row.set("UZVARDS", random.nextBoolean() ? surname + " vai " + other : surname + " (" + other + ")");
            row.set("VARDS", given);
        } else if (chance < 58) {
            row.dirt.add(Dirt.DOUBT);
            row.set("UZVARDS", surname + "?");
            row.set("VARDS", given);
        } else {
            row.set("UZVARDS", surname);
            row.set("VARDS", given);
        }
        if (hasPatronymic) {
            row.set("TEVVARDS", patronymic);
        } else if (!patronymic.isEmpty() && random.nextInt(100) < 15) {
            row.set("VARDS", row.get("VARDS") + " " + patronymic);
        }
        if (part.holdsAll() && random.nextInt(100) < 3) {
            spoil(row, "UZVARDS", random);
            spoil(row, "DZ_VIETA", random);
        }
    }

    /** A text that went through a wrong code page on its way. */
    static void spoil(OldRow row, String field, Random random) {
        var text = row.get(field);
        var spoilt = random.nextBoolean()
                ? new String(text.getBytes(BALTIC), WESTERN)
                : new String(text.getBytes(StandardCharsets.UTF_8), BALTIC);
        if (!spoilt.equals(text)) {
            row.dirt.add(spoilt.indexOf('\uFFFD') >= 0 ? Dirt.LOST_LETTERS : Dirt.CODE_PAGE);
            row.set(field, spoilt);
        }
    }

    /** Another way to write the same name. */
    private static String another(String name, int way) {
        var lower = name.toLowerCase(Locale.ROOT);
        for (var at = 0; at < WAYS.length; at++) {
            var pair = WAYS[Math.floorMod(way + at * 5, WAYS.length)];
            if (lower.contains(pair[0])) {
                var changed = lower.replace(pair[0], pair[1]);
                return Character.toUpperCase(changed.charAt(0)) + changed.substring(1);
            }
        }
        return name;
    }

    /** A letter left out, doubled, or two in the wrong order. */
    static String slip(String name, Random random) {
        if (name.length() < 4) {
            return name + name.charAt(name.length() - 1);
        }
        var at = 1 + random.nextInt(name.length() - 2);
        return switch (random.nextInt(3)) {
            case 0 -> name.substring(0, at) + name.substring(at + 1);
            case 1 -> name.substring(0, at) + name.charAt(at) + name.substring(at);
            default -> name.substring(0, at) + name.charAt(at + 1) + name.charAt(at) + name.substring(at + 2);
        };
    }
}
