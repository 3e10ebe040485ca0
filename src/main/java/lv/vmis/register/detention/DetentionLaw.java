package lv.vmis.register.detention;

import java.time.Duration;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Map;
import lv.vmis.register.kernel.Bilingual;
import lv.vmis.register.reference.LegalParameters;

/**
 * What the law in force on the day of the detention says of its length.
 *
 * @param byGuard how long the Border Guard may hold somebody by itself, in days of 24 hours
 * @param once how long a judge may order at a time
 * @param total how long in all, earlier detentions of the same procedure counted
 * @param longest how long in all where Directive 2008/115/EC, Art. 15(6) applies
 * @param submission how long before the end the judge must have the papers
 * @param sources the legal source of each, by the name of the component
 */
record DetentionLaw(
        Duration byGuard,
        Period once,
        Period total,
        Period longest,
        Duration submission,
        Map<String, Bilingual> sources) {

    private static final List<String> PARAMETERS = List.of(
            "detention.age.min",
            "detention.vrs.max",
            "detention.vrs.anew",
            "detention.court.once",
            "detention.court.total",
            "detention.max",
            "detention.court.submission");

    /** Whether the register has the law of that day; of a detention long ago it has none. */
    static boolean isKnownOn(LocalDate day, LegalParameters parameters) {
        return PARAMETERS.stream().allMatch(code -> parameters.find(code, day).isPresent());
    }

    static DetentionLaw on(LocalDate day, LegalParameters parameters) {
        return new DetentionLaw(
                Duration.ofDays(parameters.days("detention.vrs.max", day)),
                parameters.period("detention.court.once", day),
                parameters.period("detention.court.total", day),
                parameters.period("detention.max", day),
                parameters.duration("detention.court.submission", day),
                Map.of(
                        "byGuard", parameters.get("detention.vrs.max", day).cited(),
                        "once", parameters.get("detention.court.once", day).cited(),
                        "total", parameters.get("detention.court.total", day).cited(),
                        "longest", parameters.get("detention.max", day).cited(),
                        "submission",
                                parameters
                                        .get("detention.court.submission", day)
                                        .cited()));
    }

    Bilingual source(String component) {
        var source = sources.get(component);
        if (source == null) {
            throw new IllegalArgumentException(component);
        }
        return source;
    }
}
