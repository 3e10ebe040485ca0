package lv.vmis.register.accounts;

import java.time.LocalDate;
import lv.vmis.register.edge.Parse;
import lv.vmis.register.kernel.LatvianDates;
import lv.vmis.register.kernel.Outcome;
import lv.vmis.register.kernel.Role;
import lv.vmis.register.reference.Units;

/** An account as an administrator types it; login and name are typed for a new one only. */
public record AccountForm(
        String login,
        String name,
        String position,
        String role,
        String unit,
        String training,
        String subject,
        String reason,
        String version) {

    static final AccountForm EMPTY = new AccountForm("", "", "", "", "", "", "", "", "0");

    static AccountForm of(Account account) {
        return new AccountForm(
                account.login(),
                account.name(),
                account.position(),
                account.role().name(),
                account.unit(),
                account.trainingUntil() == null ? "" : LatvianDates.numeric(account.trainingUntil()),
                account.oidcSubject() == null ? "" : account.oidcSubject(),
                "",
                Integer.toString(account.version()));
    }

    /** What was read, with the reason for it and the version it rests on. */
    record Read(NewAccount account, String reason, int version) {}

    Outcome<Read> parse(LocalDate today, Units units) {
        var parse = new Parse(today);
        var typedLogin = parse.text("login", login, 60);
        if (typedLogin.orNull() != null && !login.strip().matches("[a-z0-9]([a-z0-9._-]*[a-z0-9])?")) {
            parse.refuse("login", AccountsRefusal.LOGIN_FORM);
        }
        var typedName = parse.text("name", name, 120);
        var typedPosition = parse.text("position", position, 120);
        var typedRole = parse.oneOf("role", role, Role.class);
        var typedUnit = parse.code(
                "unit",
                unit,
                code -> units.find(code).filter(found -> found.isInForce(today)).isPresent());
        var until = parse.optionalDay("training", training);
        var typedSubject = parse.optionalText("subject", subject, 255);
        var why = parse.text("reason", reason, 500);
        var seen = parse.number("version", version, 0, Integer.MAX_VALUE);
        return parse.into(() -> new Read(
                new NewAccount(
                        typedLogin.get(),
                        typedName.get(),
                        typedPosition.get(),
                        typedRole.get(),
                        units.find(typedUnit.get()).orElseThrow().institution(),
                        typedUnit.get(),
                        until.orNull(),
                        typedSubject.orNull()),
                why.get(),
                seen.get()));
    }
}
