package lv.vmis.register.edge;

import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Whether the database answers. */
@Component
class Alive {

    private final JdbcClient jdbc;

    Alive(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    boolean database() {
        try {
            return jdbc.sql(ANSWER).query(Integer.class).single() == 1;
        } catch (DataAccessException lost) {
            return false;
        }
    }

    static final String ANSWER = """
            select 1
            """;
}
