package lv.vmis.register.detention;

import java.sql.Timestamp;
import java.sql.Types;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import lv.vmis.register.kernel.Actor;
import lv.vmis.register.kernel.PartialDate;
import lv.vmis.register.kernel.PersonId;
import lv.vmis.register.reference.LegalParameters;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Everybody who is held now, each with the clock of his detention: a few hundred at most, the centres have no more places. */
@Component
public class HeldPersons {

    private final JdbcClient jdbc;
    private final LegalParameters parameters;

    HeldPersons(JdbcClient jdbc, LegalParameters parameters) {
        this.jdbc = jdbc;
        this.parameters = parameters;
    }

    /**
     * Somebody who is held.
     *
     * @param place where he was placed last; nothing while he has not been placed
     */
    public record Held(
            UUID id,
            PersonId personId,
            String caseNumber,
            String familyName,
            @Nullable String givenNames,
            PartialDate birthDate,
            Instant detainedAt,
            String unit,
            @Nullable String place,
            DetentionClock clock) {

        /** "NGUYEN Van An". */
        public String name() {
            var family = familyName.toUpperCase(Locale.ROOT);
            return givenNames == null ? family : family + " " + givenNames;
        }
    }

    /** Whoever must be released first is first. */
    public List<Held> now() {
        return now(parameters);
    }

    /** Since when the person is held in any of his cases; nothing when he is free. */
    public Optional<Instant> since(PersonId person) {
        return jdbc.sql(SINCE)
                .param("person", person.value())
                .query((row, _) ->
                        row.getObject("detained_at", OffsetDateTime.class).toInstant())
                .optional();
    }

    /** A detention that has ended. */
    public record Then(Instant from, Instant until) {}

    /** The detention in which the person was still held after a day, or after a moment of it when that is known. */
    public Optional<Then> after(PersonId person, LocalDate day, @Nullable Instant at) {
        return jdbc.sql(AFTER)
                .param("person", person.value())
                .param("day", day)
                .param("at", at == null ? null : Detentions.utc(at), Types.TIMESTAMP_WITH_TIMEZONE)
                .query((row, _) -> new Then(
                        row.getObject("detained_at", OffsetDateTime.class).toInstant(),
                        row.getObject("released_at", OffsetDateTime.class).toInstant()))
                .optional();
    }

    /** When the person who is held was detained or moved last: he is removed later than that. */
    public Optional<Instant> lastMoved(PersonId person) {
        return jdbc.sql(LAST_MOVED)
                .param("person", person.value())
                .query((row, _) -> row.getObject("at", OffsetDateTime.class).toInstant())
                .optional();
    }

    /** On which day a judge ruled last that the person who is held is to be held: he is removed no earlier. */
    public Optional<LocalDate> lastRuled(PersonId person) {
        return jdbc.sql(LAST_RULED)
                .param("person", person.value())
                .query((row, _) -> row.getObject("day", LocalDate.class))
                .optional();
    }

    /** Whoever is removed is held no longer (Reg. 122 5.5.3, 5.5.4): the detentions that ended so. */
    public List<UUID> removed(PersonId person, Instant at, Actor by, Instant now) {
        return jdbc.sql(REMOVED)
                .param("person", person.value())
                .param("at", Detentions.utc(at))
                .param("reason", DetentionRules.REMOVED)
                .param("by", by.account())
                .param("now", Detentions.utc(now))
                .query((row, _) -> row.getObject("id", UUID.class))
                .list();
    }

    /** When the person was detained anew since a departure released him; nothing when he was not. */
    public Optional<Instant> anewSince(PersonId person, Instant confirmed) {
        return jdbc.sql(ANEW)
                .param("person", person.value())
                .param("confirmed", Detentions.utc(confirmed))
                .query((row, _) ->
                        row.getObject("detained_at", OffsetDateTime.class).toInstant())
                .optional();
    }

    /** Whoever was released by a departure that never was is held again; that he was released stays in the past of the detention. */
    public List<UUID> heldAgain(PersonId person, Instant confirmed, String why, Actor by, Instant now) {
        jdbc.sql(KEEP_RELEASE)
                .param("person", person.value())
                .param("confirmed", Detentions.utc(confirmed))
                .param("why", why)
                .param("by", by.account())
                .param("now", Detentions.utc(now))
                .update();
        return jdbc.sql(HOLD_AGAIN)
                .param("person", person.value())
                .param("confirmed", Detentions.utc(confirmed))
                .query((row, _) -> row.getObject("id", UUID.class))
                .list();
    }

