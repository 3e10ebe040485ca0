package lv.vmis.register.edge;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.lang.reflect.RecordComponent;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import lv.vmis.register.kernel.Acting;
import lv.vmis.register.kernel.Actor;
import lv.vmis.register.kernel.Rows;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.ModelAndView;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * What officials have typed into forms and not sent yet, kept under seal while they type. The form brings it back when it
 * is opened again, on any device; once the form has taken effect, it is gone.
 */
@Component
public class UnsentForms implements HandlerInterceptor, Passing {

    /** The field that names the page of a form. */
    static final String PAGE = "_unsent";

    private static final Duration LIFE = Duration.ofDays(14);
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,9}");
    private static final int LONGEST = 100_000;
    private static final TypeReference<TreeMap<String, String>> FIELDS = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final Seals seals;
    private final JsonMapper json;
    private final Clock clock;
    private final TransactionTemplate transaction;

    UnsentForms(JdbcClient jdbc, Seals seals, JsonMapper json, Clock clock, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.seals = seals;
        this.json = json;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    /**
     * What was typed so far.
     *
     * @param page where the form is
     * @param fields by their names, without what the register itself puts into a form
     */
    public record Unsent(String page, Map<String, String> fields, Instant at) {

        /** What a person would recognise of it. */
        public List<String> words() {
            return Again.words(fields.entrySet().stream()
                    .map(field -> new Again.Field(field.getKey(), field.getValue()))
                    .toList());
        }

        /** A form as its official left it, under its new key and of the version he saw. */
        public <T extends Record> T onto(T blank) {
            var parts = blank.getClass().getRecordComponents();
            var types = Arrays.stream(parts).map(RecordComponent::getType).toArray(Class<?>[]::new);
            try {
                var values = new @Nullable Object[parts.length];
                for (var i = 0; i < parts.length; i++) {
                    var name = parts[i].getName();
                    values[i] = name.equals("key") ? parts[i].getAccessor().invoke(blank) : value(types[i], name);
                }
                @SuppressWarnings("unchecked")
                var type = (Class<T>) blank.getClass();
                return type.getDeclaredConstructor(types).newInstance(values);
            } catch (ReflectiveOperationException impossible) {
                throw new IllegalStateException("a form is a public record of texts", impossible);
            }
        }

        private @Nullable Object value(Class<?> type, String name) {
            var text = fields.get(name);
            if (type != int.class) {
                return text;
            }
            return text == null || !NUMBER.matcher(text).matches() ? 0 : Integer.parseInt(text);
        }
    }

    /** When the form that is shown again was typed; nothing where none was left. */
    public static @Nullable Instant at(Optional<Unsent> left) {
        return left.map(Unsent::at).orElse(null);
    }

    record Row(String page, String form, Instant at) {}

    /** What was typed into the form of a page, if its official left one. */
    public Optional<Unsent> of(Actor by, String page) {
        return in(() -> jdbc.sql(OF)
                        .param("account", by.account())
                        .param("page", page)
                        .param("since", now().minus(LIFE))
                        .query(Rows.of(Row.class))
                        .optional())
                .flatMap(row -> opened(by, row));
    }

    /** All that an official has left, the last first. */
    List<Unsent> all(Actor by) {
        return in(() -> jdbc.sql(ALL)
                        .param("account", by.account())
                        .param("since", now().minus(LIFE))
                        .query(Rows.of(Row.class))
                        .list())
                .stream()
                .flatMap(row -> opened(by, row).stream())
                .toList();
    }

    /** Whether an official has left any. */
    public boolean isWaitingFor(Actor by) {
        return !all(by).isEmpty();
    }

    private Optional<Unsent> opened(Actor by, Row row) {
        return seals.open(use(by, row.page()), row.form())
                .map(text -> new Unsent(row.page(), json.readValue(text, FIELDS), row.at()));
    }

    /** Keeps what is typed so far, in place of what was; when. */
    Optional<Instant> keep(Actor by, String page, Map<String, String> fields) {
        var typed = new TreeMap<>(fields);
        typed.keySet().removeIf(name -> name.startsWith("_"));
        var text = json.writeValueAsString(typed);
        if (text.length() > LONGEST) {
            return Optional.empty();
        }
        var at = now();
        in(() -> jdbc.sql(KEEP)
                .param("account", by.account())
                .param("page", page)
                .param("form", seals.seal(use(by, page), text))
                .param("at", at)
                .update());
        return Optional.of(at.toInstant());
    }

    void remove(Actor by, String page) {
        in(() -> jdbc.sql(REMOVE)
                .param("account", by.account())
                .param("page", page)
                .update());
    }

    /** A form that took effect is not unsent any more. */
    @Override
    public void postHandle(
            HttpServletRequest request, HttpServletResponse response, Object handler, @Nullable ModelAndView view) {
        var page = request.getParameter(PAGE);
        if (page != null && response.getStatus() == 303) {
            Acting.now().ifPresent(by -> remove(by, page));
        }
    }

    @Override
    public String name() {
        return "unsent_form";
    }

    @Override
    public int removePast(OffsetDateTime now) {
        return jdbc.sql(REMOVE_PAST).param("since", now.minus(LIFE)).update();
    }

    private <T> T in(Supplier<T> work) {
        return Objects.requireNonNull(transaction.execute(_ -> work.get()));
    }

    private OffsetDateTime now() {
        return OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    private static String use(Actor by, String page) {
        return "unsent " + by.account() + " " + page;
    }

    static final String OF = """
            select page, form, at
              from unsent_form
             where account = :account and page = :page and at > :since
            """;

    static final String ALL = """
            select page, form, at
              from unsent_form
             where account = :account and at > :since
             order by at desc
            """;

    static final String KEEP = """
            insert into unsent_form (account, page, form, at)
            values (:account, :page, :form, :at)
            on conflict (account, page) do update
               set form = excluded.form,
                   at = excluded.at
            """;

    static final String REMOVE = """
            delete from unsent_form
             where account = :account and page = :page
            """;

    static final String REMOVE_PAST = """
            delete from unsent_form
             where at < :since
            """;
}
