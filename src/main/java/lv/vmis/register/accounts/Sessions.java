package lv.vmis.register.accounts;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import lv.vmis.register.edge.SessionMarks;
import org.jspecify.annotations.Nullable;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;
import org.springframework.stereotype.Component;

/** The sessions of an account, in all processes of the register. */
@Component
class Sessions {

    private final FindByIndexNameSessionRepository<? extends Session> sessions;

    Sessions(FindByIndexNameSessionRepository<? extends Session> sessions) {
        this.sessions = sessions;
    }

    List<OpenSession> of(UUID account, @Nullable String current) {
        return sessions.findByPrincipalName(account.toString()).values().stream()
                .filter(session -> !session.isExpired())
                .map(session -> new OpenSession(
                        session.getAttribute(SessionMarks.STARTED) instanceof Long at
                                ? Instant.ofEpochMilli(at)
                                : session.getCreationTime(),
                        session.getLastAccessedTime(),
                        session.getAttribute(SessionMarks.ADDRESS) instanceof String address ? address : "",
                        session.getId().equals(current)))
                .sorted(Comparator.comparing(OpenSession::lastUsed).reversed())
                .toList();
    }

    /** Ends all sessions of the account but the one named, and says how many. */
    int end(UUID account, @Nullable String except) {
        var ids = sessions.findByPrincipalName(account.toString()).keySet().stream()
                .filter(id -> !id.equals(except))
                .toList();
        ids.forEach(sessions::deleteById);
        return ids.size();
    }
}
