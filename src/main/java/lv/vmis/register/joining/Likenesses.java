package lv.vmis.register.joining;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import lv.vmis.register.kernel.Actor;
import lv.vmis.register.kernel.Ids;
import lv.vmis.register.kernel.PersonId;
import lv.vmis.register.kernel.Plans;
import lv.vmis.register.kernel.Rows;
import lv.vmis.register.person.LikelyPersons;
import lv.vmis.register.person.LikelyPersons.Likely;
import lv.vmis.register.person.OpenLikenesses;
import lv.vmis.register.reference.LegalParameters;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Pairs of persons who are more likely one than not, and what officials have said of them. */
@Component
class Likenesses implements OpenLikenesses {

    private final JdbcClient jdbc;
    private final LikelyPersons likely;
    private final LegalParameters parameters;
    private final Clock clock;

    Likenesses(JdbcClient jdbc, LikelyPersons likely, LegalParameters parameters, Clock clock) {
        this.jdbc = jdbc;
        this.likely = likely;
        this.parameters = parameters;
        this.clock = clock;
    }

    /** Worked out anew; while the register starts, as it was written last. */
    @Override
    public int of(PersonId person) {
        return likely.isReady()
                ? open(person).size()
                : jdbc.sql(WRITTEN_OPEN)
                        .param("person", person.value())
                        .param("bits", bits())
                        .query(Integer.class)
                        .single();
    }

    /** Who may be the same person and waits for an official to say so: true at once after any change. */
    List<Likely> open(PersonId person) {
        return likely.like(person).stream()
                .filter(other -> Standing.isOpen(
                        standing(person, other.person(), other.hit().score())))
                .toList();
    }

    /** Where two persons stand. */
    Standing standing(PersonId one, PersonId other, double score) {
        return jdbc.sql(STANDING)
                .param("one", one.value())
                .param("other", other.value())
                .param("score", score)
                .param("bits", bits())
                .query(Standing.class)
                .single();
    }

    /** By what persons are compared and asked about again: when it changes, all of them are looked at anew. */
    String rule() {
        return likely.rule() + " " + bits();
    }

    private int bits() {
        return parameters.count("likeness.reopen", LocalDate.now(clock));
    }

    /** Pairs that wait for a verdict: those nobody could tell last, else the likeliest first; from after a place on. */
    List<PairRow> list(@Nullable Place after, int most) {
        var last = after == null ? Place.BEFORE_ALL : after;
        Plans.each(jdbc);
        return jdbc.sql(LIST)
                .param("turn", last.turn())
                .param("one", last.one())
                .param("other", last.other())
                .param("most", most)
                .query(Rows.of(PairRow.class))
                .list();
    }

    /** A verdict, and whom it is about. */
    Optional<Verdict> said(UUID verdict) {
        return jdbc.sql(SAID).param("id", verdict).query(Rows.of(Verdict.class)).optional();
    }

    /** The last verdict on two persons. */
    Optional<Verdict> last(PersonId one, PersonId other) {
        return jdbc.sql(LAST)
                .param("one", one.value())
                .param("other", other.value())
                .query(Rows.of(Verdict.class))
                .optional();
    }

    UUID judge(
            PersonId one,
            PersonId other,
            String answer,
            String reason,
            @Nullable String note,
            double score,
            Actor by,
            Instant at) {
        var id = Ids.next();
        jdbc.sql(JUDGE)
                .param("id", id)
                .param("one", one.value())
                .param("other", other.value())
                .param("answer", answer)
                .param("reason", reason)
                .param("note", note)
                .param("score", score)
                .param("institution", by.institution())
                .param("by", by.account())
                .param("at", Links.utc(at))
                .update();
        settle(one, other);
        return id;
    }

    /** Writes down where two persons stand, once an official has said or proposed something of them. */
    void settle(PersonId one, PersonId other) {
        jdbc.sql(SETTLE)
                .param("one", one.value())
                .param("other", other.value())
                .param("bits", bits())
                .update();
    }

