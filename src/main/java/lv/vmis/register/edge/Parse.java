package lv.vmis.register.edge;

import java.text.Normalizer;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import lv.vmis.register.kernel.Outcome;
import lv.vmis.register.kernel.PartialDate;
import lv.vmis.register.kernel.Refusal;
import lv.vmis.register.kernel.RefusalCode;
import lv.vmis.register.kernel.RegisterClock;
import lv.vmis.register.reading.FlexibleDate;
import org.jspecify.annotations.Nullable;

/** Reads a form as typed into values, and collects every mistake instead of stopping at the first. */
public final class Parse {

    /** Soft hyphens, zero-width blanks and marks that come along when text is pasted and would keep equal names apart. */
    private static final Pattern INVISIBLE =
            Pattern.compile("[\\u00AD\\u061C\\u200B\\u200E\\u200F\\u2060-\\u2064\\uFEFF]");

    private static final Pattern TIME = Pattern.compile("([01]?\\d|2[0-3])(?: ?[:. ]? ?([0-5]\\d))?");

    private final LocalDate today;
    private final List<Refusal> mistakes = new ArrayList<>();

    public Parse(LocalDate today) {
        this.today = today;
    }

    /** A value that was read, or nothing: left empty where it may be, or a mistake that is already noted. */
    public record Parsed<T>(@Nullable T value) {
        public T get() {
            if (value == null) {
                throw new IllegalStateException("asked for a value that was not given");
            }
            return value;
        }

        public @Nullable T orNull() {
            return value;
        }
    }

    /** An identifier that a page of the register put into a hidden field. */
    public static UUID id(String field, @Nullable String sent) {
        try {
            return UUID.fromString(sent == null ? "" : sent.strip());
        } catch (IllegalArgumentException _) {
            throw new Unreadable(field);
        }
    }

    /** Such an identifier, where the page may have had none. */
    public static @Nullable UUID optionalId(String field, @Nullable String sent) {
        return sent == null || sent.isBlank() ? null : id(field, sent);
    }

    /** Numbers with commas between them, as a page wrote them. */
    public static List<Long> numbers(String field, @Nullable String sent) {
        try {
            return sent == null || sent.isBlank()
                    ? List.of()
                    : Arrays.stream(sent.split(",", -1)).map(Long::valueOf).toList();
        } catch (NumberFormatException _) {
            throw new Unreadable(field);
        }
    }

    public Parsed<String> text(String field, @Nullable String typed, int longest) {
        var text = optionalText(field, typed, longest);
        if (text.value() == null && !noted(field)) {
            refuse(field, EdgeRefusal.REQUIRED);
        }
        return text;
    }

    public Parsed<String> optionalText(String field, @Nullable String typed, int longest) {
        if (typed == null || typed.isBlank()) {
            return new Parsed<>(null);
        }
        var text = Normalizer.normalize(
                INVISIBLE.matcher(typed).replaceAll("").replace("\r\n", "\n"), Normalizer.Form.NFC);
        text = stripped(text);
        if (text.codePoints().noneMatch(Parse::isSeen)) {
            return new Parsed<>(null);
        }
        if (text.length() > longest) {
            refuse(field, EdgeRefusal.TOO_LONG, longest, text.length());
            return new Parsed<>(null);
        }
        if (text.codePoints().anyMatch(Parse::isUnreadable)) {
            refuse(field, EdgeRefusal.UNREADABLE_CHARACTERS);
            return new Parsed<>(null);
        }
        return new Parsed<>(text);
    }

    /** Without blanks of any kind at either end, also those that do not break. */
    private static String stripped(String text) {
        var start = 0;
        var end = text.length();
        while (start < end && isBlank(text.charAt(start))) {
            start++;
        }
        while (start < end && isBlank(text.charAt(end - 1))) {
            end--;
        }
        return text.substring(start, end);
    }

    private static boolean isBlank(char character) {
        return Character.isWhitespace(character) || Character.isSpaceChar(character);
    }

