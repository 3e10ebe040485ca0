package lv.vmis.register.joining;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
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

    /** Compares a person with all others, and writes down whom he is like; what is no longer so is taken out. */
    void match(PersonId person) {
        var found = likely.like(person);
        found.forEach(other -> write(person, other.person(), other.hit().score()));
        var seen = found.stream().map(Likely::person).toList();
        for (var other : written(person)) {
            if (!seen.contains(other)) {
                likely.compared(person, other)
                        .filter(LikelyPersons::isLikely)
                        .ifPresentOrElse(
                                hit -> write(person, other, hit.score()),
                                () -> jdbc.sql(REMOVE)
                                        .param("one", person.value())
                                        .param("other", other.value())
                                        .update());
            }
        }
    }

    private void write(PersonId one, PersonId other, double score) {
        jdbc.sql(WRITE)
                .param("one", one.value())
                .param("other", other.value())
                .param("score", score)
                .param("weights", likely.weights())
                .param("bits", bits())
                .param("at", Links.utc(clock.instant()))
                .update();
    }

    private List<PersonId> written(PersonId person) {
        return jdbc.sql(WRITTEN)
                .param("person", person.value())
                .query((row, _) -> new PersonId(row.getObject("other", UUID.class)))
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
            values (least(cast(:one as uuid), cast(:other as uuid)), greatest(cast(:one as uuid), cast(:other as uuid)),
                    :score, :weights, likeness_state(:one, :other, :score, :bits), :at)
            on conflict (one_id, other_id) do update
               set score = excluded.score, weights = excluded.weights, standing = excluded.standing,
                   found_at = case when likeness.score = excluded.score then likeness.found_at else excluded.found_at end
             where (likeness.score, likeness.weights, likeness.standing)
                is distinct from (excluded.score, excluded.weights, excluded.standing)
            """;

    static final String WRITTEN = """
            select other_id as other from likeness where one_id = :person
            union all
            select one_id from likeness where other_id = :person
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
