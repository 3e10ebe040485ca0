package lv.vmis.register.bench;

import java.util.ArrayList;
import java.util.List;

/**
 * The rows that a register has of a person, 1.4 on average: the first as the officials met him, then other
 * transliterations, Latvianised names, former surnames, what a machine read, what he said another time.
 */
final class Rows {

    /** A second row and more: 70 % of people have one row, 22 % two, 6 % three, 2 % four. */
    private static final Shares<Integer> COUNTS =
            new Shares<Integer>().add(70, 1).add(22, 2).add(6, 3).add(2, 4);

    private enum Kind {
        SPELLING,
        LATVIAN,
        FORMER,
        NATIVE,
        SHORT,
        MACHINE,
        LINE
    }

    private static final Shares<Kind> FURTHER = new Shares<Kind>()
            .add(38, Kind.SPELLING)
            .add(20, Kind.LATVIAN)
            .add(12, Kind.FORMER)
            .add(6, Kind.NATIVE)
            .add(8, Kind.SHORT)
            .add(10, Kind.MACHINE)
            .add(6, Kind.LINE);

    private final Population population;

    Rows(Population population) {
        this.population = population;
    }

    static String eid(Person person) {
        return "E%08d".formatted(person.number());
    }

    List<RegisterRow> of(Person person) {
        var chance = Chance.of(population.seed() + 1, person.number());
        var count = COUNTS.draw(chance);
        var style = Style.any(person.culture(), chance);
        var rows = new ArrayList<RegisterRow>(count);
        rows.add(first(person, style, chance));
        for (var number = 1; number < count; number++) {
            rows.add(further(person, number, chance));
        }
        return rows;
    }

    private RegisterRow first(Person person, Style style, Chance chance) {
        var kind = chance.fraction();
        var written = kind < 0.93 ? style : kind < 0.98 ? style.as(Style.Script.LATVIAN) : ownScript(person, style);
        var name = population.writing().write(person, written);
        if (chance.percent(2)) {
            name = Typos.once(name, chance);
        }
        if (chance.percent(26)) {
            name = new Writing.Name(Letters.ofMachine(name.surname()), Letters.ofMachine(name.given()));
            if (name.surname().isEmpty() && name.given().isEmpty()) {
                name = population.writing().write(person, style);
            }
        }
        var dobs = new ArrayList<String>();
        if (!chance.percent(0.5)) {
            dobs.add(person.birth().toString());
        }
        if (chance.percent(1.5)) {
            dobs.add(DateKind.near(person.birth(), chance).toString());
        }
        return row(person, 0, name, chance.percent(1.2), dobs, chance.percent(84) ? person.document() : "", chance);
    }

    private RegisterRow further(Person person, int number, Chance chance) {
        var kind = FURTHER.draw(chance);
        var style = Style.any(person.culture(), chance);
        var writing = population.writing();
        var former = person.former();
        var name = switch (kind) {
            case SPELLING, LINE -> writing.write(person, style);
            case LATVIAN -> writing.write(person, style.as(Style.Script.LATVIAN));
            case FORMER -> writing.write(former == null ? person : person.withSurname(former), style);
            case NATIVE -> writing.write(person, ownScript(person, style));
            case SHORT -> shortened(writing.write(person, style));
            case MACHINE -> {
                var spelled = writing.write(person, style);
                yield new Writing.Name(Letters.ofMachine(spelled.surname()), Letters.ofMachine(spelled.given()));
            }
        };
        var dobs = new ArrayList<String>();
        var date = chance.fraction();
        if (date < 0.9) {
            dobs.add(person.birth().toString());
        } else if (date < 0.94) {
            dobs.add(DateKind.near(person.birth(), chance).toString());
        } else if (date < 0.98) {
            dobs.add(new BirthDate(person.birth().year(), 0, 0).toString());
        }
        var paper = chance.fraction();
        var document = paper < 0.2
                ? person.document()
                : paper < 0.65 ? population.states().document(person.state(), chance) : "";
        return row(person, number, name, kind == Kind.LINE, dobs, document, chance);
    }

    private static Style ownScript(Person person, Style style) {
        return person.culture().hasOwnScript() ? style.as(Style.Script.NATIVE) : style;
    }

    private static Writing.Name shortened(Writing.Name name) {
        var given = name.given().split(" ");
        var surname = name.surname().split("[ -]");
        return given.length > 1
                ? new Writing.Name(name.surname(), given[0])
                : surname.length > 1 ? new Writing.Name(surname[surname.length - 1], name.given()) : name;
    }

    private static RegisterRow row(
            Person person, int number, Writing.Name name, boolean line, List<String> dobs, String doc, Chance chance) {
        var full = line ? chance.percent(50) ? name.inOneLine() : (name.surname() + " " + name.given()).strip() : "";
        return new RegisterRow(
                "R%08d-%d".formatted(person.number(), number),
                eid(person),
                line ? "" : name.surname(),
                line ? "" : name.given(),
                full,
                List.copyOf(dobs),
                chance.percent(3) ? "" : person.sex(),
                chance.percent(2) ? "" : person.state(),
                doc);
    }
}
