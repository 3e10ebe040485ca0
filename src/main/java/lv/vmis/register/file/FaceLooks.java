package lv.vmis.register.file;

import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.UUID;
import lv.vmis.register.kernel.Actor;
import lv.vmis.register.kernel.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The face stands in the bar above every page of a person. The page was a look, and its face belongs to it: a second entry for
 * each page would say nothing and bury the rest. Whoever asks for the face alone leaves an entry.
 */
@Component
class FaceLooks {

    /** As long as a slow line takes to ask for what a page shows. */
    private static final Duration SAME_LOOK = Duration.ofMinutes(1);

    private final JdbcClient jdbc;
    private final Clock clock;
    private final TransactionTemplate transaction;

    FaceLooks(JdbcClient jdbc, Clock clock, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    boolean isPartOfAPage(Actor by, PersonId person) {
        var since = OffsetDateTime.ofInstant(clock.instant().minus(SAME_LOOK), ZoneOffset.UTC);
        return Objects.requireNonNull(transaction.execute(_ -> jdbc.sql(JUST_LOOKED)
                .param("person", new UUID[] {person.value()})
                .param("session", by.session())
                .param("actor", by.account())
                .param("since", since)
                .query(Boolean.class)
                .single()));
    }

    static final String JUST_LOOKED = """
            select exists (select 1
                             from entry
                            where persons @> :person and kind = 'look' and at > :since
                              and session = :session and actor = :actor)
            """;
}
