package lv.vmis.register.reading;

import java.text.Normalizer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import lv.vmis.register.reading.CheckDigit.Field;
import lv.vmis.register.reading.CheckDigit.Suggestion;
import lv.vmis.register.reading.Mrz.Problem;
import lv.vmis.register.reading.Mrz.Sex;
import lv.vmis.register.reading.MrzFormat.Span;
import org.jspecify.annotations.Nullable;

/** Finds the lines of a machine readable zone in a text and takes them apart. */
final class MrzReader {

    /** Ten times the longest zone: room for blanks and line breaks, none for an attack. */
    static final int LIMIT = 1000;

    private static final int LONGEST_ZONE = 100;
    private static final int SHORTEST_ZONE = 50;
    /** Fewer cannot be dates with their check digits, even if the birth is unknown. */
    private static final int FEWEST_DIGITS = 4;

    private static final Pattern BREAK = Pattern.compile("\\R");
    private static final Pattern BLANK = Pattern.compile("[\\s\\u00A0\\u200B\\uFEFF]");
    private static final Pattern ZONE = Pattern.compile("[A-Z0-9<]+");
    private static final Pattern DIGIT = Pattern.compile(".*[0-9].*");

    private MrzReader() {}

    static MrzReading read(String text, LocalDate today) {
        if (text.length() > LIMIT) {
            return new MrzReading.TooLong(text.length(), LIMIT);
        }
        var capitals = Normalizer.normalize(text, Normalizer.Form.NFKC)
                .toUpperCase(Locale.ROOT)
                .replace('‹', '<');
        var candidates = new ArrayList<Mrz>();
        // A French quote may have been typed for one filler or stand for two.
        for (var quote : List.of("<", "<<")) {
            addCandidates(capitals.replace("«", quote), today, candidates);
        }
        return candidates.stream()
                .reduce((best, next) -> faults(next) < faults(best) ? next : best)
                .<MrzReading>map(MrzReading.Read::new)
                .orElseGet(() -> explain(capitals));
    }

    private static int faults(Mrz mrz) {
        return mrz.problems().size()
                + (int) mrz.checks().stream().filter(check -> !check.ok()).count();
    }

    private static void addCandidates(String text, LocalDate today, List<Mrz> found) {
        var tight = lines(text, "");
        var spaced = lines(text, "<");
        // Without blanks nothing says that fillers are missing, and filling up would hide a lost character.
        boolean hasBlanks = !spaced.equals(tight);
        for (var format : MrzFormat.values()) {
            addIfZone(format, fit(format, tight, false), today, found);
            addIfZone(format, fit(format, List.of(String.join("", tight)), false), today, found);
            addIfZone(format, fit(format, spaced, hasBlanks), today, found);
        }
    }

    private static List<String> lines(String text, String forBlank) {
        var lines = new ArrayList<String>();
        for (var line : BREAK.split(text)) {
            var stripped = BLANK.matcher(line.strip()).replaceAll(forBlank);
            if (!stripped.isEmpty()) {
                lines.add(stripped);
            }
        }
        return lines;
    }

    /** The lines as one text of the format's length, or {@code null} if they are not of this format. */
    private static @Nullable String fit(MrzFormat format, List<String> lines, boolean pad) {
        if (lines.isEmpty()
                || lines.getFirst().isEmpty()
                || !format.opensWith(lines.getFirst().charAt(0))) {
            return null;
        }
        if (lines.size() == 1) {
            // Only TD1 ends with a name, and only there can blanks at the end have been fillers.
            var text = lines.getFirst();
            return pad && format == MrzFormat.TD1 ? fill(text, format.length(), 60) : exact(text, format.length());
        }
        if (lines.size() != format.lines()) {
            return null;
        }
        var text = new StringBuilder();
        for (int i = 0; i < lines.size(); i++) {
            var line = lines.get(i);
            // The second line ends with a check digit and cannot have lost anything; a name line may have lost fillers.
            boolean isNames = i == format.names.from() / format.width();
            boolean mayBeShort = i != 1 && (pad || (isNames && line.endsWith("<")));
            var fitted = mayBeShort ? fill(line, format.width(), 6) : exact(line, format.width());
            if (fitted == null) {
                return null;
            }
            text.append(fitted);
        }
        return text.toString();
    }

    private static @Nullable String exact(String text, int length) {
        return text.length() == length ? text : null;
    }

    private static @Nullable String fill(String text, int length, int least) {
        if (text.length() > length || text.length() < least) {
            return null;
        }
        return text + "<".repeat(length - text.length());
    }

