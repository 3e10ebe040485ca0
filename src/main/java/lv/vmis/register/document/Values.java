package lv.vmis.register.document;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import lv.vmis.register.kernel.Bilingual;
import lv.vmis.register.kernel.LatvianDates;
import org.jspecify.annotations.Nullable;

/** How days, terms and lists stand in a document. Latvian inflects them; other languages name the number or the plain date. */
public final class Values {

    private Values() {}

    /** „2026. gada 23. novembrī”. */
    public static Bilingual on(LocalDate day) {
        return new Bilingual(LatvianDates.locative(day), plain(day));
    }

    /** „(no) 2026. gada 23. novembra”. */
    public static Bilingual from(LocalDate day) {
        return new Bilingual(LatvianDates.genitive(day), plain(day));
    }

    /** „(līdz) 2026. gada 23. novembrim”. */
    public static Bilingual until(LocalDate day) {
        return new Bilingual(LatvianDates.dative(day), plain(day));
    }

    /** The date in figures, without the full stop that Latvian puts after the year. */
    static String plain(LocalDate day) {
        var numeric = LatvianDates.numeric(day);
        return numeric.substring(0, numeric.length() - 1);
    }

    /** „7 dienu laikā”, „21 dienas laikā”. */
    public static String within(int days) {
        return "%d %s laikā".formatted(days, isOne(days) ? "dienas" : "dienu");
    }

    /** „uz 3 gadiem”, „uz 18 mēnešiem”; nothing is „uz nenoteiktu laiku”. */
    public static String term(@Nullable Integer months) {
        if (months == null) {
            return "uz nenoteiktu laiku";
        }
        if (months % 12 == 0) {
            var years = months / 12;
            return "uz %d %s".formatted(years, isOne(years) ? "gadu" : "gadiem");
        }
        return "uz %d %s".formatted(months, isOne(months) ? "mēnesi" : "mēnešiem");
    }

    public static Bilingual joined(List<Bilingual> some) {
        return new Bilingual(
                some.stream().map(Bilingual::latvian).collect(Collectors.joining("; ")),
                some.stream().map(Bilingual::english).collect(Collectors.joining("; ")));
    }

    public static Bilingual same(String text) {
        return new Bilingual(text, text);
    }

    /** A row with what the register knows; nothing leaves room to write. */
    public static Clause row(String part, @Nullable Bilingual fact) {
        return new Clause(part, Map.of(), fact, List.of());
    }

    /** What an addressee fills in when he is served. */
    public static List<Clause> service() {
        return DocumentKind.service().map(part -> Clause.of(part.name())).toList();
    }

    public static Clause row(String part, @Nullable String fact) {
        return row(part, fact == null || fact.isBlank() ? null : same(fact));
    }

    /** Latvian counts 1, 21, 31 as one, and 11 as many. */
    private static boolean isOne(int count) {
        return count % 10 == 1 && count % 100 != 11;
    }
}
