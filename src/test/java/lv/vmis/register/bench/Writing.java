package lv.vmis.register.bench;

import java.util.List;
import java.util.Map;

/** Writes the names of a person in a style. */
final class Writing {

    /** A surname and given names as one paper has them. */
    record Name(String surname, String given) {

        String inOneLine() {
            return (given + " " + surname).strip();
        }
    }

    private final Latvian latvian;

    Writing(Map<String, Spelling> spellings) {
        this.latvian = new Latvian(spellings);
    }

    Name write(Person person, Style style) {
        return new Name(write(person.surname(), person, style, true), write(person.given(), person, style, false));
    }

    String write(List<Part> parts, Person person, Style style, boolean surname) {
        var culture = person.culture();
        var text = new StringBuilder();
        for (var part : parts) {
            // A patronymic is not part of a Latvian name.
            if (part.optional() && (!style.writesOptional() || style.script() == Style.Script.LATVIAN)) {
                continue;
            }
            var word = word(part, person, style, surname);
            if (!text.isEmpty() && !word.isEmpty()) {
                text.append(glue(part.glue(), style, culture));
            }
            text.append(word);
        }
        var written = text.toString().strip().replaceAll("[ -]{2,}", " ");
        // A school that keeps the dotless i also begins words with a dotted one.
        return style.script() == Style.Script.NATIVE
                        || style.school().spelling().write("ı").equals("ı")
                ? Letters.titled(written, culture.locale())
                : Letters.titled(written, java.util.Locale.ROOT);
    }

    private static String glue(char glue, Style style, Culture culture) {
        if (style.script() == Style.Script.NATIVE && culture.joinsSyllables()) {
            return "";
        }
        return switch (glue) {
            case '+' -> "";
            case '~' -> style.joint();
            case '-' -> style.habit() < 0.25 ? " " : "-";
            default -> " ";
        };
    }

    private String word(Part part, Person person, Style style, boolean surname) {
        var word = part.word();
        return switch (style.script()) {
            case NATIVE -> word.original();
            case LATVIAN -> {
                var woman = person.woman() && !part.list().equals("father");
                yield latvian.write(word, person.culture(), woman, surname);
            }
            case LATIN ->
                word.latin().isEmpty()
                        ? spelled(word, person.culture(), style)
                        : variant(word, person.culture(), style);
        };
    }

    /** A school is kept through the name, as a rule; one word in ten is written as somebody else would. */
    private static String spelled(Word word, Culture culture, Style style) {
        var chance = Chance.of(style.seed(), word.original().hashCode());
        var school = chance.percent(10) ? culture.schools().draw(chance) : style.school();
        return school.spelling().write(school.ofOther() ? word.other() : word.original());
    }

    private static String variant(Word word, Culture culture, Style style) {
        var chance = Chance.of(style.seed(), word.original().hashCode());
        var at = chance.percent(50) ? style.habit() : chance.fraction();
        var spellings = word.latin();
        if (spellings.size() == 1 || at * 100 < culture.first()) {
            return spellings.getFirst();
        }
        // Each further spelling is 0.6 times as common as the one before.
        var rest = (at * 100 - culture.first()) / (100 - culture.first());
        var total = 1 - Math.pow(0.6, spellings.size() - 1);
        var place = (int) (Math.log(1 - rest * total) / Math.log(0.6));
        return spellings.get(Math.min(1 + place, spellings.size() - 1));
    }
}
