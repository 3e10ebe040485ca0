package lv.vmis.register.document;

import java.time.LocalDate;
import java.util.UUID;
import lv.vmis.register.edge.Parse;
import lv.vmis.register.kernel.Ids;
import lv.vmis.register.kernel.Outcome;
import org.jspecify.annotations.Nullable;

/** What is said about a version that waits, as typed. */
public record TemplateAnswer(UUID key, @Nullable String reason) {

    private static final int LONGEST = 1_000;

    static TemplateAnswer fresh() {
        return new TemplateAnswer(Ids.next(), null);
    }

    Outcome<String> why(LocalDate today) {
        var in = new Parse(today);
        var why = in.text("reason", reason, LONGEST);
        return in.into(why::get);
    }
}
