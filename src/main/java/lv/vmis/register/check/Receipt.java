package lv.vmis.register.check;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import lv.vmis.register.kernel.PersonId;
import lv.vmis.register.kernel.Purpose;
import org.jspecify.annotations.Nullable;

/** A check as the journal keeps it: what was asked, and what was answered. */
record Receipt(UUID entry, Instant at, Purpose purpose, List<PersonId> persons, Map<String, String> asked, Told told) {

    /** Among what was asked: the past moment whose knowledge was asked for. */
    static final String AS_OF = "asOf";

    boolean isOfThePast() {
        return asked.containsKey(AS_OF);
    }

    /** Whether it was stopped for persons he may be, and not for what is known of the holder of the document. */
    boolean hasCandidates() {
        return told.verdict() == CheckSlip.Verdict.NEEDS_LOOK
                && !persons.isEmpty()
                && told.reasons().stream().noneMatch(reason -> reason.code() == Reason.Code.NOT_DEPARTED);
    }

    /**
     * The answer as kept, as far as it is printed; the journal keeps more.
     *
     * @param weights the version of the weights names were compared with; none when no name was asked about
     */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Told(
            CheckSlip.Verdict verdict,
            List<Reason> reasons,
            List<KnownBan> bans,
            @Nullable String weights) {}
}
