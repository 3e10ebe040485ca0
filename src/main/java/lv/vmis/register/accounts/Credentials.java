package lv.vmis.register.accounts;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import lv.vmis.register.kernel.Rows;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What the sign-in compares, and how often it was tried in vain. */
@Component
class Credentials {

    static final int TRIES = 5;
    static final Duration WAIT = Duration.ofMinutes(1);

    private final JdbcClient jdbc;
    private final Clock clock;

    Credentials(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** The secrets of an account: hashes, and the sealed secret of the second factor. */
    record Secrets(
            @Nullable String passwordHash,
            @Nullable String totpSecret,
            @Nullable String setupCodeHash,
            @Nullable Instant setupUntil) {}

    Optional<Secrets> of(UUID id) {
        return jdbc.sql(SECRETS).param("id", id).query(Rows.of(Secrets.class)).optional();
    }

    /**
     * Counts a try before anything is compared, so that many at once do not get more than five; false while the account
     * has to wait.
     */
    boolean mayTry(UUID id) {
        var now = clock.instant();
        return jdbc.sql(TRY)
                        .param("id", id)
                        .param("now", utc(now))
                        .param("tries", TRIES)
                        .param("until", utc(now.plus(WAIT)))
                        .update()
                == 1;
    }

    /** The tries are forgotten, since it was the official himself. */
    void proven(UUID id) {
        jdbc.sql(PROVEN).param("id", id).update();
    }

    void signedIn(UUID id) {
        jdbc.sql(SIGNED_IN).param("id", id).param("at", utc(clock.instant())).update();
    }

    /** False when a code of this time step or of a later one was used before. */
    boolean useStep(UUID id, long step) {
        return jdbc.sql(USE_STEP).param("id", id).param("step", step).update() == 1;
    }

    /** Takes the place of all secrets the account had. */
    void giveSetupCode(UUID id, SetupCode code) {
        jdbc.sql(GIVE_SETUP_CODE)
                .param("id", id)
                .param("hash", code.hash())
                .param("until", utc(clock.instant().plus(SetupCode.LIFE)))
                .update();
    }

    /** False when the code was used meanwhile or has expired. */
    boolean setUp(UUID id, String setupCodeHash, String passwordHash, @Nullable String totpSecret, long step) {
        return jdbc.sql(SET_UP)
                        .param("id", id)
                        .param("setup_code_hash", setupCodeHash)
                        .param("now", utc(clock.instant()))
                        .param("password_hash", passwordHash)
                        .param("totp_secret", totpSecret)
                        .param("step", step)
                        .update()
                == 1;
    }

    void changePassword(UUID id, String hash) {
        jdbc.sql(CHANGE_PASSWORD).param("id", id).param("hash", hash).update();
    }

    /** Whether nobody has ever been able to sign in here. */
    boolean areNone() {
        return jdbc.sql(COUNT).query(Long.class).single() == 0;
    }

    private static OffsetDateTime utc(Instant instant) {
        return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
    }

    static final String SECRETS = """
            select password_hash, totp_secret, setup_code_hash, setup_until
              from account
             where id = :id
            """;

    static final String TRY = """
            update account
               set failed_tries = failed_tries + 1,
                   locked_until = case when failed_tries + 1 >= :tries then :until::timestamptz end
             where id = :id and (locked_until is null or locked_until <= :now)
            """;

    static final String PROVEN = """
            update account
               set failed_tries = 0, locked_until = null
             where id = :id
            """;

    static final String SIGNED_IN = """
            update account
               set last_sign_in = :at, failed_tries = 0, locked_until = null
             where id = :id
            """;

    static final String USE_STEP = """
            update account
               set totp_last_step = :step
             where id = :id and (totp_last_step is null or totp_last_step < :step)
            """;

    static final String GIVE_SETUP_CODE = """
            update account
               set setup_code_hash = :hash, setup_until = :until, password_hash = null, totp_secret = null,
                   totp_last_step = null, failed_tries = 0, locked_until = null, version = version + 1
             where id = :id
            """;

    static final String SET_UP = """
            update account
               set password_hash = :password_hash, totp_secret = :totp_secret, totp_last_step = :step,
                   setup_code_hash = null, setup_until = null, failed_tries = 0, locked_until = null,
                   version = version + 1
             where id = :id and setup_code_hash = :setup_code_hash and setup_until > :now
            """;

    static final String CHANGE_PASSWORD = """
            update account
               set password_hash = :hash, version = version + 1
             where id = :id
            """;

    static final String COUNT = """
            select count(*)
              from account
             where not demo and (password_hash is not null or oidc_subject is not null)
            """;
}
