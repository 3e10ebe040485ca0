package lv.vmis.register.legacy.reconciling;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import lv.vmis.register.kernel.Actor;
import lv.vmis.register.kernel.Rows;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Lists of N.SIS, as stored, and what they are compared with. */
@Component
class SisLists {

    private final JdbcClient jdbc;
    private final JsonMapper json;

    SisLists(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    List<SisList> all() {
        return jdbc.sql(ALL).query(Rows.of(SisList.class)).list();
    }

    Optional<SisList> find(UUID id) {
        return jdbc.sql(FIND).param("id", id).query(Rows.of(SisList.class)).optional();
    }

    List<SisLine> lines(UUID list) {
        return jdbc.sql(LINES).param("list", list).query(Rows.of(SisLine.class)).list();
    }

    /** Bans of the old register that were for the Schengen territory, and alerts of this register that N.SIS has. */
    List<SisCompared.Here> here(LocalDate today) {
        return jdbc.sql(HERE)
                .param("today", today)
                .query(Rows.of(SisCompared.Here.class))
                .list();
    }

    /** Whoever puts the same bytes waits until this transaction ends. */
    void lock(String sha256) {
        jdbc.sql(LOCK).param("sha256", sha256).query((_, _) -> true).list();
    }

    boolean isKnown(String sha256) {
        return jdbc.sql(KNOWN).param("sha256", sha256).query(Boolean.class).single();
    }

    void add(UUID id, PutSisList.Input in, Actor by, Instant at) {
        jdbc.sql(ADD)
                .param("id", id)
                .param("name", in.name())
                .param("sha256", in.sha256())
                .param("rows", in.lines().size())
                .param("by", by.account())
                .param("by_name", by.name())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
        var rows = json.createArrayNode();
        in.lines()
                .forEach(line -> rows.addObject()
                        .put("line", line.line())
                        .put("sis_id", line.sisId())
                        .put("family_name", line.familyName())
                        .put("given_names", line.givenNames())
                        .put("birth_date", line.birthDate())
                        .put("nationality", line.nationality())
                        .put("kind", line.kind())
                        .put("valid_until", line.validUntil()));
        jdbc.sql(ADD_LINES)
                .param("list", id)
                .param("rows", json.writeValueAsString(rows))
                .update();
    }

    private static final String LISTS = """
            select id, name, sha256, rows, put_by_name, put_at
              from old_sis_list
            """;

    static final String ALL = LISTS + """
             order by put_at desc
             limit 200
            """;

    static final String FIND = LISTS + """
             where id = :id
            """;

    static final String LINES = """
            select line, sis_id, family_name, given_names, birth_date, nationality, kind, valid_until
              from old_sis_line
             where list_id = :list
             order by line
            """;

    static final String HERE = """
            select o.person_id as person, o.key as old_number, null as sis_id, i.family_name, i.given_names, i.birth_date,
                   coalesce((select string_agg(n.country, ' ') from nationality n where n.identity_id = i.id), '') as countries,
                   coalesce(b.last_on < :today, false) or coalesce(b.cancelled_on <= :today, false) as is_over
              from old_outcome o
              join identity i on i.person_id = o.person_id and i.kind = 'PRIMARY'
              left join ban b on b.decision_id = o.decision_id and b.territory = 'LV'
             where o.schengen and o.outcome = 'IMPORTED'
            union all
            select a.person_id, null, a.sis_id, i.family_name, i.given_names, i.birth_date,
                   coalesce((select string_agg(n.country, ' ') from nationality n where n.identity_id = i.id), ''), false
              from alert a
              join identity i on i.person_id = a.person_id and i.kind = 'PRIMARY'
             where a.state = 'ENTERED'
             order by family_name, given_names, birth_date, old_number
            """;

    static final String LOCK = """
            select pg_advisory_xact_lock(hashtextextended('old_sis_list ' || :sha256, 0))
            """;

    static final String KNOWN = """
            select exists (select 1 from old_sis_list where sha256 = :sha256) as known
            """;

    static final String ADD = """
            insert into old_sis_list (id, name, sha256, rows, put_by, put_by_name, put_at)
            values (:id, :name, :sha256, :rows, :by, :by_name, :at)
            """;

    static final String ADD_LINES = """
            insert into old_sis_line (list_id, line, sis_id, family_name, given_names, birth_date, nationality, kind, valid_until)
            select :list, r.line, r.sis_id, r.family_name, r.given_names, r.birth_date, r.nationality, r.kind, r.valid_until
              from jsonb_populate_recordset(cast(null as old_sis_line), cast(:rows as jsonb)) r
            """;
}