    /** Compares persons with all others, and writes down whom they are like; what is no longer so is taken out. */
    void match(Collection<PersonId> persons) {
        var pairs = new TreeMap<Pair, Double>();
        likely.like(persons)
                .forEach((person, others) -> others.forEach(other ->
                        pairs.put(Pair.of(person, other.person()), other.hit().score())));
        for (var pair : written(persons)) {
            if (!pairs.containsKey(pair)) {
                likely.compared(new PersonId(pair.one()), new PersonId(pair.other()))
                        .filter(LikelyPersons::isLikely)
                        .ifPresentOrElse(
                                hit -> pairs.put(pair, hit.score()),
                                () -> jdbc.sql(REMOVE)
                                        .param("one", pair.one())
                                        .param("other", pair.other())
                                        .update());
            }
        }
        if (!pairs.isEmpty()) {
            write(pairs);
        }
    }

    /** Two persons, in the order of the database. */
    private record Pair(UUID one, UUID other) implements Comparable<Pair> {

        private static final Comparator<Pair> ORDER = Comparator.comparing(
                        (Pair pair) -> pair.one().toString())
                .thenComparing(pair -> pair.other().toString());

        static Pair of(PersonId one, PersonId other) {
            var isInOrder = one.value().toString().compareTo(other.value().toString()) < 0;
            return isInOrder ? new Pair(one.value(), other.value()) : new Pair(other.value(), one.value());
        }

        @Override
        public int compareTo(Pair other) {
            return ORDER.compare(this, other);
        }
    }

    private void write(SortedMap<Pair, Double> pairs) {
        jdbc.sql(WRITE)
                .param("one", pairs.keySet().stream().map(Pair::one).toArray(UUID[]::new))
                .param("other", pairs.keySet().stream().map(Pair::other).toArray(UUID[]::new))
                .param("score", pairs.values().toArray(Double[]::new))
                .param("weights", likely.weights())
                .param("bits", bits())
                .param("at", Links.utc(clock.instant()))
                .update();
    }

    private List<Pair> written(Collection<PersonId> persons) {
        return jdbc.sql(WRITTEN)
                .param("persons", persons.stream().map(PersonId::value).toArray(UUID[]::new))
                .query((row, _) -> new Pair(row.getObject("one_id", UUID.class), row.getObject("other_id", UUID.class)))
                .list();
    }

    /** Takes out the pairs of records that do not speak for a person any more. */
    void removeJoined(Collection<UUID> records) {
        jdbc.sql(REMOVE_JOINED).param("records", records.toArray(UUID[]::new)).update();
    }

    /**
     * A place in the list.
     *
     * @param turn of the pair; the database reckons it from its standing and score
     */
    record Place(int turn, UUID one, UUID other) {

        static final Place BEFORE_ALL = new Place(Integer.MIN_VALUE, new UUID(0, 0), new UUID(0, 0));

        /** As it stands in an address. */
        static @Nullable Place of(@Nullable String text) {
            var parts = text == null ? new String[0] : text.split("~", -1);
            try {
                return parts.length != 3
                        ? null
                        : new Place(Integer.parseInt(parts[0]), UUID.fromString(parts[1]), UUID.fromString(parts[2]));
            } catch (IllegalArgumentException _) {
                return null;
            }
        }
    }

    static final String STANDING = """
            select likeness_state(:one, :other, :score, :bits)
            """;

    /** Where the two persons stand is kept beside the pair, so that the list reads what waits and not what is decided. */
    static final String SETTLE = """
            update likeness
               set standing = likeness_state(one_id, other_id, score, :bits)
             where (one_id, other_id) in (select least(po.head_id, pt.head_id), greatest(po.head_id, pt.head_id)
                                            from person po, person pt
                                           where po.id = :one and pt.id = :other)
            """;

