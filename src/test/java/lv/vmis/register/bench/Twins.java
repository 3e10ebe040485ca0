package lv.vmis.register.bench;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Brothers and sisters of people in the register: like them in nearly everything, and somebody else. */
final class Twins {

    /** A row of the register and a traveller who is not that person. */
    record Pair(RegisterRow row, QueryRow traveller) {

        static final String HEAD = "eid\tsurname\tgiven\tfull\tdobs\tsex\tnat\tdoc"
                + "\tq_surname\tq_given\tq_full\tq_dob\tq_sex\tq_nat\tq_doc\tkind";

        String line() {
            return String.join(
                    "\t",
                    row.line().substring(row.rid().length() + 1),
                    traveller.surname(),
                    traveller.given(),
                    traveller.full(),
                    traveller.dob(),
                    traveller.sex(),
                    traveller.nat(),
                    traveller.doc(),
                    traveller.cat());
        }

        static Pair parse(String line) {
            var cells = line.split("\t", -1);
            return new Pair(
                    RegisterRow.parse("\t" + String.join("\t", List.of(cells).subList(0, 8))),
                    new QueryRow(
                            "", "", cells[8], cells[9], cells[10], cells[11], cells[12], cells[13], cells[14],
                            cells[15]));
        }
    }

    /** Of 100 pairs; "alike" are twins whose given names differ by little: Hasan and Husein, Marina and Marija. */
    private static final Shares<String> KINDS = new Shares<String>()
            .add(34, "twin")
            .add(30, "twin-alike")
            .add(10, "twin-brother-sister")
            .add(18, "sibling")
            .add(8, "sibling-alike");

    private final Population population;
    private final Rows rows;
    private final Map<String, List<Word>> alike = new HashMap<>();

    Twins(Population population) {
        this.population = population;
        this.rows = new Rows(population);
    }

    Pair pair(long number, long people) {
        var chance = Chance.of(population.seed() + 4, number);
        while (true) {
            var person = population.person(chance.below((int) people));
            var row = rows.of(person).getFirst();
            var kind = KINDS.draw(chance);
            if (!row.full().isEmpty() || row.dobs().isEmpty() || !person.birth().isFull()) {
                continue;
            }
            var sibling = sibling(person, kind, chance);
            var style = Style.any(person.culture(), chance);
            var name = population.writing().write(sibling, style);
            var written = population.writing().write(person, style);
            if (Letters.plain(name.given()).equals(Letters.plain(written.given()))
                    || name.given().isEmpty()) {
                continue;
            }
            if (chance.percent(40)) {
                name = MachineZone.read(name);
            }
            return new Pair(
                    row,
                    new QueryRow(
                            "T%05d".formatted(number),
                            "",
                            name.surname(),
                            name.given(),
                            "",
                            sibling.birth().toString(),
                            sibling.sex(),
                            sibling.state(),
                            sibling.document(),
                            kind));
        }
    }

    private Person sibling(Person person, String kind, Chance chance) {
        var culture = person.culture();
        var woman = kind.equals("twin-brother-sister") != person.woman();
        var given = kind.equals("twin-brother-sister") && !chance.percent(50)
                ? population.given(culture, woman, chance)
                : otherGiven(person, woman, kind.endsWith("alike"), chance);
        var birth = person.birth();
        if (kind.startsWith("sibling")) {
            var date = birth.date().plusDays((chance.percent(50) ? 1 : -1) * (long) chance.between(300, 2900));
            birth = chance.percent(12)
                    ? new BirthDate(date.getYear(), birth.month(), Math.min(birth.day(), 28))
                    : BirthDate.of(date);
        }
        var surname =
                woman == person.woman() ? person.surname() : population.inflected(person.root(), culture, woman, false);
        return new Person(
                person.number(),
                culture,
                person.state(),
                woman,
                person.root(),
                surname,
                null,
                given,
                birth,
                document(person, chance));
    }

    /** Parents fetch the passports of their children together: one in three pairs has neighbouring numbers. */
    private String document(Person person, Chance chance) {
        var own = person.document();
        var last = own.charAt(own.length() - 1);
        if (chance.percent(33) && Character.isDigit(last) && last != '9') {
            return own.substring(0, own.length() - 1) + (char) (last + 1);
        }
        return population.states().document(person.state(), chance);
    }

    /** What a family shares stays: the father's name, a middle name, the syllable of a generation. */
    private List<Part> otherGiven(Person person, boolean woman, boolean isAlike, Chance chance) {
        var culture = person.culture();
        var parts = new ArrayList<>(person.given());
        var changes = new ArrayList<Integer>();
        for (var at = 0; at < parts.size(); at++) {
            if (!parts.get(at).optional()
                    && !List.of("father", "patronymic").contains(parts.get(at).list())) {
                changes.add(at);
            }
        }
        if (changes.isEmpty()) {
            return population.given(culture, woman, chance);
        }
        var at = culture.joinsSyllables() || culture.code().equals("VN") ? changes.getLast() : (int) chance.of(changes);
        var part = parts.get(at);
        var list = woman == person.woman()
                        || (!part.list().equals("male") && !part.list().equals("female"))
                ? part.list()
                : woman ? "female" : "male";
        var near = isAlike
                ? alike.computeIfAbsent(
                        culture.code() + list + part.word().original(),
                        key -> Alike.to(part.word(), culture.list(list)))
                : List.<Word>of();
        var word = near.isEmpty() ? culture.list(list).draw(chance) : chance.of(near);
        parts.set(at, new Part(word, part.glue(), false, list));
        return parts;
    }
}
