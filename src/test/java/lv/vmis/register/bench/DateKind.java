package lv.vmis.register.bench;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What a border sees instead of the date of birth that the register knows, with its share among 100 queries. */
enum DateKind {
    EXACT("exact", 64),
    MISSING("missing", 4.5),
    PARTIAL("partial", 7),
    SWAPPED("swapped", 6.5),
    DIGIT("digit", 7.5),
    YEAR("year", 6.5),
    DIFFERENT("different", 4);

    final String word;
    final double share;

    DateKind(String word, double share) {
        this.word = word;
        this.share = share;
    }

    /** The date as this kind shows it, or null where it cannot be shown so. */
    @Nullable
    String change(BirthDate birth, Chance chance) {
        return switch (this) {
            case EXACT -> birth.toString();
            case MISSING -> "";
            case PARTIAL ->
                birth.isFull()
                        ? new BirthDate(birth.year(), chance.percent(30) ? birth.month() : 0, 0).toString()
                        : null;
            case SWAPPED ->
                birth.day() > 0 && birth.day() <= 12 && birth.day() != birth.month()
                        ? new BirthDate(birth.year(), birth.day(), birth.month()).toString()
                        : null;
            case DIGIT -> birth.isFull() ? digit(birth, chance) : null;
            case YEAR -> birth.isFull() ? year(birth, chance) : null;
            case DIFFERENT -> birth.isFull() ? other(birth, chance).toString() : null;
        };
    }

    private static @Nullable String year(BirthDate birth, Chance chance) {
        var other = new BirthDate(birth.year() + (chance.percent(50) ? 1 : -1), birth.month(), birth.day());
        return other.isReal() ? other.toString() : null;
    }

    private static @Nullable String digit(BirthDate birth, Chance chance) {
        var text = birth.toString();
        for (var attempt = 0; attempt < 40; attempt++) {
            // The century is never mistaken.
            var at = chance.of(java.util.List.of(2, 3, 5, 6, 8, 9));
            var changed = text.substring(0, at) + chance.below(10) + text.substring(at + 1);
            var other = new BirthDate(
                    Integer.parseInt(changed.substring(0, 4)),
                    Integer.parseInt(changed.substring(5, 7)),
                    Integer.parseInt(changed.substring(8)));
            if (!changed.equals(text)
                    && other.isReal()
                    && other.year() < Population.YEAR
                    && !(Math.abs(other.year() - birth.year()) == 1)) {
                return changed;
            }
        }
        return null;
    }

    private static BirthDate other(BirthDate birth, Chance chance) {
        var date = chance.percent(50)
                ? LocalDate.ofYearDay(birth.year() + chance.between(-5, 5), chance.between(1, 365))
                : LocalDate.ofYearDay(chance.between(1955, 2006), chance.between(1, 365));
        return BirthDate.of(date.equals(birth.date()) ? date.plusDays(40) : date);
    }

    /** A date that the same person may have named another time. */
    static BirthDate near(BirthDate birth, Chance chance) {
        return BirthDate.of(birth.date().plusDays(chance.between(-900, 900)));
    }
}
