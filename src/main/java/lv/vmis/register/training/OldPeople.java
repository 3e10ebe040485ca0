package lv.vmis.register.training;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;

/** Invents the people of the old registers one after another, so that nobody has to be remembered. */
final class OldPeople {

    private final long seed;
    private final Cultures cultures = Cultures.read();
    private final Map<String, Integer> documents = new HashMap<>();
    private long next;

    OldPeople(long seed) {
        this.seed = seed;
    }

    /** The chance of one thing among many: neighbours get unlike numbers. */
    static Random chance(long seed, long number) {
        var mixed = (seed * 0x9E3779B97F4A7C15L + number) ^ (number << 32);
        mixed = (mixed ^ (mixed >>> 30)) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
        return new Random(mixed ^ (mixed >>> 31));
    }

    OldPerson next() {
        var number = ++next;
        var random = chance(seed, number);
        var culture = cultures.any(random);
        var male = random.nextInt(100) < 74;
        var father = Culture.any(culture.men(), random);
        var age = 18 + (int) Math.min(Math.abs(random.nextGaussian() * 12), 45);
        var born = LocalDate.of(1998 + random.nextInt(20) - age, 1, 1).plusDays(random.nextInt(365));
        var issued = born.plusYears(16).plusDays(random.nextInt(700));
        var count = documents.merge(culture.country(), 1, Integer::sum);
        return new OldPerson(
                number,
                culture,
                male,
                Culture.any(culture.families(), random),
                Culture.any(male ? culture.men() : culture.women(), random),
                culture.hasPatronymics() ? father : null,
                culture.hasPatronymics() ? latinPatronymic(culture, father, male) : null,
                born,
                random.nextInt(100) < 4,
                Culture.any(culture.places(), random),
                random.nextInt(100) < 8 ? null : People.number(culture.number(), count),
                issued,
                issued.plusYears(10).minusDays(1));
    }

    private static String latinPatronymic(Culture culture, Culture.Name father, boolean male) {
        var original = culture.patronymic(father.original(), male);
        return father.latin().equals(culture.latin(father.original()))
                ? culture.latin(original)
                : culture.patronymic(father.latin(), male);
    }
}