    /** As the law has it that is in force or only tried. */
    List<Held> now(LegalParameters law) {
        return jdbc
                .sql(HELD)
                .query((row, _) -> {
                    var detainedAt =
                            row.getObject("detained_at", OffsetDateTime.class).toInstant();
                    var kinds = (String[]) row.getArray("kinds").getArray();
                    var untils = (Timestamp[]) row.getArray("untils").getArray();
                    var submitted =
                            (@Nullable Timestamp[]) row.getArray("submitted").getArray();
                    var titles = IntStream.range(0, kinds.length)
                            .mapToObj(i -> new DetentionTitle(
                                    kinds[i],
                                    untils[i].toInstant(),
                                    null,
                                    null,
                                    null,
                                    submitted[i] == null ? null : submitted[i].toInstant(),
                                    null))
                            .toList();
                    var earlier = new DetentionClock.Earlier(
                            detainedAt.minus(Duration.ofSeconds(row.getLong("earlier"))), detainedAt);
                    return new Held(
                            row.getObject("id", UUID.class),
                            new PersonId(row.getObject("person_id", UUID.class)),
                            row.getString("number"),
                            row.getString("family_name"),
                            (@Nullable String) row.getString("given_names"),
                            PartialDate.valueOf(row.getString("birth_date")),
                            detainedAt,
                            row.getString("unit"),
                            (@Nullable String) row.getString("place"),
                            DetentionClock.of(
                                    detainedAt,
                                    titles,
                                    List.of(earlier),
                                    DetentionLaw.on(Moments.day(detainedAt), law)));
                })
                .list()
                .stream()
                .sorted(Comparator.comparing((Held one) -> one.clock().releaseBy()))
                .toList();
    }

    static final String SINCE = """
            select min(detained_at) as detained_at
              from detention
             where person_id in (select * from records_of(:person)) and released_at is null
            having count(*) > 0
            """;

    static final String AFTER = """
            select detained_at, released_at
              from detention
             where person_id in (select * from records_of(:person))
               and (detained_at at time zone 'Europe/Riga')::date <= :day
               and ((released_at at time zone 'Europe/Riga')::date > :day or released_at > :at)
             order by detained_at
             limit 1
            """;

    static final String LAST_MOVED = """
            select max(greatest(d.detained_at, p.placed_at)) as at
              from detention d
              left join placement p on p.detention_id = d.id
             where d.person_id in (select * from records_of(:person)) and d.released_at is null
            having count(*) > 0
            """;

    static final String LAST_RULED = """
            select max(t.decided_on) as day
              from detention d
              join detention_title t on t.detention_id = d.id and t.decided_on is not null
             where d.person_id in (select * from records_of(:person)) and d.released_at is null
            having count(*) > 0
            """;

    static final String REMOVED = """
            update detention
               set released_at = :at, release_reason = :reason, released_by = :by, release_noted_at = :now,
                   version = version + 1
             where person_id in (select * from records_of(:person)) and released_at is null
            returning id
            """;

    private static final String RELEASED_BY_DEPARTURE = """
             where person_id in (select * from records_of(:person)) and release_reason = 'REMOVED' and release_noted_at = :confirmed
            """;

    static final String ANEW = """
            select min(l.detained_at) as detained_at
              from detention d
              join detention l on l.person_id in (select * from records_of(d.person_id)) and l.detained_at >= d.released_at
             where d.person_id in (select * from records_of(:person)) and d.release_reason = 'REMOVED'
               and d.release_noted_at = :confirmed
            having count(*) > 0
            """;

    static final String KEEP_RELEASE = """
            insert into detention_past (detention_id, version, person_id, detained_at, ground, unit, circumstances, last_resort,
                                        released_at, release_reason, reason, corrected_by, corrected_at)
            select id, version, person_id, detained_at, ground, unit, circumstances, last_resort, released_at, release_reason, :why,
                   :by, :now
              from detention
            """ + RELEASED_BY_DEPARTURE;

    static final String HOLD_AGAIN = """
            update detention
               set released_at = null, release_reason = null, release_note = null, released_by = null, release_noted_at = null,
                   version = version + 1
            """ + RELEASED_BY_DEPARTURE + """
            returning id
            """;

    static final String HELD = """
            select d.id, d.person_id, c.number, i.family_name, i.given_names, i.birth_date, d.detained_at, d.unit,
                   (select p.place from placement p where p.detention_id = d.id order by p.placed_at desc limit 1) as place,
                   (select coalesce(extract(epoch from sum(e.released_at - e.detained_at)), 0)::bigint
                      from held_before(d.case_id, d.person_id, d.detained_at, null) e) as earlier,
                   t.kinds, t.untils, t.submitted
              from detention d
              join return_case c on c.id = d.case_id
              join person p on p.id = d.person_id
              join identity i on i.person_id = p.head_id and i.kind = 'PRIMARY'
              join lateral (select array_agg(kind order by until_at) as kinds, array_agg(until_at order by until_at) as untils,
                                     array_agg(submitted_at order by until_at) as submitted
                              from detention_title where detention_id = d.id) t on true
             where d.released_at is null
            """;
}
