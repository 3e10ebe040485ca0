package lv.vmis.register.legacy.staging;

import java.sql.Types;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import lv.vmis.register.kernel.Actor;
import lv.vmis.register.kernel.Rows;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Takings-over of old registers, as stored. */
@Component
public class Loads {

    private final JdbcClient jdbc;

    Loads(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The newest first. */
    List<OldLoad> all() {
        return jdbc.sql(ALL).query(Rows.of(OldLoad.class)).list();
    }

    public Optional<OldLoad> find(UUID id) {
        return jdbc.sql(FIND).param("id", id).query(Rows.of(OldLoad.class)).optional();
    }

    void add(UUID id, OpenLoad.Input in, Actor by, Instant at) {
        jdbc.sql(ADD)
                .param("id", id)
                .param("register", in.register().name())
                .param("kind", in.kind().name())
                .param("note", in.note(), Types.VARCHAR)
                .param("by", by.account())
                .param("by_name", by.name())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    private static final String LOADS = """
            select l.id, l.number, l.register, l.kind, l.note, l.made_by_name, l.made_at,
                   (select count(*) from old_file f where f.load_id = l.id and f.taken_out_at is null)::integer as files,
                   (select count(*) from old_file f where f.load_id = l.id and f.taken_out_at is null and f.whole)::integer as staged,
                   (select coalesce(sum(f.rows), 0) from old_file f
                     where f.load_id = l.id and f.taken_out_at is null)::bigint as rows,
                   exists (select 1 from old_job j where j.load_id = l.id and j.state in ('WAITING', 'RUNNING')) as working
              from old_load l
            """;

    static final String ALL = LOADS + """
             order by l.number desc
             limit 200
            """;

    static final String FIND = LOADS + """
             where l.id = :id
            """;

    static final String ADD = """
            insert into old_load (id, register, kind, note, made_by, made_by_name, made_at)
            values (:id, :register, :kind, :note, :by, :by_name, :at)
            """;
}
