package lv.vmis.register.joining;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import lv.vmis.register.kernel.PersonId;
import lv.vmis.register.person.IndexRows.Place;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How far the register has been searched for likely duplicates. */
@Component
class LikenessProgress {

    private final JdbcClient jdbc;

    LikenessProgress(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * @param weights what the persons were compared by: {@link Likenesses#rule()}
     * @param compared so many persons of the entry after the place
     * @param sweptTo number of the last person compared with all others; none when all were
     */
    record Progress(
            String weights,
            Place place,
            int compared,
            @Nullable Long sweptTo) {}

    /** True for one process at a time, until its transaction ends. */
    boolean isMine() {
        return jdbc.sql(LOCK).query(Boolean.class).single();
    }

    Optional<Progress> find() {
        return jdbc.sql(FIND)
                .query((row, _) -> new Progress(
                        row.getString("weights"),
                        new Place(row.getLong("transaction"), row.getObject("entry", UUID.class)),
                        row.getInt("compared"),
                        row.getObject("swept_to", Long.class)))
                .optional();
    }

    void keep(Progress progress) {
        jdbc.sql(KEEP)
                .param("weights", progress.weights())
                .param("transaction", progress.place().transaction())
                .param("entry", progress.place().entry())
                .param("compared", progress.compared())
                .param("swept", progress.sweptTo(), java.sql.Types.BIGINT)
                .update();
    }

    /** The next persons by number. */
    List<Numbered> next(long after, int most) {
        return jdbc.sql(NEXT)
                .param("after", after)
                .param("most", most)
                .query((row, _) -> new Numbered(row.getLong("number"), new PersonId(row.getObject("id", UUID.class))))
                .list();
    }

    record Numbered(long number, PersonId person) {}

    /** The records that speak for these. */
    List<PersonId> heads(Collection<UUID> records) {
        return jdbc.sql(HEADS)
                .param("records", records.toArray(UUID[]::new))
                .query((row, _) -> new PersonId(row.getObject("head_id", UUID.class)))
                .list();
    }

    static final String LOCK = """
            select pg_try_advisory_xact_lock(hashtextextended('likeness', 30))
            """;

    static final String FIND = """
            select weights, transaction, entry, compared, swept_to from likeness_progress
            """;

    static final String KEEP = """
            insert into likeness_progress (weights, transaction, entry, compared, swept_to)
            values (:weights, :transaction, :entry, :compared, :swept)
            on conflict (only_one) do update
               set weights = excluded.weights, transaction = excluded.transaction, entry = excluded.entry,
                   compared = excluded.compared, swept_to = excluded.swept_to
            """;

    static final String NEXT = """
            select number, id
              from person
             where number > :after and head_id = id
             order by number
             limit :most
            """;

    static final String HEADS = """
            select distinct head_id from person where id = any(:records)
            """;
}