    private static void addIfZone(MrzFormat format, @Nullable String text, LocalDate today, List<Mrz> found) {
        if (text != null && ZONE.matcher(text).matches() && hasDates(format, text)) {
            found.add(fields(
                    format,
                    text,
                    MrzDate.birth(format.birth.in(text), today),
                    MrzDate.expiry(format.expiry.in(text), today)));
        }
    }

    // Prose of the right length has letters where dates stand; a zone has at most a few misread ones.
    private static boolean hasDates(MrzFormat format, String text) {
        var dates = text.substring(format.birth.from(), format.birthCheck + 1)
                + text.substring(format.expiry.from(), format.expiryCheck + 1);
        long digits = dates.chars().filter(Latin::isDigit).count();
        long fillers = dates.chars().filter(c -> c == '<').count();
        return digits >= FEWEST_DIGITS && digits + fillers >= dates.length() - 4;
    }

    private static MrzReading explain(String capitals) {
        var lines = lines(capitals.replace("«", "<"), "");
        var all = String.join("", lines);
        if (all.length() < SHORTEST_ZONE
                || all.length() > LONGEST_ZONE
                || !ZONE.matcher(all).matches()
                || !all.contains("<<")
                || all.chars().filter(Latin::isDigit).count() < FEWEST_DIGITS) {
            return new MrzReading.NotMrz();
        }
        return switch (all.charAt(0)) {
            case 'V' -> new MrzReading.Visa();
            case 'A', 'C', 'I', 'P' ->
                new MrzReading.WrongLength(lines.stream().map(String::length).toList());
            default -> new MrzReading.NotMrz();
        };
    }

    /** Takes apart a text of the format's length that holds nothing but A to Z, 0 to 9 and fillers. */
    static Mrz fields(MrzFormat format, String text, MrzDate birth, MrzDate expiry) {
        var number = Number.read(format, text);
        var names = format.names.in(text);
        int gap = names.indexOf("<<");
        var family = gap < 0 ? names : names.substring(0, gap);
        var given = gap < 0 ? "" : names.substring(gap);
        var sex = sex(text.charAt(format.sex));
        var problems = new ArrayList<Problem>();
        add(problems, birth.parts() == null, Problem.BIRTH_IMPOSSIBLE);
        add(problems, expiry.parts() == null, Problem.EXPIRY_IMPOSSIBLE);
        add(problems, sex.printed() != text.charAt(format.sex), Problem.SEX_UNREADABLE);
        add(problems, hasDigit(names), Problem.NAME_HAS_DIGITS);
        add(problems, words(family).isEmpty(), Problem.NAME_MISSING);
        add(problems, hasDigit(MrzFormat.ISSUER.in(text)), Problem.ISSUER_HAS_DIGITS);
        add(problems, hasDigit(format.nationality.in(text)), Problem.NATIONALITY_HAS_DIGITS);
        add(problems, number.text().isBlank(), Problem.NUMBER_MISSING);
        return new Mrz(
                format,
                trimmed(MrzFormat.CODE.in(text)),
                trimmed(MrzFormat.ISSUER.in(text)),
                number.text(),
                trimmed(format.nationality.in(text)),
                words(family),
                words(given),
                names.charAt(names.length() - 1) != '<',
                birth,
                sex,
                expiry,
                number.optionalData(),
                trimmed(format.moreOptional.in(text)),
                checks(format, text, number),
                problems);
    }

    private static void add(List<Problem> problems, boolean found, Problem problem) {
        if (found) {
            problems.add(problem);
        }
    }

    private static boolean hasDigit(String text) {
        return DIGIT.matcher(text).matches();
    }

    private static Sex sex(char printed) {
        return switch (printed) {
            case 'F' -> Sex.FEMALE;
            case 'M' -> Sex.MALE;
            default -> Sex.UNSPECIFIED;
        };
    }

    private static String words(String printed) {
        return printed.replaceAll("<+", " ").strip();
    }

    private static String trimmed(String printed) {
        return printed.replaceAll("<+$", "");
    }

    /** The document number, the positions it stands on, its check digit and what is left of the optional field. */
    private record Number(String text, List<Span> spans, int check, String optionalData) {

