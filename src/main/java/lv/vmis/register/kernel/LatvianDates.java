package lv.vmis.register.kernel;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;

/** Dates as Latvian documents write them. The JDK knows the nominative only, and its short form has a two-digit year. */
public final class LatvianDates {
    private static final List<String> NOMINATIVE = List.of(
            "janvāris",
            "februāris",
            "marts",
            "aprīlis",
            "maijs",
            "jūnijs",
            "jūlijs",
            "augusts",
            "septembris",
            "oktobris",
            "novembris",
            "decembris");
    private static final List<String> GENITIVE = List.of(
            "janvāra",
            "februāra",
            "marta",
            "aprīļa",
            "maija",
            "jūnija",
            "jūlija",
            "augusta",
            "septembra",
            "oktobra",
            "novembra",
            "decembra");
    private static final List<String> DATIVE = List.of(
            "janvārim",
            "februārim",
            "martam",
            "aprīlim",
            "maijam",
            "jūnijam",
            "jūlijam",
            "augustam",
            "septembrim",
            "oktobrim",
            "novembrim",
            "decembrim");
    private static final List<String> LOCATIVE = List.of(
            "janvārī",
            "februārī",
            "martā",
            "aprīlī",
            "maijā",
            "jūnijā",
            "jūlijā",
            "augustā",
            "septembrī",
            "oktobrī",
            "novembrī",
            "decembrī");

    private LatvianDates() {}

    /** {@code 2026. gada 23. novembris} */
    public static String nominative(LocalDate day) {
        return inWords(day, NOMINATIVE);
    }

    /** {@code 2026. gada 23. novembra}, as after „no”. */
    public static String genitive(LocalDate day) {
        return inWords(day, GENITIVE);
    }

    /** {@code 2026. gada 23. novembrim}, as after „līdz”. */
    public static String dative(LocalDate day) {
        return inWords(day, DATIVE);
    }

    /** {@code 2026. gada 23. novembrī}, the day on which something is done. */
    public static String locative(LocalDate day) {
        return inWords(day, LOCATIVE);
    }

    /** {@code 23.11.2026.}, for tables and screens. */
    public static String numeric(LocalDate day) {
        return "%02d.%02d.%04d.".formatted(day.getDayOfMonth(), day.getMonthValue(), day.getYear());
    }

    /** {@code plkst. 09.40}, for running text. */
    public static String atTime(LocalTime time) {
        return "plkst. %02d.%02d".formatted(time.getHour(), time.getMinute());
    }

    private static String inWords(LocalDate day, List<String> months) {
        return "%d. gada %d. %s".formatted(day.getYear(), day.getDayOfMonth(), months.get(day.getMonthValue() - 1));
    }
}
