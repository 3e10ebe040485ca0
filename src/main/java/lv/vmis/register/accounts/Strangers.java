package lv.vmis.register.accounts;

import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Counts tries with names nobody has, so that such a name answers as a known one does and nobody can list the accounts. */
@Component
class Strangers {

    private static final int REMEMBERED = 10_000;

    private final Clock clock;
    private final Map<String, Tries> tries = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Tries> eldest) {
            return size() > REMEMBERED;
        }
    };

    private record Tries(int count, Instant lockedUntil) {}

    Strangers(Clock clock) {
        this.clock = clock;
    }

    synchronized boolean mayTry(String login) {
        var now = clock.instant();
        var before = tries.getOrDefault(login, new Tries(0, Instant.EPOCH));
        if (before.lockedUntil().isAfter(now)) {
            return false;
        }
        var count = before.count() + 1;
        tries.put(login, new Tries(count, count >= Credentials.TRIES ? now.plus(Credentials.WAIT) : Instant.EPOCH));
        return true;
    }
}
