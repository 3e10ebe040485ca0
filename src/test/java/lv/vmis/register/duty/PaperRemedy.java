package lv.vmis.register.duty;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
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
    final Instant filedAt;
    final boolean suspends;

    @Nullable
    String result;

    @Nullable
    LocalDate resultOn;

    /** Who entered what is known of it last, and when the result. */
    Official enteredBy;

    @Nullable
    Official filer;

    @Nullable
    Instant resolvedAt;

    /** The last day to leave that the result set, and what it was before. */
    @Nullable
    LocalDate termSet;

    @Nullable
    LocalDate termBefore;

    /** The days on which the term stood still and which its result gave back. */
    final Set<LocalDate> stood = new HashSet<>();

    int version;

    PaperRemedy(Paper of, Official enteredBy, LocalDate filed, boolean suspends, Instant filedAt) {
        this.of = of;
        this.enteredBy = enteredBy;
        this.filedAt = filedAt;
        this.filed = filed;
        this.suspends = suspends;
    }

    LocalDate resolved() {
        return Objects.requireNonNull(resultOn);
    }

    Set<String> resolve(Official who, String what, LocalDate on, Instant now) {
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
        if (on.isAfter(ProcedureModel.day(now))) {
            why.add("IN_FUTURE");
        }
        if (why.isEmpty()) {
            var ends = of.leaveBy;
            if (ends != null
                    && suspends
                    && of.departed == null
                    && !what.equals("CANCELLED")
                    && !what.equals("AMENDED")) {
                termBefore = ends;
                of.goOn(filed, on, stood);
                termSet = of.leaveBy;
            }
            result = what;
            resultOn = on;
            resolvedAt = now;
            filer = enteredBy;
            enteredBy = who;
            version++;
        }
        return why;
    }
}
