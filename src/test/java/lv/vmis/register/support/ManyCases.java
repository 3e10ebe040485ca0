package lv.vmis.register.support;

import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;

/** Cases copied many times over, with their findings, decisions and services, behind the back of the actions. */
public final class ManyCases {

    private final DataSource owner;

    public ManyCases(DataSource owner) {
        this.owner = owner;
    }

    /** Copies every case there is so many times; what the database keeps beside it is left out. */
    public void copy(int times) throws SQLException {
        var statements = List.of(
                "select set_config('register.actor', 'proof', true)",
                "alter table return_case disable trigger user",
                "alter table decision disable trigger user",
                "alter table service disable trigger user",
                CASES.formatted(times),
                FINDINGS.formatted(times),
                DECISIONS.formatted(times),
                SERVICES.formatted(times),
                "alter table return_case enable trigger user",
                "alter table decision enable trigger user",
                "alter table service enable trigger user");
        all(statements);
        all(List.of("analyze return_case, finding, decision, service"));
    }

    /** Does all of it in one transaction of the owner, and says how long it took in milliseconds. */
    public long all(List<String> statements) throws SQLException {
        var begun = System.nanoTime();
        try (var connection = owner.getConnection()) {
            connection.setAutoCommit(false);
            try (var statement = connection.createStatement()) {
                for (var sql : statements) {
                    statement.execute(sql);
                }
            }
            connection.commit();
            connection.setAutoCommit(true);
        }
        return (System.nanoTime() - begun) / 1_000_000;
    }

    private static final String KEY = "md5(%s::text || ' ' || k)::uuid";

    private static final String CASES = """
            insert into return_case (id, number, person_id, opened_on, opened_by, institution, unit, competent)
            select %s, left(number, 7) || (substr(number, 8)::bigint + k * 1000000), person_id, opened_on, opened_by,
                   institution, unit, competent
              from return_case, generate_series(1, %%d) k
            """.formatted(KEY.formatted("id"));

    private static final String FINDINGS = """
            insert into finding (id, case_id, person_id, found_on, place_kind, crossing_point, place, circumstances,
                                 legal_basis, unit, official, noted_at)
            select %s, %s, person_id, found_on, place_kind, crossing_point, place, circumstances, legal_basis, unit, official,
                   noted_at
              from finding, generate_series(1, %%d) k
            """.formatted(KEY.formatted("id"), KEY.formatted("case_id"));

    private static final String DECISIONS = """
            insert into decision (id, case_id, person_id, kind, institution, unit, legal_basis, destination, term_days,
                                  reasons, prepared_by, prepared_at, sent_at, signed_by, signed_at, decided_on, number,
                                  number_year, number_in_year, leave_by, version)
            select %s, %s, person_id, kind, institution, unit, legal_basis, destination, term_days, reasons, prepared_by,
                   prepared_at, sent_at, signed_by, signed_at, decided_on, number || '-' || k, number_year,
                   number_in_year + k * 10000, leave_by, version
              from decision, generate_series(1, %%d) k
            """.formatted(KEY.formatted("id"), KEY.formatted("case_id"));

    private static final String SERVICES = """
            insert into service (decision_id, person_id, served_on, manner, language, note, served_by, noted_at)
            select %s, person_id, served_on, manner, language, note, served_by, noted_at
              from service, generate_series(1, %%d) k
            """.formatted(KEY.formatted("decision_id"));
}
