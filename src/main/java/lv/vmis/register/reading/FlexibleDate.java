package lv.vmis.register.reading;

import java.time.LocalDate;

/** A date as officials type it: {@code 5.3.26}, {@code 05032026}, {@code vakar}, {@code +30}, {@code ~1990}. */
public sealed interface FlexibleDate {

    /** One day, known in full and not estimated. */
    record Day(LocalDate date) implements FlexibleDate {}

    /** Some parts unknown, or the whole estimated. */
    record Partial(DateParts parts, boolean estimated) implements FlexibleDate {}

    /** The official says that the date is not known. */
    record Unknown() implements FlexibleDate {}

    /** Shaped like a date, but there is no such day. */
    record Impossible(Reason reason) implements FlexibleDate {}

    /** Nothing was typed. */
    record Empty() implements FlexibleDate {}

    record NotADate() implements FlexibleDate {}

    /** Why a date is impossible. */
    enum Reason {
        NO_SUCH_DAY,
        /** A birth after today. */
        IN_THE_FUTURE,
        /** More than 150 years from today: a slip of the finger. */
        YEAR_OUT_OF_RANGE
    }

    /** Which century two digits of a year mean. */
    enum Mode {
        /** The latest one that is not in the future. */
        BIRTH,
        /** The nearest one, at most 50 years away. */
        ACT
    }

    /** The same as {@link #parse(String, LocalDate, Mode)} for {@link Mode#ACT}. */
    static FlexibleDate parse(String typed, LocalDate today) {
        return parse(typed, today, Mode.ACT);
    }

    /** Reads a typed date; {@code today} is the day at the official's desk. Never throws. */
    static FlexibleDate parse(String typed, LocalDate today, Mode mode) {
        return new DateReader(today, mode).read(typed);
    }
}
