package lv.vmis.register.duty;

import java.time.LocalDate;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import lv.vmis.register.duty.ProcedureModel.Official;
import org.jspecify.annotations.Nullable;

/** A remedy against a decision. */
final class PaperRemedy {
    @Nullable
    UUID id;

    final Paper of;
    final LocalDate filed;
    final boolean suspends;

    @Nullable
    String result;

    @Nullable
    LocalDate resultOn;

    PaperRemedy(Paper of, LocalDate filed, boolean suspends) {
        this.of = of;
        this.filed = filed;
        this.suspends = suspends;
    }

    LocalDate resolved() {
        return Objects.requireNonNull(resultOn);
    }

    Set<String> resolve(Official who, String what, LocalDate on, LocalDate today) {
        if (!who.institution().equals(of.by.institution())) {
            return Set.of("NOT_YOUR_INSTITUTION");
        }
        if (result != null) {
            return Set.of("ALREADY_RESOLVED");
        }
        var why = new TreeSet<String>();
        if (on.isBefore(filed)) {
            why.add("RESOLVED_BEFORE_FILED");
        }
        if (on.isAfter(today)) {
            why.add("IN_FUTURE");
        }
        if (why.isEmpty()) {
            var ends = of.leaveBy;
            if (ends != null
                    && suspends
                    && of.departed == null
                    && !what.equals("CANCELLED")
                    && !what.equals("AMENDED")) {
                // Every day of the suspension that lay within the term is given back.
                for (var day = filed; day.isBefore(on) && !filed.isAfter(of.leaveBy); day = day.plusDays(1)) {
                    ends = ends.plusDays(1);
                }
                of.leaveBy = ends;
            }
            result = what;
            resultOn = on;
        }
        return why;
    }
}
