package lv.vmis.register.training;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import lv.vmis.register.kernel.PartialDate;
import lv.vmis.register.person.NewPerson;
import lv.vmis.register.person.NewPerson.NewAddress;
import lv.vmis.register.person.NewPerson.NewDocument;
import lv.vmis.register.reading.DateParts;
import lv.vmis.register.reading.Mrz;
import lv.vmis.register.reading.MrzDate;
import lv.vmis.register.reading.MrzFormat;
import org.jspecify.annotations.Nullable;

/** Invents people. The same seed gives the same people; no two have the same document. */
final class People {

    /** Far from 10 and without common factors with it, so that numbers look scattered and never repeat. */
    private static final long SCATTER = 7_368_787_391L;

    private static final List<String> STREETS = List.of(
            "Brīvības iela",
            "Maskavas iela",
            "Čaka iela",
            "Ģertrūdes iela",
            "Deglava iela",
            "Kalnciema iela",
            "Slokas iela",
            "Lāčplēša iela",
            "Dzelzavas iela",
            "Buļļu iela");
    private static final List<String> TOWNS =
            List.of("Rīga", "Rīga", "Rīga", "Rīga", "Daugavpils", "Jelgava", "Jūrmala", "Liepāja", "Rēzekne");

    private final Cultures cultures;
    private int documents;

    People(Cultures cultures) {
        this.cultures = cultures;
    }

    Cultures cultures() {
        return cultures;
    }

    /** A grown-up found on the day. */
    Invented single(Culture culture, LocalDate found, boolean border, Random random) {
        var male = random.nextInt(100) < (border ? 85 : 68);
        var age = 19 + (int) Math.abs(random.nextGaussian() * 11);
        var family = Culture.any(culture.families(), random);
        return person(culture, family, null, male, Math.min(age, 68), found, border, random);
    }

    /** Parents and one to three children, found together. */
    List<Invented> family(Culture culture, LocalDate found, boolean border, Random random) {
        var name = Culture.any(culture.families(), random);
        var father = Culture.any(culture.men(), random);
        var all = new ArrayList<Invented>();
        all.add(person(culture, name, null, true, 29 + random.nextInt(14), found, border, random, father));
        var wife = culture.ownNames() ? Culture.any(culture.families(), random) : name;
        all.add(person(culture, wife, null, false, 26 + random.nextInt(12), found, border, random));
        for (var i = 1 + random.nextInt(3); i > 0; i--) {
            all.add(person(culture, name, father, random.nextBoolean(), random.nextInt(15), found, border, random));
        }
        return all;
    }

    private Invented person(
            Culture culture,
            Culture.Name family,
            Culture.@Nullable Name father,
            boolean male,
            int age,
            LocalDate found,
            boolean border,
            Random random) {
        var given = Culture.any(male ? culture.men() : culture.women(), random);
        return person(culture, family, father, male, age, found, border, random, given);
    }

    private Invented person(
            Culture culture,
            Culture.Name family,
            Culture.@Nullable Name father,
            boolean male,
            int age,
            LocalDate found,
            boolean border,
            Random random,
            Culture.Name given) {
        var name = male ? family : culture.forWoman(family);
        var parent = father == null ? Culture.any(culture.men(), random) : father;
        var patronymic = culture.hasPatronymics() ? culture.patronymic(parent.original(), male) : null;
        var latinPatronymic = patronymic == null
                ? null
                : parent.latin().equals(culture.latin(parent.original()))
                        ? culture.latin(patronymic)
                        : culture.patronymic(parent.latin(), male);
        var born = found.minusYears(age).minusDays(1 + random.nextInt(364));
        var without = random.nextInt(100) < (border ? culture.poorPapers() ? 45 : 15 : 2);
        var document = without ? null : passport(culture, name, given, male, born, found, random);
        var unsure = document == null && random.nextInt(3) == 0;
        return new Invented(
                new NewPerson(
                        name.latin(),
                        given.latin(),
                        latinPatronymic,
                        original(culture, name, given, patronymic),
                        male ? "M" : "F",
                        unsure ? new PartialDate(born.getYear(), 0, 0, random.nextBoolean()) : PartialDate.of(born),
                        culture.country(),
                        Culture.any(culture.places(), random),
                        culture.country(),
                        "CITIZEN",
                        null,
                        document == null ? "STATED" : document.mrz() == null ? "DOCUMENT" : "MRZ",
                        document,
                        border || random.nextInt(3) == 0 ? null : address(random)),
                culture.language());
    }

    private static @Nullable String original(
            Culture culture, Culture.Name family, Culture.Name given, @Nullable String patronymic) {
        var tail = patronymic == null ? "" : " " + patronymic;
        var written = switch (culture.order()) {
            case FAMILY_FIRST -> family.original() + " " + given.original() + tail;
            case GIVEN_FIRST -> given.original() + " " + family.original();
            case JOINED -> family.original() + given.original();
        };
        var latin = family.latin() + " " + given.latin() + tail;
        return written.equals(latin) || written.equals(given.latin() + " " + family.latin()) ? null : written;
    }

    private NewDocument passport(
            Culture culture,
            Culture.Name family,
            Culture.Name given,
            boolean male,
            LocalDate born,
            LocalDate found,
            Random random) {
        var expiry = found.minusMonths(6).plusDays(random.nextInt(365 * 8));
        var issued = latest(expiry.minusYears(10).plusDays(1), born.plusMonths(2));
        var number = number(culture.number());
        var latestIssue = found.minusDays(20);
        var issue = issued.isAfter(latestIssue) ? latestIssue : issued;
        var mrz = mrz(MrzFormat.TD3, "P", culture.country(), number, family.latin(), given.latin(), male, born, expiry);
        return new NewDocument(
                "P",
                number,
                culture.country(),
                null,
                latest(issue, born),
                expiry,
                random.nextInt(10) == 0 ? null : mrz);
    }

    /** The zone as it would be printed. */
    static String mrz(
            MrzFormat format,
            String code,
            String country,
            String number,
            String family,
            String given,
            boolean male,
            LocalDate born,
            LocalDate expiry) {
        var printed = country.equals("DEU") ? "D" : country;
        return Mrz.of(
                        format,
                        code,
                        printed,
                        number,
                        printed,
                        family,
                        given,
                        MrzDate.of(DateParts.of(born)),
                        male ? Mrz.Sex.MALE : Mrz.Sex.FEMALE,
                        MrzDate.of(DateParts.of(expiry)),
                        "")
                .emit();
    }

    /** The next number of the pattern. */
    private String number(String pattern) {
        return number(pattern, ++documents);
    }

    /** A number of the pattern; another for each count. */
    static String number(String pattern, int count) {
        var digits = (int) pattern.chars().filter(c -> c == '#').count();
        var room = Math.round(Math.pow(10, digits));
        var text = Long.toString(Math.floorMod(count * SCATTER + 4_711, room));
        var padded = "0".repeat(digits - text.length()) + text;
        var number = new StringBuilder();
        var at = 0;
        for (var c : pattern.toCharArray()) {
            number.append(c == '#' ? padded.charAt(at++) : c);
        }
        return number.toString();
    }

    private static LocalDate latest(LocalDate one, LocalDate other) {
        return Objects.requireNonNull(one.isAfter(other) ? one : other);
    }

    private static NewAddress address(Random random) {
        var town = Culture.any(TOWNS, random);
        return new NewAddress(
                "LVA",
                "%s %d-%d, %s"
                        .formatted(
                                Culture.any(STREETS, random), 1 + random.nextInt(140), 1 + random.nextInt(60), town));
    }
}
