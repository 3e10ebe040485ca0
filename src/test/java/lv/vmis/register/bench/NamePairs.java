package lv.vmis.register.bench;

import org.jspecify.annotations.Nullable;

/** Two names each: half of them of one person, the other half of people who are taken for each other. */
final class NamePairs {

    /** Two names and whether they are one person's. */
    record Pair(String first, String second, boolean isSame) {

        static final String HEAD = "name1\tname2\tlabel";

        String line() {
            return String.join("\t", first, second, isSame ? "1" : "0");
        }

        static Pair parse(String line) {
            var cells = line.split("\t", -1);
            return new Pair(cells[0], cells[1], cells[2].strip().equals("1"));
        }
    }

    /** Different people, of 100: similar given name 34, any given name 22, similar surname 24, both similar 12, nothing 8. */
    private static final Shares<Integer> OTHERS =
            new Shares<Integer>().add(34, 0).add(22, 1).add(24, 2).add(12, 3).add(8, 4);

    private static final Shares<NameKind> KINDS = new Shares<NameKind>()
            .add(30, NameKind.SPELLING)
            .add(12, NameKind.LATVIAN)
            .add(10, NameKind.NATIVE)
            .add(12, NameKind.TYPO1)
            .add(8, NameKind.TYPO2)
            .add(8, NameKind.MACHINE)
            .add(8, NameKind.SWAPPED)
            .add(6, NameKind.DROPPED)
            .add(3, NameKind.ADDED)
            .add(3, NameKind.JOINED);

    private final Population population;
    private final NameChange names;
    private final java.util.Map<String, java.util.List<Word>> alike = new java.util.HashMap<>();

    NamePairs(Population population) {
        this.population = population;
        this.names = new NameChange(population);
    }

    Pair pair(long number) {
        var chance = Chance.of(population.seed() + 5, number);
        while (true) {
            var person = population.person(chance.number() >>> 20);
            var name = population.writing().write(person, Style.any(person.culture(), chance));
            var isSame = number % 2 == 0;
            var second = isSame ? names.change(KINDS.draw(chance), person, name, chance) : other(person, chance);
            if (second == null || (!isSame && same(name, second))) {
                continue;
            }
            var pair = new Pair(line(name, chance), line(second, chance), isSame);
            if (!pair.first().equalsIgnoreCase(pair.second())) {
                return pair;
            }
        }
    }

    private static boolean same(Writing.Name first, Writing.Name second) {
        return Letters.plain(first.inOneLine()).equals(Letters.plain(second.inOneLine()));
    }

    private static String line(Writing.Name name, Chance chance) {
        var line = chance.percent(60) ? name.inOneLine() : (name.surname() + " " + name.given()).strip();
        return chance.percent(35) ? Letters.large(line) : line;
    }

    private Writing.@Nullable Name other(Person person, Chance chance) {
        var culture = person.culture();
        var kind = OTHERS.draw(chance);
        var given = kind == 1 || kind == 4
                ? population.given(culture, person.woman(), chance)
                : kind == 2 ? person.given() : nearly(person.given(), culture, chance);
        var surname = kind < 2
                ? person.surname()
                : kind == 4
                        ? population.inflected(population.surname(culture, chance), culture, person.woman(), false)
                        : population.inflected(nearly(person.root(), culture, chance), culture, person.woman(), false);
        if (given.equals(person.given()) && surname.equals(person.surname())) {
            return null;
        }
        var stranger = new Person(
                -1, culture, person.state(), person.woman(), surname, surname, null, given, person.birth(), "");
        return population.writing().write(stranger, Style.any(culture, chance));
    }

    /** One word of the name is another that looks like it. */
    private java.util.List<Part> nearly(java.util.List<Part> name, Culture culture, Chance chance) {
        var parts = new java.util.ArrayList<>(name);
        if (parts.isEmpty()) {
            return parts;
        }
        var at = chance.below(parts.size());
        var part = parts.get(at);
        if (part.list().equals("patronymic")) {
            return parts;
        }
        var list = part.list().equals("father") ? "male" : part.list();
        var near = alike.computeIfAbsent(
                culture.code() + list + part.word().original(), key -> Alike.to(part.word(), culture.list(list)));
        if (near.isEmpty()) {
            return parts;
        }
        parts.set(at, new Part(chance.of(near), part.glue(), false, part.list()));
        return parts;
    }
}
