package lv.vmis.register.kernel;

import org.springframework.jdbc.core.simple.JdbcClient;

/** How PostgreSQL plans statements. */
public final class Plans {

    private static final String EACH = """
            select set_config('plan_cache_mode', 'force_custom_plan', true)
            """;

    private Plans() {}

    /** Until the transaction ends each statement is planned for its values: which index is best depends on them. */
    public static void each(JdbcClient jdbc) {
        jdbc.sql(EACH).query(String.class).single();
    }
}