    // A few more than are asked for: those joined within the last second still stand beside one another.
    static final String LIST = """
            with page as materialized (
                select l.one_id, l.other_id, l.score, l.standing, l.turn
                  from likeness l
                 where l.standing in ('OPEN', 'UNSURE')
                   and (l.turn, l.one_id, l.other_id) > (:turn, :one, :other)
                 order by l.turn, l.one_id, l.other_id
                 limit :most + 10)
            select page.one_id, page.other_id, page.score, page.standing, page.turn,
                   po.number as one_number, io.family_name as one_family_name, io.given_names as one_given_names,
                   io.birth_date as one_birth_date, pt.number as other_number, it.family_name as other_family_name,
                   it.given_names as other_given_names, it.birth_date as other_birth_date, said.reason, said.note
              from page
              join person po on po.id = page.one_id and po.head_id = po.id
              join person pt on pt.id = page.other_id and pt.head_id = pt.id
              join identity io on io.person_id = po.id and io.kind = 'PRIMARY'
              join identity it on it.person_id = pt.id and it.kind = 'PRIMARY'
              left join lateral (select v.reason, v.note
                                   from records_of(page.one_id) o (id)
                                  cross join records_of(page.other_id) t (id)
                                   join likeness_verdict v
                                     on v.one_id = least(o.id, t.id) and v.other_id = greatest(o.id, t.id)
                                  where page.standing = 'UNSURE'
                                  order by v.given_at desc
                                  limit 1) said on true
             order by page.turn, page.one_id, page.other_id
             limit :most
            """;

    static final String VERDICTS = """
            select v.id, po.number as one_number, pt.number as other_number, v.answer, v.reason, v.note, v.given_at,
                   coalesce(a.name, '–') as given_by_name
              from likeness_verdict v
              join person po on po.id = v.one_id
              join person pt on pt.id = v.other_id
              left join account a on a.id = v.given_by
            """;

    static final String SAID = VERDICTS + """
             where v.id = :id
            """;

    static final String LAST = VERDICTS + """
             where v.one_id in (select * from records_of(:one) union select * from records_of(:other))
               and v.other_id in (select * from records_of(:one) union select * from records_of(:other))
             order by v.given_at desc
             limit 1
            """;

    static final String JUDGE = """
            insert into likeness_verdict (id, one_id, other_id, answer, reason, note, score, shared, institution, given_by,
                                          given_at)
            values (:id, least(cast(:one as uuid), cast(:other as uuid)), greatest(cast(:one as uuid), cast(:other as uuid)),
                    :answer, :reason, :note, :score,
                    array(select distinct a.issuer || ' ' || a.number_key
                            from document a
                            join document b on b.number_key = a.number_key and b.issuer = a.issuer
                           where a.person_id in (select * from records_of(:one))
                             and b.person_id in (select * from records_of(:other))),
                    :institution, :by, :at)
            """;

    static final String WRITE = """
            insert into likeness (one_id, other_id, score, weights, standing, found_at)
            select p.one, p.other, p.score, :weights, likeness_state(p.one, p.other, p.score, :bits), :at
              from unnest(cast(:one as uuid[]), cast(:other as uuid[]), cast(:score as double precision[])) as p (one, other, score)
            on conflict (one_id, other_id) do update
               set score = excluded.score, weights = excluded.weights, standing = excluded.standing,
                   found_at = case when likeness.score = excluded.score then likeness.found_at else excluded.found_at end
             where (likeness.score, likeness.weights, likeness.standing)
                is distinct from (excluded.score, excluded.weights, excluded.standing)
            """;

    static final String WRITTEN = """
            select one_id, other_id from likeness where one_id = any(:persons)
            union
            select one_id, other_id from likeness where other_id = any(:persons)
            """;

    static final String WRITTEN_OPEN = """
            select count(*)
              from person p
              join likeness l on l.one_id = p.head_id or l.other_id = p.head_id
             where p.id = :person and likeness_state(l.one_id, l.other_id, l.score, :bits) in ('OPEN', 'UNSURE')
            """;

    static final String REMOVE = """
            delete from likeness
             where one_id = least(cast(:one as uuid), cast(:other as uuid))
               and other_id = greatest(cast(:one as uuid), cast(:other as uuid))
            """;

    static final String REMOVE_JOINED = """
            delete from likeness l
             using person p
             where p.id = any(:records) and p.head_id <> p.id and (l.one_id = p.id or l.other_id = p.id)
            """;
}
