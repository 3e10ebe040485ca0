package lv.vmis.register.accounts;

import java.time.LocalDate;
import lv.vmis.register.edge.Parse;
import lv.vmis.register.kernel.Outcome;

/** Why something is done with an account. */
public record ReasonForm(String reason, String version) {

    static ReasonForm of(Account account) {
        return new ReasonForm("", Integer.toString(account.version()));
    }

    /** What was read. */
    record Read(String reason, int version) {}

    Outcome<Read> parse(LocalDate today) {
        var parse = new Parse(today);
        var why = parse.text("reason", reason, 500);
        var seen = parse.number("version", version, 0, Integer.MAX_VALUE);
        return parse.into(() -> new Read(why.get(), seen.get()));
    }
}
