package lv.vmis.register.person;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiConsumer;
import lv.vmis.register.kernel.PartialDate;
import lv.vmis.register.kernel.PersonId;
import lv.vmis.register.matching.Description;
import lv.vmis.register.reading.DateParts;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What the index of persons is made of, and what the journal says has changed. Joined records stand under their head. */
@Component
public class IndexRows {

    private static final int NUMBERS_AT_ONCE = 5_000;

    private final JdbcClient jdbc;

    IndexRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A place in the order of the journal: after this entry. */
    public record Place(long transaction, UUID entry) implements Comparable<Place> {

        @Override
        public int compareTo(Place other) {
            return Comparator.comparingLong(Place::transaction)
                    .thenComparing(Place::entry)
                    .compare(this, other);
        }

        /** Before every entry of transactions that are not finished yet. */
        static Place before(long transaction) {
            return new Place(transaction, new UUID(0, 0));
        }
    }

    /** Persons changed by one entry. */
    public record Change(Place place, List<UUID> persons) {}

    /** Everything committed so far stands before this place, everything that commits from now on after it. */
    public Place horizon() {
        return Place.before(
                jdbc.sql(HORIZON).query((row, _) -> row.getLong("horizon")).single());
    }

    int count() {
        return jdbc.sql(COUNT).query((row, _) -> row.getInt("identities")).single();
    }

    /**
     * Gives every identity of every person: the number of the person and its descriptions, one for each way it is written. Read in pieces, each soon: sorted as a
     * whole, the first of a million would come after the connection has given up waiting.
     */
    void each(BiConsumer<Long, Description> identity, Runnable rowRead) {
        long last = jdbc.sql(LAST).query((row, _) -> row.getLong("number")).single();
        for (long below = 0; below < last; below += NUMBERS_AT_ONCE) {
            jdbc.sql(PIECE)
                    .param("below", below)
                    .param("until", below + NUMBERS_AT_ONCE)
                    .query((RowCallbackHandler) row -> {
                        describe(row, identity);
                        rowRead.run();
                    });
        }
    }

    /** The identities of these persons by the number of the person; nothing for somebody who has none. */
    Map<Long, List<Description>> of(Collection<UUID> persons) {
        var found = new HashMap<Long, List<Description>>();
        jdbc.sql(NUMBERS).param("persons", persons.toArray(UUID[]::new)).query(row -> {
            found.put(row.getLong("number"), new ArrayList<>());
        });
        jdbc.sql(SOME).param("persons", persons.toArray(UUID[]::new)).query(row -> {
            describe(
                    row,
                    (person, identity) -> found.computeIfAbsent(person, _ -> new ArrayList<>())
                            .add(identity));
        });
        return found;
    }

    /** The persons of these numbers. */
    Map<Long, PersonId> ids(Collection<Long> numbers) {
        var found = new HashMap<Long, PersonId>();
        jdbc.sql(IDS).param("numbers", numbers.toArray(Long[]::new)).query(row -> {
            found.put(row.getLong("number"), new PersonId(row.getObject("id", UUID.class)));
        });
        return found;
    }

    /** What happened after a place, in order; not what a transaction still running may come before. */
    public List<Change> after(Place place, int atMost) {
        return jdbc.sql(AFTER)
                .param("transaction", Long.toString(place.transaction()))
                .param("entry", place.entry())
                .param("most", atMost)
                .query((row, _) -> new Change(
                        new Place(row.getLong("transaction"), row.getObject("id", UUID.class)),
                        Arrays.asList((UUID[]) row.getArray("persons").getArray())))
                .list();
    }

    private static void describe(ResultSet row, BiConsumer<Long, Description> identity) throws SQLException {
        long person = row.getLong("number");
        new IndexedIdentity(
                        row.getString("family_name"),
                        (@Nullable String) row.getString("given_names"),
                        (@Nullable String) row.getString("patronymic"),
                        (@Nullable String) row.getString("original_name"),
                        (@Nullable String) row.getString("latvian_name"),
                        row.getString("sex"),
                        PartialDate.valueOf(row.getString("birth_date")),
                        (@Nullable String) row.getString("birth_place"),
                        Arrays.asList((String[]) row.getArray("nationalities").getArray()),
                        Arrays.asList((String[]) row.getArray("documents").getArray()))
                .descriptions()
                .forEach(description -> identity.accept(person, description));
    }

    static String joined(@Nullable String given, @Nullable String patronymic) {
        var names = given == null ? "" : given;
        return patronymic == null ? names : (names + ' ' + patronymic).strip();
    }

    /** Of an estimated date only the year is worth comparing. */
    static DateParts parts(PartialDate date) {
        return date.estimated()
                ? new DateParts(date.year(), 0, 0)
                : new DateParts(date.year(), date.month(), date.day());
    }

    static List<UUID> values(Collection<PersonId> persons) {
        return persons.stream().map(PersonId::value).toList();
    }

    static final String HORIZON = """
            select pg_snapshot_xmin(pg_current_snapshot())::text::bigint as horizon
            """;

    static final String COUNT = """
            select count(*) as identities from identity
            """;

    static final String IDENTITY = """
            select h.number, i.family_name, i.given_names, i.patronymic, i.original_name, i.latvian_name, i.sex,
                   i.birth_date, i.birth_place,
                   array(select n.country from nationality n where n.identity_id = i.id order by n.country)
                       as nationalities,
                   array(select d.number_key from document d where d.person_id = i.person_id order by d.number_key)
                       as documents
              from identity i
              join person p on p.id = i.person_id
              join person h on h.id = p.head_id
            """;

    static final String LAST = """
            select coalesce(max(number), 0) as number from person
            """;

    static final String PIECE = IDENTITY + """
             where h.number > :below and h.number <= :until
             order by h.number, i.id
            """;

    // With those of their heads: a record that is joined is not in the index itself any more. And those of persons that
    // are
    // gone, unless the number is somebody else's by now.
    static final String NUMBERS = """
            select number from person where id = any(:persons)
            union
            select h.number from person p join person h on h.id = p.head_id where p.id = any(:persons)
            union
            select g.number from person_gone g
             where g.id = any(:persons) and not exists (select from person p where p.number = g.number)
            """;

    static final String IDS = """
            select id, number from person where number = any(:numbers)
            """;

    static final String SOME = IDENTITY + """
             where p.head_id in (select head_id from person where id = any(:persons))
             order by h.number, i.id
            """;

    static final String AFTER = """
            select tx::text::bigint as transaction, id, persons
              from entry
             where kind = 'act'
               and (tx, id) > (cast(:transaction as xid8), cast(:entry as uuid))
               and tx < pg_snapshot_xmin(pg_current_snapshot())
             order by tx, id
             limit :most
            """;
}
