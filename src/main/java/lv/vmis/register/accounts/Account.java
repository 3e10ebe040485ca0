package lv.vmis.register.accounts;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import lv.vmis.register.kernel.Actor;
import lv.vmis.register.kernel.Ids;
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
        @Nullable Instant rulesAcceptedAt,
        @Nullable LocalDate trainingUntil,
        @Nullable Instant blockedAt,
        @Nullable Instant lastSignIn,
        @Nullable String oidcSubject,
        int version) {

    public boolean isBlocked() {
        return blockedAt != null;
    }

    /** The official himself, before a session says so. */
    Actor actor(@Nullable String address) {
        return new Actor(id, name, role, institution, unit, null, null, address, Ids.next());
    }
}
