package lv.vmis.register.edge;

import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import lv.vmis.register.kernel.Actor;
import lv.vmis.register.kernel.Ids;
import lv.vmis.register.kernel.PersonId;
import lv.vmis.register.kernel.Purpose;
import lv.vmis.register.kernel.Rows;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The purposes an official has stated in this session. A purpose holds for eight hours: for searching, or for one person,
 * or for everyone in the case it names.
 */
@Component
public class Purposes implements Passing {

    private static final Duration REMEMBERED = Duration.ofHours(8);

    private final JdbcClient jdbc;
    private final Clock clock;
    private final TransactionTemplate transaction;

    Purposes(JdbcClient jdbc, Clock clock, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** Remembers a stated purpose; without a person it is for searching. */
    public void state(Actor by, Purpose purpose, @Nullable PersonId person) {
        var now = OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
        transaction.executeWithoutResult(_ -> jdbc.sql(STATE)
                .param("id", Ids.next())
                .param("actor", by.account())
                .param("session", by.session() == null ? "" : by.session())
                .param("person", person == null ? null : person.value())
                .param("purpose", purpose.code())
                .param("case_ref", purpose.caseRef())
                .param("reason", purpose.reason())
                .param("now", now)
                .param("until", now.plus(REMEMBERED))
                .update());
    }

    /** The stated purpose of looking at a person; whoever has stated none is asked first. */
    public Purpose at(Actor by, PersonId person) {
        return forPerson(by, person).orElseThrow(() -> new PurposeNeeded(person, null));
    }

    /** As {@link #at(Actor, PersonId)}, where his case is being opened: whoever is asked need not type its number. */
    public Purpose at(Actor by, PersonId person, @Nullable UUID caseId) {
        return forPerson(by, person).orElseThrow(() -> new PurposeNeeded(person, caseId));
    }

    /** The stated purpose of searching; whoever has stated none is asked first. */
    public Purpose searching(Actor by) {
        return forSearching(by).orElseThrow(() -> new PurposeNeeded(null, null));
    }

    /** The purpose of searching, if one is stated. */
    public Optional<Purpose> forSearching(Actor by) {
        return stated(() -> jdbc.sql(FOR_SEARCHING)
                .param("session", by.session() == null ? "" : by.session())
                .param("now", OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                .query(Rows.of(Stated.class))
                .optional());
    }

    /** The purpose of looking at a person, if one is stated for him or for a case of his. */
    public Optional<Purpose> forPerson(Actor by, PersonId person) {
        return stated(() -> jdbc.sql(FOR_PERSON)
                .param("session", by.session() == null ? "" : by.session())
                .param("person", person.value())
                .param("now", OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                .query(Rows.of(Stated.class))
                .optional());
    }

    @Override
    public String name() {
        return "stated_purpose";
    }

    @Override
    public int removePast(OffsetDateTime now) {
        return jdbc.sql(REMOVE).param("now", now).update();
    }

    private Optional<Purpose> stated(Supplier<Optional<Stated>> query) {
        return Objects.requireNonNull(transaction.execute(_ -> query.get())).map(Stated::purpose);
    }

    record Stated(
            String code, @Nullable String caseRef, @Nullable String reason) {
        Purpose purpose() {
            return new Purpose(code, caseRef, reason);
        }
    }

    static final String STATE = """
            insert into stated_purpose (id, actor, session, person_id, purpose, case_ref, reason, from_at, until_at)
            values (:id, :actor, :session, :person, :purpose, :case_ref, :reason, :now, :until)
            """;

    static final String REMOVE = """
            delete from stated_purpose
             where until_at < :now
            """;

    static final String FOR_SEARCHING = """
            select purpose as code, case_ref, reason
              from stated_purpose
             where session = :session and person_id is null and until_at > :now
             order by from_at desc
             limit 1
            """;

    static final String FOR_PERSON = """
            select s.purpose as code, s.case_ref, s.reason
              from stated_purpose s
             where s.session = :session and s.until_at > :now
               and (s.person_id in (select * from records_of(:person))
                    or exists (select 1
                                 from return_case mine
                                 join return_case named on named.number = s.case_ref
                                where mine.person_id in (select * from records_of(:person))
                                  and (mine.id = named.id or mine.group_id = named.group_id)))
             order by s.from_at desc
             limit 1
            """;
}
