package lv.vmis.register.legacy.taking;

import org.postgresql.util.PSQLException;
import org.springframework.dao.DataIntegrityViolationException;

/** Which named invariant did not hold. */
final class Constraints {

    private Constraints() {}

    static String named(DataIntegrityViolationException failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof PSQLException told && told.getServerErrorMessage() != null) {
                var name = told.getServerErrorMessage().getConstraint();
                if (name != null) {
                    return name;
                }
            }
        }
        return "–";
    }
}
