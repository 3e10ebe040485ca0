package lv.vmis.register;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.UUID;
import javax.sql.DataSource;
import lv.vmis.register.journal.Entry;
import lv.vmis.register.journal.Journal;
import lv.vmis.register.kernel.Acting;
import lv.vmis.register.kernel.Actor;
import lv.vmis.register.kernel.Role;
import lv.vmis.register.support.Approved;
import lv.vmis.register.support.RegisterTest;
import lv.vmis.register.support.Schema;
import lv.vmis.register.support.Sources;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The migrated schema, its comments, and what the application's own database role cannot do. */
@RegisterTest
class SchemaTest {

    private static final String REFUSED = "42501";
    private static final Actor SOMEBODY = new Actor(
            UUID.randomUUID(), "Anna Liepa", Role.GUARD, "VRS", "VRS_RKP_RIX", null, null, null, UUID.randomUUID());

    private final DataSource database;
    private final JdbcClient jdbc;
    private final Schema schema;
    private final Journal journal;
    private final TransactionTemplate transaction;

    SchemaTest(DataSource database, JdbcClient jdbc, Journal journal, PlatformTransactionManager transactions) {
        this.database = database;
        this.jdbc = jdbc;
        this.schema = new Schema(jdbc);
        this.journal = journal;
        this.transaction = new TransactionTemplate(transactions);
    }

    @Test
    void the_schema_is_as_approved() {
        assertThat(schema.tables()).hasSizeGreaterThanOrEqualTo(30);
        Approved.compare("schema.txt", schema.lines());
    }

    @Test
    void every_table_and_view_names_its_owner() {
        assertThat(schema.relations()).hasSizeGreaterThanOrEqualTo(30).allSatisfy(relation -> {
            var comment = schema.comment(relation);
            assertThat(comment).as(relation).matches("[a-z]+: .+");
            assertThat(Sources.modules()).as(relation).contains(comment.substring(0, comment.indexOf(':')));
        });
    }

    @Test
    void every_table_names_the_source_of_its_rows_and_how_long_they_are_kept() {
        assertThat(schema.tables())
                .hasSizeGreaterThanOrEqualTo(50)
                .allSatisfy(table ->
                        assertThat(schema.comment(table)).as(table).matches("[a-z]+: [^|]+ \\| [^|]+ \\| [^|]+"));
    }

    @Test
    void every_column_names_its_legal_item_class_and_meaning() {
        assertThat(schema.columns())
                .hasSizeGreaterThanOrEqualTo(250)
                .allSatisfy(column -> assertThat(column.comment())
                        .as("%s.%s", column.table(), column.name())
                        .matches("[^|]+ \\| (none|personal|special|restricted|official|secret) \\| [^|]+"));
    }

    @Test
    void every_table_about_persons_is_guarded_by_forced_row_security() {
        assertThat(schema.personal()).hasSizeGreaterThanOrEqualTo(12).contains("entry", "identity", "ban");
        assertThat(schema.unguarded()).isEmpty();
    }

    @Test
    void views_see_with_the_eyes_of_who_asks() {
        var views = jdbc.sql(VIEWS).query((row, _) -> row.getString(1)).list();

        assertThat(views).isNotEmpty().allMatch(view -> view.endsWith("{security_invoker=true}"));
    }

    @Test
    void nobody_who_does_not_act_sees_or_adds_a_person() throws Exception {
        Acting.as(
                SOMEBODY,
                () -> transaction.execute(_ -> {
                    journal.record(SOMEBODY, Entry.access("test of row security", true));
                    assertThat(count("entry")).isPositive();
                    return true;
                }));
        for (var table : schema.personal()) {
            assertThat(count(table)).as(table).isZero();
            assertThat(answer("insert into " + table + " default values"))
                    .as(table)
                    .startsWith(REFUSED)
                    .contains("row-level security");
        }
    }

