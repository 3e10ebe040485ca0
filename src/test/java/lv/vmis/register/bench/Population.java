package lv.vmis.register.bench;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** People without end, each made from the seed and his number alone, so that nobody has to be remembered. */
final class Population {

    /** The year in which these people are met; a fixed one, so that the same seed gives the same people. */
    static final int YEAR = 2026;

    private static final List<String> CULTURES = List.of(
            "RU", "UA", "BY", "UZ", "TJ", "KZ", "GE", "AM", "AZ", "IR", "AF", "AR", "MA", "PK", "IN", "BD", "VN", "TR",
            "CN", "KR", "RO", "AL", "RS", "NG", "LT", "EE", "PL", "DE", "FR", "ES", "IT", "GB", "GR");

    private final long seed;
    private final Shares<Culture> cultures = new Shares<>();
    private final Map<String, Spelling> spellings = Spelling.read(BenchFiles.lines("spellings.txt"));
    private final Writing writing = new Writing(spellings);
    private final States states = new States();

    Population(long seed) {
        this.seed = seed;
        for (var code : CULTURES) {
            var culture = CultureReader.read(code, spellings);
            cultures.add(culture.weight(), culture);
        }
    }

    long seed() {
        return seed;
    }

    List<Culture> cultures() {
        return cultures.things();
    }

    Writing writing() {
        return writing;
    }

    States states() {
        return states;
    }

    Person person(long number) {
        var chance = Chance.of(seed, number);
        var culture = cultures.draw(chance);
        var woman = chance.percent(culture.women());
        var root = surname(culture, chance);
        var birth = birth(culture, chance);
        var state = culture.states().draw(chance);
        var married = woman && chance.percent(60);
        var former = married && !culture.keepsNameInMarriage() && chance.percent(60)
                ? inflected(surname(culture, chance), culture, woman, false)
                : null;
        return new Person(
                number,
                culture,
                state,
                woman,
                root,
                inflected(root, culture, woman, married),
                former,
                given(culture, woman, chance),
                birth,
                states.document(state, chance));
    }

    List<Part> surname(Culture culture, Chance chance) {
        return parts(culture, culture.pattern("family").draw(chance), false, chance);
    }

    List<Part> given(Culture culture, boolean woman, Chance chance) {
        return parts(culture, culture.pattern(woman ? "female" : "male").draw(chance), woman, chance);
    }

    List<Part> inflected(List<Part> surname, Culture culture, boolean woman, boolean married) {
        if (!woman || culture.inflection().equals("none")) {
            return surname;
        }
        return surname.stream()
                .map(part -> part.list().equals("family")
                        ? new Part(
                                Inflection.ofWoman(part.word(), culture.inflection(), married),
                                part.glue(),
                                part.optional(),
                                part.list())
                        : part)
                .toList();
    }

    private List<Part> parts(Culture culture, List<Culture.Slot> slots, boolean woman, Chance chance) {
        var parts = new ArrayList<Part>();
        for (var slot : slots) {
            Word word = switch (slot.list()) {
                case "patronymic" -> Inflection.patronymic(culture.list("male").draw(chance), culture, woman, chance);
                case "father" -> culture.list("male").draw(chance);
                default -> culture.list(slot.list()).draw(chance);
            };
            // Nobody is called twice the same.
            if (parts.stream().noneMatch(part -> part.word().equals(word)) || slot.glue() == '~') {
                parts.add(new Part(word, slot.glue(), slot.optional(), slot.list()));
            }
        }
        return List.copyOf(parts);
    }

    /** Mostly between 20 and 50; where days were not recorded, papers say 1 January or the year only. */
    BirthDate birth(Culture culture, Chance chance) {
        var age = chance.percent(7)
                ? chance.between(0, 17)
                : chance.percent(12) ? chance.between(18, 75) : Math.abs(33 + 10.5 * chance.bell());
        var date = LocalDate.ofYearDay(YEAR - 1 - (int) age, chance.between(1, 365));
        if (chance.percent(culture.newYear())) {
            return new BirthDate(date.getYear(), 1, 1);
        }
        if (chance.percent(culture.newYear() / 4)) {
            return new BirthDate(date.getYear(), date.getMonthValue(), 1);
        }
        if (chance.percent(culture.yearOnly())) {
            return new BirthDate(date.getYear(), 0, 0);
        }
        return chance.percent(culture.yearOnly() / 5)
                ? new BirthDate(date.getYear(), date.getMonthValue(), 0)
                : BirthDate.of(date);
    }
}
