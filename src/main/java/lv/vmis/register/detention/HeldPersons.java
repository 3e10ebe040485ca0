package lv.vmis.register.detention;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
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

    /** As the law has it that is in force or only tried. */
    List<Held> now(LegalParameters law) {
        return jdbc
                .sql(HELD)
                .query((row, _) -> {
                    var detainedAt =
                            row.getObject("detained_at", OffsetDateTime.class).toInstant();
                    var kinds = (String[]) row.getArray("kinds").getArray();
                    var untils = (Timestamp[]) row.getArray("untils").getArray();
                    var titles = IntStream.range(0, kinds.length)
                            .mapToObj(i -> new DetentionTitle(kinds[i], untils[i].toInstant(), null, null, null))
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

    static final String HELD = """
            select d.id, d.person_id, c.number, i.family_name, i.given_names, i.birth_date, d.detained_at, d.unit,
                   (select p.place from placement p where p.detention_id = d.id order by p.placed_at desc limit 1) as place,
                   (select coalesce(extract(epoch from sum(e.released_at - e.detained_at)), 0)::bigint
                      from detention e
                     where e.case_id = d.case_id and e.detained_at < d.detained_at and e.released_at is not null) as earlier,
                   t.kinds, t.untils
              from detention d
              join return_case c on c.id = d.case_id
              join person p on p.id = d.person_id
              join identity i on i.person_id = p.head_id and i.kind = 'PRIMARY'
              join lateral (select array_agg(kind order by until_at) as kinds, array_agg(until_at order by until_at) as untils
                              from detention_title where detention_id = d.id) t on true
             where d.released_at is null
            """;
}
