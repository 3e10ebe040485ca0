package lv.vmis.register.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Alters the name of a person by one kind. Where a kind cannot be, there is no answer, and another person is taken. */
final class NameChange {

    private final Population population;
    private final Writing writing;

    NameChange(Population population) {
        this.population = population;
        this.writing = population.writing();
    }

    Writing.@Nullable Name change(NameKind kind, Person person, Writing.Name known, Chance chance) {
        return switch (kind) {
            case SAME -> known;
            case MACHINE -> machine(known);
            case TRUNCATED -> MachineZone.truncated(longest(person, known, chance), chance);
            case SPELLING -> spelled(person, known, chance);
            case NATIVE ->
                person.culture().hasOwnScript()
                        ? writing.write(person, Style.any(person.culture(), Style.Script.NATIVE, chance))
                        : null;
            case LATVIAN ->
                different(writing.write(person, Style.any(person.culture(), Style.Script.LATVIAN, chance)), known);
            case TYPO1 -> different(Typos.once(known, chance), known);
            case TYPO2 -> different(Typos.once(Typos.once(known, chance), chance), known);
            case SWAPPED ->
                known.surname().isEmpty() || known.given().isEmpty()
                        ? null
                        : new Writing.Name(known.given(), known.surname());
            case DROPPED -> dropped(known, chance);
            case ADDED -> added(person, known, chance);
            case JOINED -> different(chance.percent(70) ? joined(known, chance) : split(known, chance), known);
            case MARRIED -> married(person, known, chance);
        };
    }

    private static Writing.@Nullable Name machine(Writing.Name known) {
        var read = MachineZone.read(known);
        return read.surname().isEmpty() && read.given().isEmpty() ? null : read;
    }

    /** Documents that have to be cut are those that write everything. */
    private Writing.Name longest(Person person, Writing.Name known, Chance chance) {
        var style = Style.any(person.culture(), chance);
        var all = writing.write(
                person,
                new Style(Style.Script.LATIN, style.seed(), style.school(), style.habit(), style.joint(), true));
        return all.inOneLine().length() > known.inOneLine().length() && chance.percent(70) ? all : known;
    }

    private Writing.@Nullable Name spelled(Person person, Writing.Name known, Chance chance) {
        for (var attempt = 0; attempt < 12; attempt++) {
            var name = writing.write(person, Style.any(person.culture(), chance));
            if (!heart(name).equals(heart(known))) {
                return name;
            }
        }
        return null;
    }

    /** What is spelled: the surname and the first given name, whether or not a patronymic follows. */
    private static String heart(Writing.Name name) {
        return Letters.plain(name.surname()) + " " + Letters.plain(name.given().split(" ")[0]);
    }

    private static Writing.@Nullable Name different(Writing.Name name, Writing.Name known) {
        return name.surname().equalsIgnoreCase(known.surname()) && name.given().equalsIgnoreCase(known.given())
                ? null
                : name;
    }

    private static Writing.@Nullable Name dropped(Writing.Name known, Chance chance) {
        var surname = new ArrayList<>(List.of(known.surname().split("[ -]")));
        var given = new ArrayList<>(List.of(known.given().split("[ -]")));
        if (surname.size() + given.size() < 3) {
            return null;
        }
        var fromGiven = given.size() > 1 && (surname.size() < 2 || chance.percent(60));
        var from = fromGiven ? given : surname;
        var at = fromGiven && chance.percent(75) ? from.size() - 1 : chance.below(from.size());
        if (fromGiven && chance.percent(25) && from.get(at).length() > 1) {
            from.set(at, from.get(at).substring(0, 1));
        } else {
            from.remove(at);
        }
        return new Writing.Name(String.join(" ", surname), String.join(" ", given));
    }

