package lv.vmis.register.returns;

import java.util.UUID;
import lv.vmis.register.edge.Parse;
import org.jspecify.annotations.Nullable;

/**
 * Who is to hold a case.
 *
 * @param seen who held it when the form was opened
 * @param to an account; empty: nobody
 */
public record AssignForm(
        @Nullable UUID key, @Nullable String seen, @Nullable String to) {

    AssignCase.Input parse(UUID caseId) {
        return new AssignCase.Input(caseId, Parse.optionalId("seen", seen), Parse.optionalId("to", to));
    }
}
