package lv.vmis.register.accounts;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import lv.vmis.register.edge.Officials;
import lv.vmis.register.kernel.Language;
import lv.vmis.register.kernel.Role;
import lv.vmis.register.kernel.Rows;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The accounts of officials as stored. */
@Component
public class Accounts implements Officials {

    private final JdbcClient jdbc;

    Accounts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Optional<Official> find(UUID account) {
        return byId(account)
                .map(found -> new Official(
                        found.id(),
                        found.name(),
                        found.role(),
                        found.institution(),
                        found.unit(),
                        found.language().equals("en") ? found.unitNameEn() : found.unitNameLv(),
                        found.language().equals("en") ? Language.EN : Language.LV,
                        found.rulesAccepted(),
                        found.isBlocked()));
    }

    public Optional<Account> byId(UUID id) {
        return jdbc.sql(BY_ID).param("id", id).query(Rows.of(Account.class)).optional();
    }

    public Optional<Account> byLogin(String login) {
        return jdbc.sql(BY_LOGIN)
                .param("login", login.strip().toLowerCase(Locale.ROOT))
                .query(Rows.of(Account.class))
                .optional();
    }

    public List<Account> all() {
        return jdbc.sql(ALL).query(Rows.of(Account.class)).list();
    }

    List<Account> demo() {
        return jdbc.sql(DEMO).query(Rows.of(Account.class)).list();
    }

    /** What the sign-in compares. */
    record Credentials(
            @Nullable String passwordHash,
            @Nullable String totpSecret,
            @Nullable Long totpLastStep,
            int failedTries,
            @Nullable Instant lockedUntil) {}

    Credentials credentials(UUID id) {
        return jdbc.sql(CREDENTIALS)
                .param("id", id)
                .query(Rows.of(Credentials.class))
                .single();
    }

    void signedIn(UUID id, Instant at) {
        jdbc.sql(SIGNED_IN).param("id", id).param("at", utc(at)).update();
    }

    void failed(UUID id, int tries, @Nullable Instant lockedUntil) {
        jdbc.sql(FAILED)
                .param("id", id)
                .param("tries", tries)
                .param("until", lockedUntil == null ? null : utc(lockedUntil))
                .update();
    }

    void language(UUID id, String language) {
        jdbc.sql(LANGUAGE).param("id", id).param("language", language).update();
    }

    void acceptRules(UUID id, String rules, Instant at) {
        jdbc.sql(ACCEPT)
                .param("id", id)
                .param("rules", rules)
                .param("at", utc(at))
                .update();
    }

    /** Adds an account of a demo or training installation. */
    public void addDemo(
            UUID id,
            String login,
            String name,
            String position,
            Role role,
            String institution,
            String unit,
            String passwordHash) {
        jdbc.sql(ADD_DEMO)
                .param("id", id)
                .param("login", login)
                .param("name", name)
                .param("position", position)
                .param("role", role.name())
                .param("institution", institution)
                .param("unit", unit)
                .param("password_hash", passwordHash)
                .update();
    }

    private static OffsetDateTime utc(Instant instant) {
        return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
    }

    static final String BY_ID = """
            select a.id, a.login, a.name, a.position, a.role, a.institution, a.unit, u.name_lv as unit_name_lv,
                   u.name_en as unit_name_en, a.demo, a.language, a.rules_accepted, a.training_until, a.blocked_at,
                   a.last_sign_in, a.version
              from account a
              join unit u on u.code = a.unit
             where a.id = :id
            """;

    static final String BY_LOGIN = """
            select a.id, a.login, a.name, a.position, a.role, a.institution, a.unit, u.name_lv as unit_name_lv,
                   u.name_en as unit_name_en, a.demo, a.language, a.rules_accepted, a.training_until, a.blocked_at,
                   a.last_sign_in, a.version
              from account a
              join unit u on u.code = a.unit
             where a.login = :login
            """;

    static final String ALL = """
            select a.id, a.login, a.name, a.position, a.role, a.institution, a.unit, u.name_lv as unit_name_lv,
                   u.name_en as unit_name_en, a.demo, a.language, a.rules_accepted, a.training_until, a.blocked_at,
                   a.last_sign_in, a.version
              from account a
              join unit u on u.code = a.unit
             order by a.name collate "lv-x-icu", a.login
            """;

    static final String DEMO = """
            select a.id, a.login, a.name, a.position, a.role, a.institution, a.unit, u.name_lv as unit_name_lv,
                   u.name_en as unit_name_en, a.demo, a.language, a.rules_accepted, a.training_until, a.blocked_at,
                   a.last_sign_in, a.version
              from account a
              join unit u on u.code = a.unit
             where a.demo
             order by a.institution, a.role, a.login
            """;

    static final String CREDENTIALS = """
            select password_hash, totp_secret, totp_last_step, failed_tries, locked_until
              from account
             where id = :id
            """;

    static final String SIGNED_IN = """
            update account
               set last_sign_in = :at, failed_tries = 0, locked_until = null
             where id = :id
            """;

    static final String FAILED = """
            update account
               set failed_tries = :tries, locked_until = :until
             where id = :id
            """;

    static final String LANGUAGE = """
            update account
               set language = :language
             where id = :id
            """;

    static final String ACCEPT = """
            update account
               set rules_accepted = :rules, rules_accepted_at = :at
             where id = :id
            """;

    static final String ADD_DEMO = """
            insert into account (id, login, name, position, role, institution, unit, demo, password_hash,
                                 training_until)
            values (:id, :login, :name, :position, :role, :institution, :unit, true, :password_hash,
                    current_date + 365)
            on conflict (login) do nothing
            """;
}
