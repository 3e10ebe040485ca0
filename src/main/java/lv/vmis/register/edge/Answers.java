package lv.vmis.register.edge;

import gg.jte.models.runtime.JteModel;
import java.net.URI;
import java.util.function.Function;
import lv.vmis.register.kernel.Outcome;
import lv.vmis.register.kernel.Outcome.Done;
import lv.vmis.register.kernel.Outcome.Refused;
import org.springframework.http.ResponseEntity;

/** The answer to a form that was sent: on to where the action led, or the form again with what is wrong. */
public final class Answers {

    private Answers() {}

    public static ResponseEntity<JteModel> to(Outcome<String> outcome, Function<Mistakes, JteModel> again) {
        return switch (outcome) {
            case Done<String>(var where) ->
                ResponseEntity.status(303).location(URI.create(where)).build();
            case Refused<String>(var reasons) ->
                ResponseEntity.unprocessableContent().body(again.apply(new Mistakes(reasons)));
        };
    }
}
