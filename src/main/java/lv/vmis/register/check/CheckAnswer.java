package lv.vmis.register.check;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The answer to one check.
 *
 * @param identified the persons whose document it is
 * @param candidates the persons who may be meant
 * @param cleared those whom an inspector has told apart from him before
 * @param day for which it is answered
 * @param asOf the past moment whose knowledge it is answered by; none: what is known now
 * @param entry the journal entry about the check; its number is the receipt
 */
public record CheckAnswer(
        Traveller asked,
        Verdict verdict,
        List<Known> identified,
        List<Known> candidates,
        List<ClearedHit> cleared,
        LocalDate day,
        Instant at,
        @Nullable Instant asOf,
        UUID entry) {}
