package lv.vmis.register.following;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import lv.vmis.register.kernel.PartialDate;
import lv.vmis.register.kernel.Purpose;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Who is followed by whom, as stored. */
@Component
class Followings {

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final Clock clock;

    Followings(JdbcClient jdbc, JsonMapper json, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
    }

    void add(
            UUID id,
            String agreement,
            FollowPerson.Input in,
            Purpose purpose,
            List<UUID> holders,
            Map<UUID, LocalDate> departures) {
        var birth = in.bearer().birthDate();
        jdbc.sql(ADD)
                .param("id", id)
                .param("agreement", agreement)
                .param("reference", in.reference())
                .param("number_key", in.bearer().numberKey())
                .param("issuer", in.bearer().issuer())
                .param("birth_date", birth.toString())
                .param("purpose", purpose.code())
                .param("case_ref", purpose.caseRef())
                .param("until", in.until())
                .param("at", now())
                .param("persons", holders.toArray(UUID[]::new))
                .param("told", json.writeValueAsString(new Standing(Map.of(), departures)))
                .update();
    }

    void goOn(UUID id, LocalDate until) {
        jdbc.sql(GO_ON).param("id", id).param("until", until).update();
    }

    void end(UUID id) {
        jdbc.sql(END).param("id", id).param("at", now()).update();
    }

    Optional<Followed> byReference(String agreement, String reference) {
        return jdbc.sql(BY_REFERENCE)
                .param("agreement", agreement)
                .param("reference", reference)
                .query((row, _) -> followed(row))
                .optional();
    }

    Optional<Followed> of(UUID id, String agreement) {
        return jdbc.sql(OF)
                .param("id", id)
                .param("agreement", agreement)
                .query((row, _) -> followed(row))
                .optional();
    }

    /** Those of an agreement, from one after the given. */
    List<Followed> all(String agreement, UUID after, int most) {
        return jdbc.sql(ALL)
                .param("agreement", agreement)
                .param("after", after)
                .param("most", most)
                .query((row, _) -> followed(row))
                .list();
    }

    /** One that is followed, and by nobody else looked at until the transaction ends. */
    Optional<Followed> held(UUID id) {
        return jdbc.sql(HELD)
                .param("id", id)
                .param("day", LocalDate.now(clock))
                .query((row, _) -> followed(row))
                .optional();
    }

    /** Whose document it is: the heads of records that hold it and may be born on the day. */
    List<UUID> holders(Bearer bearer) {
        return jdbc.sql(HOLDERS)
                .param("number_key", bearer.numberKey())
                .param("issuer", bearer.issuer())
                .param("earliest", bearer.birthDate().earliest())
                .param("latest", bearer.birthDate().latest())
                .query((row, _) -> row.getObject("head_id", UUID.class))
                .list();
    }

    Standing standing(List<UUID> heads) {
        var bans = new HashMap<UUID, Standing.Ban>();
        jdbc.sql(BANS)
                .param("heads", heads.toArray(UUID[]::new))
                .param("day", LocalDate.now(clock))
                .query(row -> {
                    bans.put(
                            row.getObject("id", UUID.class),
                            new Standing.Ban(
                                    row.getString("territory"),
                                    row.getObject("first_on", LocalDate.class),
                                    row.getObject("last_on", LocalDate.class),
                                    row.getBoolean("indefinite"),
                                    Standing.State.valueOf(row.getString("state"))));
                });
        return new Standing(bans, departuresOf(heads));
    }

    Map<UUID, LocalDate> departuresOf(List<UUID> heads) {
        var departures = new HashMap<UUID, LocalDate>();
        jdbc.sql(DEPARTURES).param("heads", heads.toArray(UUID[]::new)).query(row -> {
            departures.put(row.getObject("id", UUID.class), row.getObject("departed_on", LocalDate.class));
        });
        return departures;
    }

    void keep(UUID id, List<UUID> holders, Standing told) {
        jdbc.sql(KEEP)
                .param("id", id)
                .param("persons", holders.toArray(UUID[]::new))
                .param("told", json.writeValueAsString(told))
                .param("day", LocalDate.now(clock))
                .update();
    }

    private OffsetDateTime now() {
        return OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    private Followed followed(ResultSet row) throws SQLException {
        return new Followed(
                row.getObject("id", UUID.class),
                row.getString("agreement"),
                row.getString("reference"),
                new Bearer(
                        row.getString("number_key"),
                        row.getString("issuer"),
                        PartialDate.valueOf(row.getString("birth_date"))),
                row.getObject("until", LocalDate.class),
                Arrays.asList((UUID[]) row.getArray("persons").getArray()),
                json.readValue(row.getString("told"), Standing.class));
    }

    private static final String COLUMNS = """
            select id, agreement, reference, number_key, issuer, birth_date, until, persons, told
              from followed
            """;

    static final String ADD = """
            insert into followed (id, agreement, reference, number_key, issuer, birth_date, purpose, case_ref, until, asked_at,
                                  persons, told, seen_on)
            values (:id, :agreement, :reference, :number_key, :issuer, :birth_date, :purpose, :case_ref, :until, :at,
                    :persons, :told::jsonb, date '-infinity')
            """;

    static final String GO_ON = """
            update followed set until = :until where id = :id
            """;

    static final String END = """
            update followed set ended_at = :at where id = :id and ended_at is null
            """;

    static final String BY_REFERENCE = COLUMNS + """
             where agreement = :agreement and reference = :reference and ended_at is null
               for update
            """;

    static final String OF = COLUMNS + """
             where id = :id and agreement = :agreement and ended_at is null
               for update
            """;

    static final String ALL = COLUMNS + """
             where agreement = :agreement and ended_at is null and id > :after
             order by id
             limit :most
            """;

    static final String HELD = COLUMNS + """
             where id = :id and ended_at is null and until >= :day
               for update
            """;

    static final String HOLDERS = """
            select distinct p.head_id
              from document d
              join person p on p.id = d.person_id
             where d.number_key = :number_key and d.issuer = :issuer
               and exists (select 1 from person m join identity i on i.person_id = m.id
                            where m.head_id = p.head_id and i.birth_earliest <= :latest and i.birth_latest >= :earliest)
             order by p.head_id
            """;

    static final String BANS = """
            select b.id, b.territory, b.first_on, b.last_on, coalesce(b.reduced_months, b.term_months) is null as indefinite,
                   case when b.cancelled_on <= :day
                             or b.term_ends_on < :day then 'ENDED'
                        when b.suspended_on <= :day then 'SUSPENDED'
                        when coalesce(b.first_on > :day, true) then 'WAITING'
                        else 'IN_FORCE'
                   end as state
              from person m
              join ban b on b.person_id = m.id and b.dropped_at is null
              join decision d on d.id = b.decision_id and d.signed_at is not null
             where m.head_id = any(:heads)
            """;

    static final String DEPARTURES = """
            select e.id, e.departed_on
              from person m
              join departure e on e.person_id = m.id
             where m.head_id = any(:heads)
            """;

    static final String KEEP = """
            update followed set persons = :persons, told = :told::jsonb, seen_on = :day where id = :id
            """;
}
