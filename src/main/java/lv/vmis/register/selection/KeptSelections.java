package lv.vmis.register.selection;

import java.sql.Types;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import lv.vmis.register.edge.Passing;
import lv.vmis.register.kernel.Actor;
import lv.vmis.register.kernel.Ids;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/** Keeps what an official selected for some hours, so that no condition stands in an address; counts it once. */
@Component
class KeptSelections implements Passing {

    /** Nobody reads longer lists; beyond it a list is said to hold more. */
    static final int COUNTED = 10_000;

    private static final Duration KEPT = Duration.ofHours(8);

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final SelectedPersons persons;
    private final Clock clock;
    private final TransactionTemplate transaction;

    KeptSelections(
            JdbcClient jdbc,
            JsonMapper json,
            SelectedPersons persons,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.json = json;
        this.persons = persons;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** @param found how many persons there were, {@value #COUNTED} and one when there were more */
    record Kept(Selection selection, int found, Instant at) {}

    UUID keep(Selection selection, Actor by) {
        var id = Ids.next();
        var now = utc(clock.instant());
        transaction.executeWithoutResult(_ -> jdbc.sql(KEEP)
                .param("id", id)
                .param("actor", by.account())
                .param("session", session(by))
                .param("asked", json.writeValueAsString(selection), Types.OTHER)
                .param("found", persons.find(selection, null, COUNTED + 1).size())
                .param("now", now)
                .param("until", now.plus(KEPT))
                .update());
        return id;
    }

    Optional<Kept> kept(UUID id, Actor by) {
        return Objects.requireNonNull(transaction.execute(_ -> jdbc.sql(KEPT_ONE)
                .param("id", id)
                .param("actor", by.account())
                .param("session", session(by))
                .param("now", utc(clock.instant()))
                .query((row, _) -> new Kept(
                        json.readValue(row.getString("asked"), Selection.class),
                        row.getInt("found"),
                        row.getObject("asked_at", OffsetDateTime.class).toInstant()))
                .optional()));
    }

    @Override
    public String name() {
        return "selection";
    }

    @Override
    public int removePast(OffsetDateTime now) {
        return jdbc.sql(REMOVE).param("now", now).update();
    }

    private static String session(Actor by) {
        return by.session() == null ? "" : by.session();
    }

    static OffsetDateTime utc(Instant instant) {
        return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
    }

    static final String KEEP = """
            insert into selection (id, actor, session, asked, found, asked_at, until_at)
            values (:id, :actor, :session, :asked, :found, :now, :until)
            """;

    static final String KEPT_ONE = """
            select asked, found, asked_at
              from selection
             where id = :id and actor = :actor and session = :session and until_at > :now
            """;

    static final String REMOVE = """
            delete from selection
             where until_at < :now
            """;
}
