package lv.vmis.register.bench;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Travellers as a border sees them. Shares among 100 queries for people of the register:
 *
 * <pre>
 * name      same 11 · MRZ 11 · MRZ truncated 6 · other transliteration 17 · native script 6 · Latvianised 8 ·
 *           one typo 10 · two typos 6 · order swapped 6 · part dropped 6 · part added 4 · joined or split 4 · new surname 5
 * date      exact 64 · missing 4.5 · partial 7 · day and month swapped 6.5 · one digit 7.5 · year ±1 6.5 · different 4
 * document  the same 24 · one confusable character 4 · another 44 · none 28
 * sex       missing 6 · changed 1.5        State  missing 5 · changed 4 · historic (SUN, YUG …) 1.5
 * form      large letters 45 · names in one field 6 (in either order) · a raw line of the MRZ 15 of the MRZ kinds
 * </pre>
 *
 * Travellers who are not in the register are people of the same population by another seed: written by the same kinds,
 * with dates as missing and as partial, and with a document as often, so that nothing but the person tells them apart.
 */
final class Border {

    private static final Shares<NameKind> NAMES = new Shares<>();
    private static final Shares<DateKind> DATES = new Shares<>();

    static {
        for (var kind : NameKind.values()) {
            NAMES.add(kind.share, kind);
        }
        for (var kind : DateKind.values()) {
            DATES.add(kind.share, kind);
        }
    }

    private enum Paper {
        SAME,
        CONFUSED,
        OTHER,
        NONE
    }

    private static final Shares<Paper> PAPERS = new Shares<Paper>()
            .add(24, Paper.SAME)
            .add(4, Paper.CONFUSED)
            .add(44, Paper.OTHER)
            .add(28, Paper.NONE);

    /** Beyond the numbers of any register. */
    private static final long STRANGERS = 1L << 40;

    private final Population population;
    private final Rows rows;
    private final NameChange names;

    Border(Population population) {
        this.population = population;
        this.rows = new Rows(population);
        this.names = new NameChange(population);
    }

    /** Somebody out of the first people of the register. */
    QueryRow known(long number, long people) {
        var chance = Chance.of(population.seed() + 2, number);
        while (true) {
            var kind = NAMES.draw(chance);
            var date = DATES.draw(chance);
            // The kind stands, the person is looked for, so that rare kinds keep their shares.
            for (var attempt = 0; attempt < 400; attempt++) {
                var person = population.person(chance.below((int) people));
                var query = query("Q%05d".formatted(number), person, true, kind, date, chance);
                if (query != null) {
                    return query;
                }
            }
        }
    }

    /** Somebody who is not in the register. */
    QueryRow stranger(long number) {
        var chance = Chance.of(population.seed() + 3, number);
        while (true) {
            var kind = NAMES.draw(chance);
            var date = DATES.draw(chance);
            for (var attempt = 0; attempt < 400; attempt++) {
                var person = population.person(STRANGERS + (chance.number() >>> 25));
                var query = query("N%05d".formatted(number), person, false, kind, date, chance);
                if (query != null) {
                    return query;
                }
            }
        }
    }

    private @Nullable QueryRow query(
            String qid, Person person, boolean isKnown, NameKind kind, DateKind date, Chance chance) {
        var row = base(person, chance);
        if (row == null && kind != NameKind.SPELLING && kind != NameKind.LATVIAN && kind != NameKind.NATIVE) {
            // The register has no Latin name that could be altered.
            return null;
        }
        var known = row == null
                ? population.writing().write(person, Style.any(person.culture(), chance))
                : new Writing.Name(row.surname(), row.given());
        var changed = names.change(kind, person, known, chance);
        if (changed == null) {
            return null;
        }
        // A stranger's date is his own: only what is missing of it can be told.
        var ofStranger = date == DateKind.MISSING || date == DateKind.PARTIAL ? date : DateKind.EXACT;
        var birth = (isKnown ? date : ofStranger).change(person.birth(), chance);
        if (birth == null) {
            return null;
        }
        var name = kind == NameKind.SAME || kind == NameKind.NATIVE || !chance.percent(45)
                ? changed
                : new Writing.Name(Letters.large(changed.surname()), Letters.large(changed.given()));
        var isMachine = kind == NameKind.MACHINE || kind == NameKind.TRUNCATED;
        var full = isMachine && chance.percent(15)
                ? MachineZone.raw(name)
                : !isMachine && chance.percent(6) ? line(name, chance) : "";
        return new QueryRow(
                qid,
                isKnown ? Rows.eid(person) : "",
                full.isEmpty() ? name.surname() : "",
                full.isEmpty() ? name.given() : "",
                full,
                birth,
                chance.percent(6) ? "" : chance.percent(1.5) ? person.woman() ? "M" : "F" : person.sex(),
                state(person, chance),
                document(person, row, isKnown, chance),
                kind.word + "/" + (isKnown ? date : ofStranger).word);
    }

    /** What the register knows of the name by parts and in Latin letters, if anything. */
    private @Nullable RegisterRow base(Person person, Chance chance) {
        var known = rows.of(person).stream()
                .filter(row -> row.full().isEmpty()
                        && row.name()
                                .codePoints()
                                .allMatch(point -> point < 0x250 || (point >= 0x1E00 && point < 0x1F00)))
                .toList();
        return known.isEmpty() ? null : chance.of(known);
    }

    private static String line(Writing.Name name, Chance chance) {
        return chance.percent(50) ? name.inOneLine() : (name.surname() + " " + name.given()).strip();
    }

    private String state(Person person, Chance chance) {
        var before = population.states().before(person.state());
        if (before != null && person.birth().year() < 1992 && chance.percent(2.5)) {
            return before;
        }
        var kind = chance.fraction();
        if (kind < 0.05) {
            return "";
        }
        if (kind < 0.09) {
            return chance.percent(60)
                    ? person.culture().states().draw(chance)
                    : chance.of(population.states().codes());
        }
        return person.state();
    }

    private String document(Person person, @Nullable RegisterRow row, boolean isKnown, Chance chance) {
        var paper = PAPERS.draw(chance);
        if (!isKnown) {
            return paper == Paper.NONE ? "" : person.document();
        }
        var registered = row == null || row.doc().isEmpty()
                ? rows.of(person).stream()
                        .map(RegisterRow::doc)
                        .filter(doc -> !doc.isEmpty())
                        .findFirst()
                        .orElse(person.document())
                : row.doc();
        return switch (paper) {
            case SAME -> registered;
            case CONFUSED -> confused(registered, chance);
            case OTHER -> population.states().document(person.state(), chance);
            case NONE -> "";
        };
    }

    /** One character read as another that looks like it. */
    static String confused(String document, Chance chance) {
        var pairs = List.of("0O", "O0", "1I", "I1", "8B", "B8", "5S", "S5", "2Z", "Z2");
        for (var attempt = 0; attempt < 60; attempt++) {
            var pair = chance.of(pairs);
            var at = document.indexOf(pair.charAt(0), chance.below(Math.max(document.length(), 1)));
            if (at >= 0) {
                return document.substring(0, at) + pair.charAt(1) + document.substring(at + 1);
            }
        }
        return document;
    }
}