    @Test
    void what_one_transaction_said_is_forgotten_by_the_next_on_the_same_connection() throws Exception {
        for (var turn = 0; turn < 50; turn++) {
            Acting.as(SOMEBODY, () -> transaction.execute(_ -> count("entry")));
            long seen = transaction.execute(_ -> count("entry"));
            assertThat(seen).isZero();
        }
    }

    @Test
    void the_application_role_is_nobody_special() {
        var role = jdbc.sql(ROLE).query().singleRow();

        assertThat(role)
                .containsEntry("current_user", "register_app")
                .containsEntry("special", false)
                .containsEntry("owns", 0L);
    }

    @Test
    void hostile_statements_of_the_application_role_are_all_refused() {
        var statements = HOSTILE.lines().filter(line -> !line.isBlank()).toList();
        var passed = new ArrayList<String>();
        for (var statement : statements) {
            var answer = answer(statement);
            if (!answer.startsWith(REFUSED)) {
                passed.add(statement + " → " + answer);
            }
        }

        assertThat(statements).hasSizeGreaterThanOrEqualTo(30);
        assertThat(passed).isEmpty();
    }

    private long count(String table) {
        return jdbc.sql("select count(*) from " + table).query(Long.class).single();
    }

    /** The SQL state and message with which the application's role is refused, or "done". Nothing is kept. */
    private String answer(String statement) {
        try (var connection = database.getConnection()) {
            connection.setAutoCommit(false);
            try (var asking = connection.createStatement()) {
                asking.execute(statement);
                return "done";
            } catch (SQLException refused) {
                return refused.getSQLState() + " " + refused.getMessage();
            } finally {
                connection.rollback();
            }
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    static final String VIEWS = """
            select relname || ' ' || coalesce(reloptions::text, '')
              from pg_class
             where relnamespace = 'public'::regnamespace and relkind = 'v'
               and not exists (select from pg_depend d where d.objid = pg_class.oid and d.deptype = 'e')
            """;

    static final String ROLE = """
            select current_user::text as current_user,
                   rolsuper or rolbypassrls or rolcreatedb or rolcreaterole or rolreplication as special,
                   (select count(*) from pg_class c where c.relowner = r.oid) as owns
              from pg_roles r
             where rolname = current_user
            """;

    private static final String HOSTILE = """
            update entry set operation = 'x'
            update entry set payload = null where id = '00000000-0000-0000-0000-000000000000'
            delete from entry
            truncate entry
            drop table entry
            alter table entry disable row level security
            alter table entry no force row level security
            alter table entry add column x text
            alter table entry detach partition entry_other
            create index x on entry (at)
            drop policy somebody_acts on entry
            alter policy somebody_acts on entry using (true)
            create policy x on entry using (true)
            create trigger x before insert on entry execute function suppress_redundant_updates_trigger()
            create rule x as on insert to entry do instead nothing
            comment on table entry is 'journal: nothing'
            insert into entry (id, at, kind, operation) values (gen_random_uuid(), now(), 'access', 'x') on conflict (id, at) do update set operation = 'x'
            merge into entry e using (select 1) s on true when matched then delete
            select * from entry for update
            lock table entry in access exclusive mode
            insert into entry_other (id, at, kind, operation) values (gen_random_uuid(), now(), 'access', 'x')
            select * from entry_other
            update entry_other set operation = 'x'
            delete from entry_other
            truncate entry_other
            set row_security = off; select * from entry
            alter table entry owner to register_app
            create or replace function somebody_acts() returns boolean language sql return true
            drop function somebody_acts()
            delete from person
            delete from ban
            delete from decision
            delete from account
            truncate person cascade
            create table x (id integer)
            create temporary table x (id integer)
            create schema x
            create extension dblink
            create role x
            alter role register_app superuser
            alter role register_app bypassrls
            set role register_owner
            set session authorization postgres
            select pg_reload_conf()
            set log_statement = 'none'
            select pg_read_file('/etc/hostname')
            select lo_import('/etc/hostname')
            copy entry from '/etc/hostname'
            copy entry from program 'true'
            copy account to '/nowhere/account'
            select * from flyway_schema_history
            delete from flyway_schema_history
            """;
}
