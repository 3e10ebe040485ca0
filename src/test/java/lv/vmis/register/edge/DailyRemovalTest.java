package lv.vmis.register.edge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import lv.vmis.register.kernel.Role;
import lv.vmis.register.support.RegisterTest;
import lv.vmis.register.support.Someone;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@RegisterTest
class DailyRemovalTest {

    /** One row past its time and one within it, by the name of its table. */
    private static final Map<String, String> ROWS = Map.of(
            "submission",
            "insert into submission (key, actor, digest, at) values (?, ?, 'x', now() - interval '%s days')",
            "stated_purpose",
            "insert into stated_purpose (id, actor, session, purpose, reason, from_at, until_at) values (?, ?, 's',"
                    + " 'AUDIT', 'x', now() - interval '40 days', now() + interval '30 days' - interval '%s days')",
            "kept_form",
            "insert into kept_form (key, account, form, at) values (?, ?, 'x', now() + interval '29 days' - interval '%s days')",
            "unsent_form",
            "insert into unsent_form (page, account, form, at) values (cast(? as text), ?, 'x', now() + interval '16 days' - interval '%s days')",
            "person_search",
            "insert into person_search (id, actor, session, criteria, asked_at, until_at) values (?, ?, 's', '{}',"
                    + " now() - interval '40 days', now() + interval '30 days' - interval '%s days')",
            "selection",
            "insert into selection (id, actor, session, asked, found, asked_at, until_at) values (?, ?, 's', '{}', 1,"
                    + " now() - interval '40 days', now() + interval '30 days' - interval '%s days')",
            "export",
            "insert into export (id, requested_by, asked, found, purpose, reason, institution, requested_at)"
                    + " values (?, ?, '{}', 1, 'AUDIT', 'x', 'PMLP', now() - interval '%s days')",
            "saved_search",
            "insert into saved_search (id, owner, kind, name, criteria, saved_at, used_at) values (?, ?, 'PERSON',"
                    + " gen_random_uuid()::text, '{}', now() - interval '2 years',"
                    + " now() - interval '12 months' + interval '30 days' - interval '%s days')");

    private final DailyRemoval daily;
    private final List<Passing> tables;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final UUID actor = UUID.randomUUID();

    DailyRemovalTest(
            DailyRemoval daily, List<Passing> tables, JdbcClient jdbc, PlatformTransactionManager transactions) {
        this.daily = daily;
        this.tables = tables;
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
    }

    @Test
    void rows_past_their_time_go_and_others_stay() throws Exception {
        assertThat(tables.stream().map(Passing::name)).containsExactlyInAnyOrderElementsOf(ROWS.keySet());
        ROWS.values().forEach(row -> {
            add(row, 31);
            add(row, 29);
        });
        daily.remove();
        for (var table : ROWS.keySet()) {
            assertThat(count(table)).as(table).isEqualTo(1);
        }
        ROWS.keySet()
                .forEach(table -> write("delete from %s where %s = ?".formatted(table, whose(table)), List.of(actor)));
    }

    private void add(String row, int days) {
        write(row.formatted(days), List.of(UUID.randomUUID(), actor));
    }

    private void write(String sql, List<?> values) {
        Someone.as(
                Someone.of(Role.ADMIN),
                () -> transaction.execute(_ -> jdbc.sql(sql).params(values).update()));
    }

    private int count(String table) {
        return Someone.as(
                Someone.of(Role.ADMIN),
                () -> Objects.requireNonNull(transaction.execute(
                        _ -> jdbc.sql("select count(*) from %s where %s = ?".formatted(table, whose(table)))
                                .param(actor)
                                .query(Integer.class)
                                .single())));
    }

    private static String whose(String table) {
        return switch (table) {
            case "kept_form", "unsent_form" -> "account";
            case "export" -> "requested_by";
            case "saved_search" -> "owner";
            default -> "actor";
        };
    }
}
