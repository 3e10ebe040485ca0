package lv.vmis.register.training;

import java.time.LocalDate;
import java.util.Random;
import lv.vmis.register.training.OldRow.Dirt;

/** Dates as the systems of their years wrote them, and as they were spoilt. */
final class OldDates {

    private OldDates() {}

    /** How the part writes dates as a rule. */
    static String written(LocalDate day, OldPart part) {
        return switch (part) {
            case ISO_8859_13 ->
                "%02d.%02d.%02d".formatted(day.getDayOfMonth(), day.getMonthValue(), day.getYear() % 100);
            case WINDOWS_1257 -> "%02d.%02d.%d".formatted(day.getDayOfMonth(), day.getMonthValue(), day.getYear());
            case UTF_8 -> "%d%02d%02d".formatted(day.getYear(), day.getMonthValue(), day.getDayOfMonth());
            case XLSX, XML -> day.toString();
        };
    }

    static String event(LocalDate day, OldPart part, OldRow row, Random random) {
        if (part == OldPart.ISO_8859_13) {
            row.dirt.add(Dirt.SHORT_YEAR);
        }
        var chance = random.nextInt(1_000);
        if (chance < 4) {
            row.dirt.add(Dirt.IMPOSSIBLE_DATE);
            return random.nextBoolean()
                    ? "31.02.%d".formatted(day.getYear())
                    : "%02d.%02d.%d"
                            .formatted(Math.min(day.getMonthValue(), 12), 13 + day.getDayOfMonth() % 15, day.getYear());
        }
        if (chance < 10) {
            return "%d. gada %d. %s".formatted(day.getYear(), day.getDayOfMonth(), MONTHS[day.getMonthValue() - 1]);
        }
        return written(day, part);
    }

    private static final String[] MONTHS = {
        "janvārī",
        "februārī",
        "martā",
        "aprīlī",
        "maijā",
        "jūnijā",
        "jūlijā",
        "augustā",
        "septembrī",
        "oktobrī",
        "novembrī",
        "decembrī"
    };

    static String birth(OldPerson person, OldPart part, OldRow row, Random random) {
        var born = person.born();
        var chance = random.nextInt(1_000);
        if (person.yearOnly() || chance < 15) {
            row.dirt.add(Dirt.ZERO_DAY);
            return random.nextInt(3) == 0 ? Integer.toString(born.getYear()) : "00.00." + born.getYear();
        }
        if (chance < 25) {
            row.dirt.add(Dirt.ZERO_DAY);
            return "00.%02d.%d".formatted(born.getMonthValue(), born.getYear());
        }
        if (chance < 33) {
            row.dirt.add(Dirt.PLACEHOLDER_DATE);
            return random.nextBoolean() ? "01.01.1900" : "00.00.0000";
        }
        if (chance < 43) {
            // Somebody typed another day, as near as slips are.
            row.dirt.add(Dirt.TYPO);
            return written(born.plusDays(random.nextBoolean() ? 1 : 10), part);
        }
        return event(born, part, row, random);
    }
}
