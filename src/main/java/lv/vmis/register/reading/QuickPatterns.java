package lv.vmis.register.reading;

import java.time.LocalDate;
import java.util.Locale;
import java.util.regex.Pattern;
import lv.vmis.register.reading.QuickInput.CaseNumber;
import lv.vmis.register.reading.QuickInput.DateText;
import lv.vmis.register.reading.QuickInput.DecisionNumber;
import lv.vmis.register.reading.QuickInput.DocumentNumber;
import lv.vmis.register.reading.QuickInput.NameText;
import lv.vmis.register.reading.QuickInput.PersonNumber;
import lv.vmis.register.reading.QuickInput.PersonalCodeText;
import lv.vmis.register.reading.QuickInput.TooShort;
import org.jspecify.annotations.Nullable;

/** Tries the kinds of one-line input, the most particular first. */
record QuickPatterns(String typed, LocalDate today) {

    private static final Pattern CASE = Pattern.compile("L-([0-9]{4})-([0-9]{1,9})");
    private static final Pattern DECISION = Pattern.compile("(PMLP|VRS)-([RL])-([0-9]{4})-([0-9]{1,9})");
    // Passports also look like P1234567; without its hyphen a person number has leading zeros or is short.
    private static final Pattern PERSON = Pattern.compile("P(?:-([0-9]{1,9})|(0[0-9]{1,8}|[0-9]{1,6}))");
    private static final Pattern DATE =
            Pattern.compile("[~≈]? ?(?:[0-9]{1,4}[./-] ?)?[0-9]{1,2}[./-] ?[0-9]{1,4}\\.?|[~≈]? ?[0-9]{4}\\.?");
    private static final Pattern EIGHT_DIGITS = Pattern.compile("[0-9]{8}");
    // A series is at most three letters; longer words beside digits are names with a year.
    private static final Pattern DOCUMENT = Pattern.compile(
            "(?:[A-Z]{1,3}[ /-]{1,2})?(?:[A-Z0-9]+|[0-9]+(?:[ /-][0-9]+)+|[A-Z]{1,3}[0-9]+(?:[ /-][A-Z0-9]{1,9})+)");
    private static final int SHORTEST_DOCUMENT = 5;
    private static final int LONGEST_DOCUMENT = 20;
    private static final int SHORTEST_NAME = 3;

    QuickInput recognise() {
        var code = PersonalCode.parse(typed);
        if (!(code instanceof PersonalCode.Reading.NotACode) && !isOtherNumber(code)) {
            return new PersonalCodeText(code);
        }
        var capitals = typed.toUpperCase(Locale.ROOT).replaceAll(" ?[-‐‑‒–—−] ?", "-");
        var number = registerNumber(capitals);
        if (number != null) {
            return number;
        }
        if (DATE.matcher(typed).matches() || EIGHT_DIGITS.matcher(typed).matches()) {
            var date = FlexibleDate.parse(typed, today, FlexibleDate.Mode.BIRTH);
            if (isDate(date)) {
                return new DateText(date);
            }
        }
        return documentOrName(capitals);
    }

    // Eleven digits in a row that are no personal code at all may be a foreign document.
    private boolean isOtherNumber(PersonalCode.Reading code) {
        return code instanceof PersonalCode.Reading.ImpossibleDate
                && typed.chars().allMatch(Latin::isDigit);
    }

    private static @Nullable QuickInput registerNumber(String capitals) {
        var found = CASE.matcher(capitals);
        if (found.matches()) {
            return new CaseNumber("L-" + found.group(1) + "-" + padded(found.group(2), 6));
        }
        var decision = DECISION.matcher(capitals);
        if (decision.matches()) {
            return new DecisionNumber(decision.group(1) + "-" + decision.group(2) + "-" + decision.group(3) + "-"
                    + padded(decision.group(4), 5));
        }
        var person = PERSON.matcher(capitals);
        if (person.matches()) {
            var digits = person.group(1) != null ? person.group(1) : person.group(2);
            return new PersonNumber("P-" + padded(digits, 7));
        }
        return null;
    }

    private static String padded(String digits, int width) {
        var number = digits.replaceFirst("^0+(?=.)", "");
        return "0".repeat(Math.max(0, width - number.length())) + number;
    }

    // Eight digits that are no day may still be a document; with dots between them they can only be a wrong date.
    private boolean isDate(FlexibleDate date) {
        return switch (date) {
            case FlexibleDate.Day _, FlexibleDate.Partial _ -> true;
            case FlexibleDate.Impossible _ -> !EIGHT_DIGITS.matcher(typed).matches();
            case FlexibleDate.Unknown _, FlexibleDate.Empty _, FlexibleDate.NotADate _ -> false;
        };
    }

    private QuickInput documentOrName(String capitals) {
        var joined = capitals.replaceAll("[ /-]", "");
        boolean fits = joined.length() >= SHORTEST_DOCUMENT && joined.length() <= LONGEST_DOCUMENT;
        if (fits
                && joined.chars().anyMatch(Latin::isDigit)
                && DOCUMENT.matcher(latinLookalikes(capitals)).matches()) {
            return new DocumentNumber(joined, DocumentNumbers.key(joined));
        }
        long letters = typed.codePoints().filter(Character::isLetter).count();
        boolean ideographs = typed.codePoints().anyMatch(Character::isIdeographic);
        return letters >= (ideographs ? 2 : SHORTEST_NAME) ? new NameText(typed, NameKey.of(typed)) : new TooShort();
    }

    // Series in Cyrillic letters (АВ 1234567) have the shape of a document number too.
    private static String latinLookalikes(String capitals) {
        return capitals.replaceAll("[А-ЯЁІЇЄҐЎ]", "A");
    }
}
