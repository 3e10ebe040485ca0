package lv.vmis.register.matching;

import lv.vmis.register.reading.DateParts;

/** Dates of birth as numbers that sort by time: 19900523, 19900500 without the day, 19900000, and 0 for not known. */
final class Born {

    private Born() {}

    static int number(DateParts date) {
        return (date.year() * 100 + date.month()) * 100 + date.day();
    }

    static int year(int date) {
        return date / 10000;
    }

    static int month(int date) {
        return date / 100 % 100;
    }

    static int day(int date) {
        return date % 100;
    }

    static boolean isFull(int date) {
        return date % 100 != 0;
    }

    /** Whether both may be one date; what is not known may be anything. */
    static boolean mayBeOne(int one, int other) {
        var relation = compare(one, other);
        return relation == Relation.MISSING || relation == Relation.EXACT || relation == Relation.PART;
    }

    /** How two dates stand to each other. */
    enum Relation {
        MISSING,
        EXACT,
        /** What is known of both agrees. */
        PART,
        /** Day and month exchanged. */
        SWAPPED,
        /** One digit of eight is another. */
        DIGIT,
        /** The same day of a year before or after. */
        YEAR_NEAR,
        /** The same day of another year. */
        OTHER_YEAR,
        SAME_YEAR,
        DIFFERENT;

        private static final Relation[] ALL = values();

        static Relation of(int ordinal) {
            return ALL[ordinal];
        }
    }

    /** As {@link #compare} for two dates that are not one slip apart. */
    static Relation compareFar(int one, int other) {
        if (year(one) == year(other)) {
            boolean both = isFull(one) && isFull(other);
            boolean sameMonth = month(one) == 0 || month(other) == 0 || month(one) == month(other);
            return !both && sameMonth ? Relation.PART : Relation.SAME_YEAR;
        }
        return isFull(one) && one % 10_000 == other % 10_000 ? Relation.OTHER_YEAR : Relation.DIFFERENT;
    }

    static Relation compare(int one, int other) {
        if (one == 0 || other == 0) {
            return Relation.MISSING;
        }
        if (one == other) {
            return isFull(one) ? Relation.EXACT : Relation.PART;
        }
        boolean sameYear = year(one) == year(other);
        if (!isFull(one) || !isFull(other)) {
            boolean sameMonth = month(one) == 0 || month(other) == 0 || month(one) == month(other);
            return sameYear ? sameMonth ? Relation.PART : Relation.SAME_YEAR : Relation.DIFFERENT;
        }
        if (sameYear && month(one) == day(other) && day(one) == month(other)) {
            return Relation.SWAPPED;
        }
        if (one % 10000 == other % 10000) {
            int years = Math.abs(year(one) - year(other));
            return years == 1 ? Relation.YEAR_NEAR : isDigitApart(one, other) ? Relation.DIGIT : Relation.OTHER_YEAR;
        }
        if (isDigitApart(one, other)) {
            return Relation.DIGIT;
        }
        return sameYear ? Relation.SAME_YEAR : Relation.DIFFERENT;
    }

    private static boolean isDigitApart(int one, int other) {
        int apart = Math.abs(one - other);
        int unit = 1;
        while (apart >= unit * 10) {
            unit *= 10;
        }
        // No digit was carried, so only this place differs.
        return apart % unit == 0 && Math.min(one, other) / unit % 10 + apart / unit < 10;
    }
}