        static Number read(MrzFormat format, String text) {
            var main = format.number.in(text);
            var optional = format.optional.in(text);
            // Doc 9303-5 §4.2.2, note j: a filler instead of the check digit says that the number goes on.
            boolean isLong = format.optionalCheck < 0
                    && text.charAt(format.numberCheck) == '<'
                    && main.indexOf('<') < 0
                    && optional.charAt(0) != '<'
                    && optional.charAt(1) != '<';
            if (!isLong) {
                return new Number(
                        trimmed(main).replace('<', ' '), List.of(format.number), format.numberCheck, trimmed(optional));
            }
            int filler = optional.indexOf('<');
            int end = filler < 0 ? optional.length() : filler;
            int check = format.optional.from() + end - 1;
            var rest = new Span(format.optional.from(), check);
            return new Number(
                    main + rest.in(text),
                    List.of(format.number, rest),
                    check,
                    filler < 0 ? "" : trimmed(optional.substring(filler + 1)));
        }
    }

    private static List<CheckDigit> checks(MrzFormat format, String text, Number number) {
        var checks = new ArrayList<CheckDigit>();
        checks.add(check(format, text, Field.NUMBER, number.spans(), number.check()));
        checks.add(check(format, text, Field.BIRTH, List.of(format.birth), format.birthCheck));
        checks.add(check(format, text, Field.EXPIRY, List.of(format.expiry), format.expiryCheck));
        if (format.optionalCheck >= 0) {
            checks.add(check(format, text, Field.OPTIONAL, List.of(format.optional), format.optionalCheck));
        }
        boolean othersOk = checks.stream().allMatch(CheckDigit::ok);
        char expected = CheckDigit.of(covered(format, text));
        char printed = text.charAt(format.compositeCheck);
        // A wrong field makes the composite wrong as well; only when all fields are right does it point at the rest.
        var rest = othersOk ? uncheckedPositions(format, number) : List.<Integer>of();
        checks.add(
                digit(format, text, Field.COMPOSITE, format.composite, format.compositeCheck, rest, expected, printed));
        return checks;
    }

    private static CheckDigit check(MrzFormat format, String text, Field field, List<Span> spans, int at) {
        var covered = join(text, spans);
        char expected = CheckDigit.of(covered);
        char printed = text.charAt(at);
        // Doc 9303-4 §4.2.2: where the optional data are empty, their check digit may be a filler.
        boolean unused =
                field == Field.OPTIONAL && printed == '<' && trimmed(covered).isEmpty();
        return digit(format, text, field, spans, at, positions(spans), unused ? '<' : expected, printed);
    }

    private static CheckDigit digit(
            MrzFormat format,
            String text,
            Field field,
            List<Span> spans,
            int at,
            List<Integer> suspects,
            char expected,
            char printed) {
        boolean ok = printed == expected;
        return new CheckDigit(
                field, expected, printed, ok, ok ? null : suggest(format, text, field, spans, at, suspects));
    }

    /** The one confusable character whose swap makes the check digit right; {@code null} if none or several would. */
    private static @Nullable Suggestion suggest(
            MrzFormat format, String text, Field field, List<Span> spans, int at, List<Integer> suspects) {
        boolean isDate = field == Field.BIRTH || field == Field.EXPIRY;
        Suggestion only = null;
        var candidates = new ArrayList<>(suspects);
        candidates.add(at);
        for (int position : candidates) {
            char printed = text.charAt(position);
            // Dates and check digits are digits, so only a letter can be wrong there.
            char likely = Latin.isDigit(printed) && !isDate && position != at
                    ? DocumentNumbers.letterFor(printed)
                    : DocumentNumbers.digitFor(printed);
            if (likely == printed) {
                continue;
            }
            var swapped = new StringBuilder(text);
            swapped.setCharAt(position, likely);
            if (CheckDigit.of(join(swapped, spans)) != swapped.charAt(at)) {
                continue;
            }
            if (only != null) {
                return null;
            }
            only = new Suggestion(position / format.width() + 1, position % format.width() + 1, printed, likely);
        }
        return only;
    }

    private static List<Integer> positions(List<Span> spans) {
        var positions = new ArrayList<Integer>();
        for (var span : spans) {
            for (int i = span.from(); i < span.to(); i++) {
                positions.add(i);
            }
        }
        return positions;
    }

    private static List<Integer> uncheckedPositions(MrzFormat format, Number number) {
        if (format.optionalCheck >= 0) {
            return List.of();
        }
        var unchecked = positions(List.of(format.optional, format.moreOptional));
        unchecked.removeAll(positions(number.spans()));
        unchecked.remove(Integer.valueOf(number.check()));
        return unchecked;
    }

    private static String join(CharSequence text, List<Span> spans) {
        var joined = new StringBuilder();
        spans.forEach(span -> joined.append(text, span.from(), span.to()));
        return joined.toString();
    }

    /** What the composite check digit covers. */
    static String covered(MrzFormat format, String text) {
        return join(text, format.composite);
    }
}
