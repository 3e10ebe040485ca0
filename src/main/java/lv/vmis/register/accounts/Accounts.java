package lv.vmis.register.accounts;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import lv.vmis.register.edge.EdgeSettings;
import lv.vmis.register.edge.Officials;
import lv.vmis.register.kernel.Language;
import lv.vmis.register.kernel.Role;
import lv.vmis.register.kernel.Rows;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The accounts of officials as stored, without their secrets. */
@Component
public class Accounts implements Officials {

    private final JdbcClient jdbc;
    private final EdgeSettings installation;
    private final Clock clock;

    Accounts(JdbcClient jdbc, EdgeSettings installation, Clock clock) {
        this.jdbc = jdbc;
        this.installation = installation;
        this.clock = clock;
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
                        Admission.of(found, installation.env(), LocalDate.now(clock)) != Admission.WELCOME));
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

    Optional<Account> bySubject(String issuer, String subject) {
        return jdbc.sql(BY_SUBJECT)
                .param("issuer", issuer)
                .param("subject", subject)
                .query(Rows.of(Account.class))
                .optional();
    }

    public List<Account> all() {
        return jdbc.sql(ALL).query(Rows.of(Account.class)).list();
    }

    List<Account> demo() {
        return jdbc.sql(DEMO).query(Rows.of(Account.class)).list();
    }

    void language(UUID id, String language) {
        jdbc.sql(LANGUAGE).param("id", id).param("language", language).update();
    }

    void acceptRules(UUID id, String rules, Instant at) {
        jdbc.sql(ACCEPT)
                .param("id", id)
                .param("rules", rules)
                .param("at", OffsetDateTime.ofInstant(at, ZoneOffset.UTC))
                .update();
    }

    /** Adds an account nobody can use yet; false when the login is taken. */
    boolean add(UUID id, NewAccount account, @Nullable String issuer) {
        return jdbc.sql(ADD)
                        .param("id", id)
                        .param("login", account.login())
                        .param("name", account.name())
                        .param("position", account.position())
                        .param("role", account.role().name())
                        .param("institution", account.institution())
                        .param("unit", account.unit())
                        .param("training_until", account.trainingUntil())
                        .param("issuer", account.subject() == null ? null : issuer)
                        .param("subject", account.subject())
                        .update()
                == 1;
    }

    /** False when somebody else changed the account meanwhile. */
    boolean change(UUID id, int version, NewAccount account, @Nullable String issuer) {
        return jdbc.sql(CHANGE)
                        .param("id", id)
                        .param("version", version)
                        .param("position", account.position())
                        .param("role", account.role().name())
                        .param("institution", account.institution())
                        .param("unit", account.unit())
                        .param("training_until", account.trainingUntil())
                        .param("issuer", account.subject() == null ? null : issuer)
                        .param("subject", account.subject())
                        .update()
                == 1;
    }

    /** False when somebody else changed the account meanwhile. */
    boolean block(UUID id, int version, @Nullable Instant at) {
        return jdbc.sql(BLOCK)
                        .param("id", id)
                        .param("version", version)
                        .param("at", at == null ? null : OffsetDateTime.ofInstant(at, ZoneOffset.UTC))
                        .update()
                == 1;
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

    static final String ACCOUNT = """
            select a.id, a.login, a.name, a.position, a.role, a.institution, a.unit, u.name_lv as unit_name_lv,
                   u.name_en as unit_name_en, a.demo, a.language, a.rules_accepted, a.rules_accepted_at,
                   a.training_until, a.blocked_at, a.last_sign_in, a.oidc_subject, a.version
              from account a
              join unit u on u.code = a.unit
            """;

    static final String BY_ID = ACCOUNT + """
             where a.id = :id
            """;

    static final String BY_LOGIN = ACCOUNT + """
             where a.login = :login
            """;

    static final String BY_SUBJECT = ACCOUNT + """
             where a.oidc_issuer = :issuer and a.oidc_subject = :subject
            """;

    static final String ALL = ACCOUNT + """
             order by a.name collate "lv-x-icu", a.login
            """;

    static final String DEMO = ACCOUNT + """
             where a.demo
             order by a.institution, a.role, a.login
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

    static final String ADD = """
            insert into account (id, login, name, position, role, institution, unit, training_until, oidc_issuer,
                                 oidc_subject)
            values (:id, :login, :name, :position, :role, :institution, :unit, :training_until, :issuer, :subject)
            on conflict (login) do nothing
            """;

    static final String CHANGE = """
            update account
               set position = :position, role = :role, institution = :institution, unit = :unit,
                   training_until = :training_until,
                   oidc_issuer = case when :subject::text is null then null
                                      when oidc_subject = :subject then oidc_issuer
                                      else :issuer end,
                   oidc_subject = :subject,
                   version = version + 1
             where id = :id and version = :version
            """;

    static final String BLOCK = """
            update account
               set blocked_at = :at, version = version + 1
             where id = :id and version = :version
            """;

    static final String ADD_DEMO = """
            insert into account (id, login, name, position, role, institution, unit, demo, password_hash,
                                 training_until)
            values (:id, :login, :name, :position, :role, :institution, :unit, true, :password_hash,
                    current_date + 365)
            on conflict (login) do nothing
            """;
}
