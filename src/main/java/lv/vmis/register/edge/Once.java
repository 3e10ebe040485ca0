package lv.vmis.register.edge;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import lv.vmis.register.kernel.Actor;
import lv.vmis.register.kernel.Outcome;
import lv.vmis.register.kernel.Outcome.Done;
import lv.vmis.register.kernel.Outcome.Refused;
import lv.vmis.register.kernel.Rows;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Lets a form or API call take effect once: its key is stored in the action's own transaction with where the answer led,
 * so that a second click, a repeated request or one repeated after a crash gets the first answer.
 */
@Component
public class Once implements Passing {

    private final JdbcClient jdbc;
    private final Clock clock;
    private final TransactionTemplate transaction;

    Once(JdbcClient jdbc, Clock clock, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    record Known(UUID actor, String digest, String answer) {}

    /** Runs the action under the key, and answers with what {@code answer} makes of its result. */
    public <T> Outcome<String> run(
            @Nullable UUID key, Actor by, Object content, Supplier<Outcome<T>> action, Function<T, String> answer) {
        if (key == null) {
            throw new Unreadable("key");
        }
        var digest = digest(content);
        return Objects.requireNonNull(transaction.execute(status -> {
            if (!claim(key, by, digest)) {
                status.setRollbackOnly();
                return repeated(key, by, digest);
            }
            return switch (action.get()) {
                case Done<T>(var value) -> {
                    var where = answer.apply(value);
                    jdbc.sql(ANSWER).param("key", key).param("answer", where).update();
                    yield Outcome.done(where);
                }
                case Refused<T>(var reasons) -> {
                    status.setRollbackOnly();
                    yield Outcome.refused(reasons);
                }
            };
        }));
    }

    @Override
    public String name() {
        return "submission";
    }

    @Override
    public int removePast(OffsetDateTime now) {
        return jdbc.sql(REMOVE).param("now", now).update();
    }

    /** Waits for another transaction with the same key; false if that one took effect. */
    private boolean claim(UUID key, Actor by, String digest) {
        return jdbc.sql(CLAIM)
                        .param("key", key)
                        .param("actor", by.account())
                        .param("digest", digest)
                        .param("at", OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                        .update()
                == 1;
    }

    private Outcome<String> repeated(UUID key, Actor by, String digest) {
        return known(key)
                .filter(known ->
                        known.actor().equals(by.account()) && known.digest().equals(digest))
                .map(known -> Outcome.done(known.answer()))
                .orElseGet(() -> Outcome.refused(EdgeRefusal.KEY_REUSED));
    }

    private Optional<Known> known(UUID key) {
        return jdbc.sql(KNOWN).param("key", key).query(Rows.of(Known.class)).optional();
    }

    private static String digest(Object content) {
        try {
            var sha256 = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(sha256.digest(content.toString().getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every JDK has SHA-256", impossible);
        }
    }

    static final String CLAIM = """
            insert into submission (key, actor, digest, at)
            values (:key, :actor, :digest, :at)
            on conflict (key) do nothing
            """;

    static final String ANSWER = """
            update submission
               set answer = :answer
             where key = :key
            """;

    static final String REMOVE = """
            delete from submission
             where at < cast(:now as timestamptz)
                        - (select make_interval(days => p.value::int)
                             from legal_parameter p
                            where p.code = 'form.key.retention'
                              and p.valid_from <= cast(:now as date)
                              and (p.valid_to is null or p.valid_to >= cast(:now as date)))
            """;

    static final String KNOWN = """
            select actor, digest, answer
              from submission
             where key = :key
            """;
}
