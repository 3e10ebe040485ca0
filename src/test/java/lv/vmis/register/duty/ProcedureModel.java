package lv.vmis.register.duty;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The return procedure as one writes it down from the law, on paper: what may be done when, what it makes of a decision, its bans
 * and its case. It uses nothing of the register, so that the two can be compared. Each event answers why it is refused, by the
 * names officials read, and takes place when there is no reason.
 */
final class ProcedureModel {

    static final ZoneId RIGA = ZoneId.of("Europe/Riga");
    static final Set<String> QUESTIONS = Set.of("NON_REFOULEMENT", "ASYLUM", "REMEDY", "CHILD", "HEALTH", "FAMILY");
    static final Set<String> BY_ONESELF = Set.of("VOLUNTARY", "ASSISTED");

    private ProcedureModel() {}

    record Official(String login, String institution, String unit) {}

    record Ban(String territory, String basis, int months) {}

    record Text(
            boolean removal,
            String basis,
            @Nullable Integer term,
            @Nullable String destination,
            List<Ban> bans) {}

    record Answer(String question, boolean clear, LocalDate on) {}

    record Done(
            String kind,
            Instant at,
            @Nullable String outcome,
            @Nullable Instant starts,
            @Nullable LocalDate until,
            Instant noted,
            Official by) {

        boolean is(String one) {
            return kind.equals(one);
        }
    }

    /** A departure as it is told. */
    record Left(
            LocalDate on,
            @Nullable Instant at,
            String type,
            String destination,
            String source,
            boolean isAssisted,
            boolean isExcused,
            boolean isProved) {

        boolean isForced() {
            return !BY_ONESELF.contains(type);
        }
    }

    record Next(
            String step,
            LocalDate from,
            @Nullable LocalDate due,
            String owner,
            @Nullable String unit) {}

    /** The centre in Mucenieki was opened in 2017. */
    static boolean isPlace(String place, LocalDate day) {
        return place.equals("VRS_AAIC_DAUGAVPILS") || (place.equals("VRS_AAIC_MUCENIEKI") && day.getYear() >= 2017);
    }

    static LocalDate day(@Nullable Instant moment) {
        return LocalDate.ofInstant(Objects.requireNonNull(moment), RIGA);
    }

    static boolean reached(@Nullable LocalDate date, LocalDate day) {
        return date != null && !date.isAfter(day);
    }

    static void add(Set<LocalDate> days, @Nullable LocalDate day) {
        if (day != null) {
            days.add(day);
        }
    }

    static @Nullable String stale(boolean isStale) {
        return isStale ? "CHANGED_MEANWHILE" : null;
    }

    static Set<String> first(@Nullable String one, @Nullable String other, Runnable done) {
        if (one != null) {
            return Set.of(one);
        }
        if (other != null) {
            return Set.of(other);
        }
        done.run();
        return Set.of();
    }
}
