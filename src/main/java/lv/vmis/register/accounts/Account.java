package lv.vmis.register.accounts;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import lv.vmis.register.kernel.Role;
import org.jspecify.annotations.Nullable;

/** An official's account. */
public record Account(
        UUID id,
        String login,
        String name,
        String position,
        Role role,
        String institution,
        String unit,
        String unitNameLv,
        String unitNameEn,
        boolean demo,
        String language,
        @Nullable String rulesAccepted,
        @Nullable LocalDate trainingUntil,
        @Nullable Instant blockedAt,
        @Nullable Instant lastSignIn,
        int version) {

    public boolean isBlocked() {
        return blockedAt != null;
    }
}
