package lv.vmis.register.returns;

import java.sql.Types;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import lv.vmis.register.kernel.Right;
import lv.vmis.register.kernel.Role;
import lv.vmis.register.kernel.Rows;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who holds the next step of a case, and who could. */
@Component
class Colleagues {

    private final JdbcClient jdbc;

    Colleagues(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** An official who may hold a case. */
    record Colleague(UUID id, String name, String unit) {}

    /** Whose the next step is. */
    record HeldStep(
            String owner, @Nullable UUID holder, @Nullable String holderName) {}

    /** Officials of the institution who may take a case on, by name. */
    List<Colleague> of(String institution) {
        var roles = Role.with(Right.TAKE_CASE).stream().map(Role::name).toArray(String[]::new);
        return jdbc.sql(COLLEAGUES)
                .param("institution", institution)
                .param("roles", roles)
                .query(Rows.of(Colleague.class))
                .list();
    }

    /** Nothing when the case is at its end. */
    @Nullable
    HeldStep step(UUID caseId) {
        return jdbc.sql(STEP)
                .param("case", caseId)
                .query(Rows.of(HeldStep.class))
                .optional()
                .orElse(null);
    }

    void assign(UUID caseId, @Nullable UUID to, Instant now) {
        jdbc.sql(ASSIGN)
                .param("case", caseId)
                .param("to", to, Types.OTHER)
                .param("at", to == null ? null : now.atOffset(ZoneOffset.UTC), Types.TIMESTAMP_WITH_TIMEZONE)
                .update();
    }

    static final String COLLEAGUES = """
            select id, name, unit
              from account
             where institution = :institution and role = any(:roles) and blocked_at is null
             order by name collate "lv-x-icu", id
            """;

    static final String STEP = """
            select c.step_owner as owner, c.holder, a.name as holder_name
              from return_case c
              left join account a on a.id = c.holder
             where c.id = :case and c.next_step is not null
            """;

    static final String ASSIGN = """
            update return_case
               set holder = :to, held_since = :at
             where id = :case
            """;
}
