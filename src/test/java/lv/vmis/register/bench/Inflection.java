package lv.vmis.register.bench;

import java.util.List;

/** How surnames follow the bearer's sex and how fathers' names become patronymics, per group of languages. */
final class Inflection {

    private record Ending(String of, String becomes) {}

    private static final List<Ending> RUSSIAN = endings(
            "ов ова ев ева ёв ёва ин ина ын ына ский ская цкий цкая ской ская цкой цкая ой ая ый ая ний няя ко ко");
    private static final List<Ending> UKRAINIAN =
            endings("ов ова ев ева єв єва ів ова ін іна ський ська цький цька зький зька ий а ин ин");
    private static final List<Ending> BELARUSIAN =
            endings("аў ава оў ова еў ева ёў ёва ін іна ын ына скі ская цкі цкая ы ая");
    private static final List<Ending> ORIENTAL = endings("ov ova ev eva");
    private static final List<Ending> POLISH = endings("ski ska cki cka dzki dzka");
    private static final List<Ending> GREEK = endings("όπουλος οπούλου ης η ής ή ας α άς ά ος ου ός ού ούς ού");

    private Inflection() {}

    private static List<Ending> endings(String pairs) {
        var words = pairs.split(" ");
        return java.util.stream.IntStream.range(0, words.length / 2)
                .mapToObj(at -> new Ending(words[2 * at], words[2 * at + 1]))
                .sorted(java.util.Comparator.comparingInt(ending -> -ending.of().length()))
                .toList();
    }

    /** A woman's surname. Lithuanian surnames also say whether she is married. */
    static Word ofWoman(Word surname, String inflection, boolean married) {
        return switch (inflection) {
            case "russian" -> changed(surname, RUSSIAN, RUSSIAN);
            case "ukrainian" -> changed(surname, UKRAINIAN, RUSSIAN);
            case "belarusian" -> changed(surname, BELARUSIAN, RUSSIAN);
            case "oriental" -> changed(surname, ORIENTAL, ORIENTAL);
            case "polish" -> changed(surname, POLISH, POLISH);
            case "greek" -> changed(surname, GREEK, GREEK);
            case "lithuanian" -> Word.of(lithuanian(surname.original(), married));
            default -> surname;
        };
    }

    private static Word changed(Word surname, List<Ending> own, List<Ending> other) {
        return new Word(ended(surname.original(), own), ended(surname.other(), other), surname.latin());
    }

    private static String ended(String word, List<Ending> endings) {
        for (var ending : endings) {
            if (word.endsWith(ending.of()) && word.length() > ending.of().length() + 1) {
                return word.substring(0, word.length() - ending.of().length()) + ending.becomes();
            }
        }
        return word;
    }

    private static String lithuanian(String word, boolean married) {
        for (var ending : List.of(
                "ius:ienė:iūtė", "as:ienė:aitė", "is:ienė:ytė", "ys:ienė:ytė", "us:uvienė:utė", "a:ienė:aitė")) {
            var parts = ending.split(":");
            if (word.endsWith(parts[0])) {
                return word.substring(0, word.length() - parts[0].length()) + parts[married ? 1 : 2];
            }
        }
        return word;
    }

    static Word patronymic(Word father, Culture culture, boolean woman, Chance chance) {
        return switch (culture.code()) {
            case "UA" -> new Word(ukrainian(father.original(), woman), russian(father.other(), woman), List.of());
            case "BY" -> new Word(belarusian(father.original(), woman), russian(father.other(), woman), List.of());
            case "AZ" -> Word.of(father.original() + (woman ? " qızı" : " oğlu"));
            case "UZ" ->
                chance.percent(38)
                        ? Word.of(father.original() + (woman ? " қизи" : " ўғли"))
                        : Word.of(russian(father.original(), woman));
            case "KZ" ->
                chance.percent(45)
                        ? Word.of(father.original() + (woman ? "қызы" : "ұлы"))
                        : Word.of(russian(father.original(), woman));
            default -> new Word(russian(father.original(), woman), russian(father.other(), woman), List.of());
        };
    }

    private static String russian(String father, boolean woman) {
        var stem = father.substring(0, father.length() - 1);
        var last = father.charAt(father.length() - 1);
        return switch (father) {
            case "павел" -> woman ? "павловна" : "павлович";
            case "пётр" -> woman ? "петровна" : "петрович";
            case "лев" -> woman ? "львовна" : "львович";
            case "илья" -> woman ? "ильинична" : "ильич";
            default -> {
                if (father.endsWith("ий") && father.length() > 3) {
                    var soft = "рлнс".indexOf(father.charAt(father.length() - 3)) >= 0
                            && "аеиоуыэюя".indexOf(father.charAt(father.length() - 4)) >= 0;
                    yield father.substring(0, father.length() - 2) + (soft ? "ь" : "и") + (woman ? "евна" : "евич");
                }
                yield switch (last) {
                    case 'й', 'ь' -> stem + (woman ? "евна" : "евич");
                    case 'а', 'я' -> stem + (woman ? "ична" : "ич");
                    case 'и', 'о', 'у', 'е', 'ӣ' -> father + (woman ? "евна" : "евич");
                    default -> father + (woman ? "овна" : "ович");
                };
            }
        };
    }

    private static String ukrainian(String father, boolean woman) {
        var stem = father.substring(0, father.length() - 1);
        return switch (father) {
            case "микола" -> woman ? "миколаївна" : "миколайович";
            case "ілля" -> woman ? "іллівна" : "ілліч";
            default ->
                switch (father.charAt(father.length() - 1)) {
                    case 'й' -> stem + (woman ? "ївна" : "йович");
                    case 'ь' -> stem + (woman ? "івна" : "ьович");
                    case 'о', 'а' -> stem + (woman ? "івна" : "ович");
                    default -> father + (woman ? "івна" : "ович");
                };
        };
    }

    private static String belarusian(String father, boolean woman) {
        var stem = father.substring(0, father.length() - 1);
        return switch (father.charAt(father.length() - 1)) {
            case 'й', 'ь' -> stem + (woman ? "еўна" : "евіч");
            case 'а', 'я' -> stem + (woman ? "ічна" : "іч");
            default -> father + (woman ? "аўна" : "авіч");
        };
    }
}