    private Writing.@Nullable Name added(Person person, Writing.Name known, Chance chance) {
        var style = Style.any(person.culture(), chance);
        var culture = person.culture();
        var all = writing.write(
                person,
                new Style(Style.Script.LATIN, style.seed(), style.school(), style.habit(), style.joint(), true));
        var count = known.given().split("[ -]").length;
        var more = all.given().split(" ");
        if (more.length > count) {
            return new Writing.Name(
                    known.surname(),
                    known.given() + " " + String.join(" ", Arrays.copyOfRange(more, count, more.length)));
        }
        if (chance.percent(45)) {
            var surname =
                    population.inflected(population.surname(culture, chance), culture, person.woman(), person.woman());
            var another = writing.write(person.withSurname(surname), style).surname();
            return new Writing.Name(
                    chance.percent(60) ? known.surname() + " " + another : another + " " + known.surname(),
                    known.given());
        }
        var word = culture.joinsSyllables()
                ? chance.of(List.of("David", "John", "Anna", "Peter", "Grace", "Maria"))
                : writing.write(
                        List.of(new Part(
                                culture.list(person.woman() ? "female" : "male").draw(chance), ' ', false, "male")),
                        person,
                        style,
                        false);
        return new Writing.Name(
                known.surname(), chance.percent(65) ? known.given() + " " + word : word + " " + known.given());
    }

    private static Writing.Name joined(Writing.Name known, Chance chance) {
        var inGiven = known.given().matches(".*[ -].*");
        var inSurname = known.surname().matches(".*[ -].*");
        if (inSurname && (!inGiven || chance.percent(50))) {
            return new Writing.Name(joint(known.surname(), chance), known.given());
        }
        return new Writing.Name(known.surname(), joint(known.given(), chance));
    }

    /** One space or hyphen vanishes, or a hyphen becomes a space. */
    private static String joint(String text, Chance chance) {
        var places = new ArrayList<Integer>();
        for (var at = 0; at < text.length(); at++) {
            if (text.charAt(at) == ' ' || text.charAt(at) == '-') {
                places.add(at);
            }
        }
        if (places.isEmpty()) {
            return text;
        }
        int at = chance.of(places);
        var rest = text.substring(at + 1);
        return text.charAt(at) == '-' && chance.percent(40)
                ? text.substring(0, at) + " " + rest
                : text.substring(0, at) + rest.toLowerCase(java.util.Locale.ROOT);
    }

    private static Writing.Name split(Writing.Name known, Chance chance) {
        if (chance.percent(50) && known.given().length() > 6) {
            return new Writing.Name(known.surname(), split(known.given(), chance));
        }
        return new Writing.Name(split(known.surname(), chance), known.given());
    }

    private static String split(String text, Chance chance) {
        var words = text.split(" ");
        var longest = Arrays.stream(words)
                .max(java.util.Comparator.comparingInt(String::length))
                .orElse("");
        if (longest.length() < 6) {
            return text;
        }
        var at = chance.between(2, longest.length() - 3);
        var parted = longest.substring(0, at) + " " + longest.substring(at);
        return Arrays.stream(words)
                .map(word -> word.equals(longest) ? Letters.titled(parted, java.util.Locale.ROOT) : word)
                .collect(Collectors.joining(" "));
    }

    /** Mostly women: a new surname, at times together with the old one, one in five of another culture. */
    private Writing.@Nullable Name married(Person person, Writing.Name known, Chance chance) {
        if (!person.woman() && !chance.percent(6)) {
            return null;
        }
        var culture = chance.percent(80) ? person.culture() : chance.of(population.cultures());
        var surname = population.inflected(population.surname(culture, chance), culture, person.woman(), true);
        var husband = new Person(
                person.number(),
                culture,
                person.state(),
                person.woman(),
                surname,
                surname,
                null,
                surname,
                person.birth(),
                person.document());
        var style = Style.any(culture, chance);
        var name = writing.write(surname, husband, style, true);
        if (Letters.plain(name).equals(Letters.plain(known.surname()))) {
            return null;
        }
        return new Writing.Name(
                chance.percent(20) ? known.surname() + (chance.percent(70) ? "-" : " ") + name : name, known.given());
    }
}
