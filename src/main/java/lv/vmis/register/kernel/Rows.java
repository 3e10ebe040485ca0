package lv.vmis.register.kernel;

import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.SimplePropertyRowMapper;

/** Reads a row into a record by the names of its components. */
public final class Rows {

    private Rows() {}

    public static <T> RowMapper<T> of(Class<T> record) {
        return new SimplePropertyRowMapper<>(record);
    }
}
