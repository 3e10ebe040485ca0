package lv.vmis.register.accounts;

import java.util.Locale;
import lv.vmis.register.edge.EdgeSettings;
import lv.vmis.register.kernel.Outcome;
import lv.vmis.register.kernel.Role;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Opens an empty installation: an administrator's account without any password, and in the log, once, the code with which
 * the administrator takes it over. While nobody has, a start after the code's end gives a new one.
 */
@Component
@Order(1)
class FirstAdministrator implements ApplicationRunner {

    private static final Logger LOG = LoggerFactory.getLogger(FirstAdministrator.class);

    private final Accounts accounts;
    private final Credentials credentials;
    private final AccountsSettings settings;
    private final EdgeSettings installation;
    private final AddAccount addAccount;
    private final GiveSetupCode giveSetupCode;
    private final java.time.Clock clock;

    FirstAdministrator(
            Accounts accounts,
            Credentials credentials,
            AccountsSettings settings,
            EdgeSettings installation,
            AddAccount addAccount,
            GiveSetupCode giveSetupCode,
            java.time.Clock clock) {
        this.accounts = accounts;
        this.credentials = credentials;
        this.settings = settings;
        this.installation = installation;
        this.addAccount = addAccount;
        this.giveSetupCode = giveSetupCode;
        this.clock = clock;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        if (installation.env().isGenerated() || !credentials.areNone()) {
            return;
        }
        var nobody = Arrivals.nobody(null);
        Arrivals.as(nobody, () -> {
            var known = accounts.byLogin(settings.admin());
            if (known.isEmpty()) {
                var first = new NewAccount(
                        settings.admin().strip().toLowerCase(Locale.ROOT),
                        "Pirmais administrators",
                        "administrators",
                        Role.ADMIN,
                        "PMLP",
                        "PMLP_CA",
                        null,
                        null);
                if (addAccount.run(new AddAccount.Input(first, "first start"), nobody)
                        instanceof Outcome.Done<AddAccount.Added>(var added)) {
                    say(added.code());
                }
            } else if (isOver(known.get())) {
                if (giveSetupCode.run(new GiveSetupCode.Input(known.get().id(), "code expired unused"), nobody)
                        instanceof Outcome.Done<GiveSetupCode.Given>(var given)) {
                    say(given.code());
                } else {
                    LOG.error("The login {} belongs to the demo; name another in REGISTER_ADMIN", settings.admin());
                }
            }
            return Boolean.TRUE;
        });
    }

    private boolean isOver(Account account) {
        var until = credentials
                .of(account.id())
                .map(Credentials.Secrets::setupUntil)
                .orElse(null);
        return until == null || until.isBefore(clock.instant());
    }

    private void say(SetupCode code) {
        LOG.warn(
                "Nobody can sign in here yet. Open /sign-in/first within {} hours; login: {}, setup code: {}",
                SetupCode.LIFE.toHours(),
                settings.admin(),
                code.text());
    }
}
