package lv.vmis.register.edge;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import lv.vmis.register.kernel.Acting;
import lv.vmis.register.kernel.Actor;
import lv.vmis.register.kernel.Rows;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.ModelAndView;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Forms that arrived after their session had ended, for the official to send again when he has signed in. Each form of the
 * register says under seal to whom it was given: whoever was given none leaves nothing here, and nobody sees or sends what
 * another typed, also on the same machine.
 */
@Component
public class KeptForms implements HandlerInterceptor, Passing {

    /** The field that says under seal to whom the form was given. */
    public static final String GIVEN = "_given";

    /** The field that says that a form is sent again from here. */
    public static final String KEPT = "_kept";

    /** Until the same hour of the next day: who is called away in the evening finds it in the morning. */
    private static final Duration LIFE = Duration.ofHours(24);

    /** No official has more forms open than that. */
    private static final int MOST = 10;

    /** All fields of the longest form, filled in to the end, have a third of it. */
    private static final int LONGEST = 100_000;

    private static final Logger LOG = LoggerFactory.getLogger(KeptForms.class);

    private final JdbcClient jdbc;
    private final Officials officials;
    private final Seals seals;
    private final JsonMapper json;
    private final Clock clock;
    private final TransactionTemplate transaction;

    KeptForms(
            JdbcClient jdbc,
            Officials officials,
            Seals seals,
            JsonMapper json,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.officials = officials;
        this.seals = seals;
        this.json = json;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** A form that waits to be sent again. */
    public record Kept(UUID key, Again form, Instant at) {

        public List<String> words() {
            return form.words();
        }

        public Instant until() {
            return at.plus(LIFE);
        }
    }

    /** The value of the field {@link #GIVEN} in a form for this account. */
    String given(UUID account) {
        return seals.seal(GIVEN, account + " " + clock.millis());
    }

    /** Keeps the form of a request that came too late and says for whom; nothing if there is none that could be kept. */
    public Optional<UUID> keep(HttpServletRequest request) {
        var form = Again.of(request);
        if (form == null) {
            return Optional.empty();
        }
        var key = key(request).orElse(null);
        var official = givenTo(request).orElse(null);
        var typed = form.typed();
        if (key == null || official == null || typed.length() > LONGEST) {
            return Optional.empty();
        }
        var account = official.account();
        var now = now();
        as(ActorFilter.actor(official, request), () -> {
            jdbc.sql(KEEP)
                    .param("account", account)
                    .param("key", key)
                    .param("form", seals.seal(use(account), json.writeValueAsString(typed)))
                    .param("at", now)
                    .update();
            return jdbc.sql(TRIM).param("account", account).param("most", MOST).update();
        });
        return Optional.of(account);
    }

    /** Whether something waits for an official who has just signed in. */
    public boolean isWaitingFor(UUID account, HttpServletRequest request) {
        return officials
                .find(account)
                .map(official -> ActorFilter.actor(official, request))
                .filter(this::isWaitingFor)
                .isPresent();
    }

    /** Whether something waits for who acts. */
    public boolean isWaitingFor(Actor by) {
        return as(
                by,
                () -> jdbc.sql(WAITING)
                        .param("account", by.account())
                        .param("since", now().minus(LIFE))
                        .query(Boolean.class)
                        .single());
    }

    List<Kept> of(Actor by) {
        return as(
                        by,
                        () -> jdbc.sql(OF)
                                .param("account", by.account())
                                .param("since", now().minus(LIFE))
                                .query(Rows.of(Row.class))
                                .list())
                .stream()
                .flatMap(row -> opened(by.account(), row).stream())
                .toList();
    }

    void remove(Actor by, UUID key) {
        as(
                by,
                () -> jdbc.sql(REMOVE)
                        .param("account", by.account())
                        .param("key", key)
                        .update());
    }

    /** A form sent again has been dealt with when it took effect, or stands before the official with what is wrong. */
    @Override
    public void postHandle(
            HttpServletRequest request, HttpServletResponse response, Object handler, @Nullable ModelAndView view) {
        var isDealtWith = response.getStatus() == 303 || response.getStatus() == 422;
        if (isDealtWith && request.getParameter(KEPT) != null) {
            Acting.now().ifPresent(by -> key(request).ifPresent(key -> remove(by, key)));
        }
    }

    @Override
    public String name() {
        return "kept_form";
    }

    @Override
    public int removePast(OffsetDateTime now) {
        return jdbc.sql(REMOVE_PAST).param("since", now.minus(LIFE)).update();
    }

    record Row(UUID key, String form, Instant at) {}

    private Optional<Kept> opened(UUID account, Row row) {
        try {
            return seals.open(use(account), row.form())
                    .map(text -> new Kept(row.key(), json.readValue(text, Again.class), row.at()));
        } catch (JacksonException otherVersion) {
            LOG.warn("A kept form cannot be read any more", otherVersion);
            return Optional.empty();
        }
    }

    private Optional<Officials.Official> givenTo(HttpServletRequest request) {
        var sealed = request.getParameter(GIVEN);
        return Optional.ofNullable(sealed)
                .flatMap(given -> seals.open(GIVEN, given))
                .map(text -> text.split(" ", 2))
                .filter(given -> clock.millis() - Long.parseLong(given[1]) < LIFE.toMillis())
                .flatMap(given -> officials.find(UUID.fromString(given[0])))
                .filter(official -> !official.blocked());
    }

    private static Optional<UUID> key(HttpServletRequest request) {
        try {
            return Optional.ofNullable(request.getParameter("key")).map(UUID::fromString);
        } catch (IllegalArgumentException noKey) {
            return Optional.empty();
        }
    }

    private <T> T as(Actor by, Supplier<T> work) {
        try {
            return Acting.as(by, () -> Objects.requireNonNull(transaction.execute(_ -> work.get())));
        } catch (RuntimeException failure) {
            throw failure;
        } catch (Exception impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private OffsetDateTime now() {
        return OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    private static String use(UUID account) {
        return "kept form " + account;
    }

    static final String KEEP = """
            insert into kept_form (account, key, form, at)
            values (:account, :key, :form, :at)
            on conflict (account, key) do update
               set form = excluded.form,
                   at = excluded.at
            """;

    static final String TRIM = """
            delete from kept_form
             where account = :account
               and key not in (select key
                                 from kept_form
                                where account = :account
                                order by at desc
                                limit :most)
            """;

    static final String WAITING = """
            select exists (select 1
                             from kept_form
                            where account = :account and at > :since)
            """;

    static final String OF = """
            select key, form, at
              from kept_form
             where account = :account and at > :since
             order by at, key
            """;

    static final String REMOVE_PAST = """
            delete from kept_form
             where at < :since
            """;

    static final String REMOVE = """
            delete from kept_form
             where account = :account and key = :key
            """;
}