    /** Whether there is something to see, so that a field of blanks and joiners counts as left empty. */
    private static boolean isSeen(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.SPACE_SEPARATOR,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.FORMAT,
                    Character.NON_SPACING_MARK,
                    Character.ENCLOSING_MARK,
                    Character.COMBINING_SPACING_MARK -> false;
            case Character.CONTROL -> codePoint != '\n' && codePoint != '\t';
            default -> true;
        };
    }

    /** Control and direction-changing characters never belong to a name or a reason; they can make text lie. */
    private static boolean isUnreadable(int codePoint) {
        var isControl = codePoint != '\n' && codePoint != '\t' && Character.isISOControl(codePoint);
        var turnsDirection =
                (codePoint >= 0x202A && codePoint <= 0x202E) || (codePoint >= 0x2066 && codePoint <= 0x2069);
        return isControl
                || turnsDirection
                || codePoint == 0xFFFD
                || Character.getType(codePoint) == Character.SURROGATE;
    }

    public Parsed<LocalDate> day(String field, @Nullable String typed) {
        var day = optionalDay(field, typed);
        if (day.value() == null && !noted(field)) {
            refuse(field, EdgeRefusal.REQUIRED);
        }
        return day;
    }

    public Parsed<LocalDate> optionalDay(String field, @Nullable String typed) {
        if (typed == null || typed.isBlank()) {
            return new Parsed<>(null);
        }
        return switch (FlexibleDate.parse(typed, today)) {
            case FlexibleDate.Day(var date) -> new Parsed<>(date);
            case FlexibleDate.Impossible _ -> this.<LocalDate>none(field, EdgeRefusal.IMPOSSIBLE_DATE, typed.strip());
            case FlexibleDate.Partial _, FlexibleDate.Unknown _, FlexibleDate.Empty _, FlexibleDate.NotADate _ ->
                this.<LocalDate>none(field, EdgeRefusal.NOT_A_DATE);
        };
    }

    /** A day that has come: not after today. */
    public Parsed<LocalDate> pastDay(String field, @Nullable String typed) {
        var day = day(field, typed);
        if (day.value() != null && day.value().isAfter(today)) {
            return none(field, EdgeRefusal.DATE_IN_FUTURE);
        }
        return day;
    }

    /** A time of day, as {@code 9.40}, {@code 09:40}, {@code 0940} or {@code 9}. */
    public Parsed<LocalTime> time(String field, @Nullable String typed) {
        if (typed == null || typed.isBlank()) {
            return none(field, EdgeRefusal.REQUIRED);
        }
        var found = TIME.matcher(typed.strip());
        if (!found.matches()) {
            return none(field, EdgeRefusal.NOT_A_TIME);
        }
        var minute = Objects.requireNonNullElse((@Nullable String) found.group(2), "0");
        return new Parsed<>(LocalTime.of(Integer.parseInt(found.group(1)), Integer.parseInt(minute)));
    }

    /** A day and a time of day in Riga. */
    public Parsed<Instant> moment(String dayField, @Nullable String day, String timeField, @Nullable String time) {
        var on = day(dayField, day).orNull();
        var at = time(timeField, time).orNull();
        if (on == null || at == null) {
            return new Parsed<>(null);
        }
        var there = on.atTime(at);
        var skipped = RegisterClock.RIGA.getRules().getTransition(there);
        if (skipped != null && skipped.isGap()) {
            return none(
                    timeField,
                    EdgeRefusal.NO_SUCH_TIME,
                    at.toString(),
                    skipped.getDateTimeBefore().toLocalTime().toString(),
                    skipped.getDateTimeAfter().toLocalTime().toString());
        }
        return new Parsed<>(there.atZone(RegisterClock.RIGA).toInstant());
    }

    /** A date of birth, of which the day or the month may be unknown. */
    public Parsed<PartialDate> birthDate(String field, @Nullable String typed) {
        if (typed == null || typed.isBlank()) {
            return none(field, EdgeRefusal.REQUIRED);
        }
        return switch (FlexibleDate.parse(typed, today, FlexibleDate.Mode.BIRTH)) {
            case FlexibleDate.Day(var date) -> new Parsed<>(PartialDate.of(date));
            case FlexibleDate.Partial(var parts, var estimated) ->
                new Parsed<>(new PartialDate(parts.year(), parts.month(), parts.day(), estimated));
            case FlexibleDate.Impossible(var reason) ->
                this.<PartialDate>none(
                        field,
                        reason == FlexibleDate.Reason.IN_THE_FUTURE
                                ? EdgeRefusal.DATE_IN_FUTURE
                                : EdgeRefusal.IMPOSSIBLE_DATE,
                        typed.strip());
            case FlexibleDate.Unknown _, FlexibleDate.Empty _, FlexibleDate.NotADate _ ->
                this.<PartialDate>none(field, EdgeRefusal.NOT_A_DATE);
        };
    }

    public Parsed<Integer> number(String field, @Nullable String typed, int least, int most) {
        if (typed == null || typed.isBlank()) {
            return none(field, EdgeRefusal.REQUIRED);
        }
        try {
            var number = Integer.parseInt(typed.strip());
            return number < least || number > most
                    ? this.<Integer>none(field, EdgeRefusal.OUT_OF_RANGE, least, most)
                    : new Parsed<>(number);
        } catch (NumberFormatException notANumber) {
            return none(field, EdgeRefusal.NOT_A_NUMBER);
        }
    }

    /** A code that a list knows. */
    public Parsed<String> code(String field, @Nullable String typed, Predicate<String> known) {
        if (typed == null || typed.isBlank()) {
            return none(field, EdgeRefusal.REQUIRED);
        }
        return known.test(typed.strip()) ? new Parsed<>(typed.strip()) : none(field, EdgeRefusal.NOT_IN_LIST);
    }

    public <E extends Enum<E>> Parsed<E> oneOf(String field, @Nullable String typed, Class<E> values) {
        if (typed == null || typed.isBlank()) {
            return none(field, EdgeRefusal.REQUIRED);
        }
        return Arrays.stream(values.getEnumConstants())
                .filter(value -> value.name().equals(typed.strip()))
                .findFirst()
                .map(Parsed::new)
                .orElseGet(() -> none(field, EdgeRefusal.NOT_IN_LIST));
    }

    /** What a lookup by the typed text finds. */
    public <T> Parsed<T> found(
            String field, @Nullable String typed, Function<String, @Nullable T> lookup, RefusalCode unknown) {
        if (typed == null || typed.isBlank()) {
            return none(field, EdgeRefusal.REQUIRED);
        }
        var value = lookup.apply(typed.strip());
        return value == null ? none(field, unknown, typed.strip()) : new Parsed<>(value);
    }

    public void refuse(String field, RefusalCode code, Object... values) {
        mistakes.add(Refusal.at(field, code, values));
    }

    public boolean noted(String field) {
        return mistakes.stream().anyMatch(mistake -> mistake.field().equals(field));
    }

    public boolean hasMistakes() {
        return !mistakes.isEmpty();
    }

    public <T> Outcome<T> into(Supplier<T> input) {
        return mistakes.isEmpty() ? Outcome.done(input.get()) : Outcome.refused(mistakes);
    }

    private <T> Parsed<T> none(String field, RefusalCode code, Object... values) {
        refuse(field, code, values);
        return new Parsed<>(null);
    }
}
