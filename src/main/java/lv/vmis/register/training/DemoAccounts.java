package lv.vmis.register.training;

import static lv.vmis.register.kernel.Role.*;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import lv.vmis.register.accounts.Accounts;
import lv.vmis.register.edge.EdgeSettings;
import lv.vmis.register.kernel.Role;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.annotation.Order;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/** The fixed accounts of demo and training installations, and the agreements of demo institutions. */
@Component
@Order(1)
public class DemoAccounts implements ApplicationRunner {

    /** Password of every demo account. */
    static final String PASSWORD = "demo";
    /** A demo account. */
    public record Demo(String login, String name, String position, Role role, String institution, String unit) {
        public UUID id() {
            return UUID.nameUUIDFromBytes(("account " + login).getBytes(StandardCharsets.UTF_8));
        }
    }

    public static final List<Demo> ALL = List.of(
            new Demo("sargs", "Andris Kalniņš", "robežsargs", GUARD, "VRS", "VRS_RKP_RIX"),
            new Demo("inspektore", "Ilze Ozoliņa", "inspektore", INSPECTOR, "VRS", "VRS_RIGA_IMIGRACIJA"),
            new Demo("inspektors", "Māris Krastiņš", "inspektors", INSPECTOR, "VRS", "VRS_DAUGAVPILS_IMIGRACIJA"),
            new Demo("konvojs", "Edgars Liepiņš", "vecākais inspektors", ESCORT, "VRS", "VRS_AAIC_MUCENIEKI"),
            new Demo(
                    "vrs.vaditajs", "Gunta Bērziņa", "dienesta priekšniece", VRS_DECIDER, "VRS", "VRS_RIGA_IMIGRACIJA"),
            new Demo("lietvede", "Zane Vītola", "vecākā eksperte", CASEWORKER, "PMLP", "PMLP_PSKN"),
            new Demo("lietvedis", "Juris Siliņš", "eksperts", CASEWORKER, "PMLP", "PMLP_DAUGAVPILS"),
            new Demo("pmlp.vaditajs", "Inese Jansone", "nodaļas vadītāja", PMLP_DECIDER, "PMLP", "PMLP_PSKN"),
            new Demo("parzine", "Dace Ābele", "reģistra datu pārzine", STEWARD, "PMLP", "PMLP_RD"),
            new Demo("konsuls", "Kristaps Zariņš", "konsuls", CONSUL, "AM_KONSULS", "AM_VESTNIECIBA_TASKENTA"),
            new Demo("lasitajs", "Raivis Grīnbergs", "inspektors", READER, "VP", "VP_GKRPP"),
            new Demo("analitike", "Laura Eglīte", "analītiķe", ANALYST, "PMLP", "PMLP_MD"),
            new Demo("auditore", "Sanita Rozīte", "datu aizsardzības speciāliste", AUDITOR, "PMLP", "PMLP_JD"),
            new Demo("drosiba", "Normunds Pētersons", "kiberdrošības pārvaldnieks", SECURITY, "PMLP", "PMLP_CA"),
            new Demo("administrators", "Līga Kļaviņa", "administratore", ADMIN, "PMLP", "PMLP_CA"));

    private final Accounts accounts;
    private final DemoAgreements agreements;
    private final PasswordEncoder passwords;
    private final EdgeSettings settings;

    DemoAccounts(Accounts accounts, DemoAgreements agreements, PasswordEncoder passwords, EdgeSettings settings) {
        this.accounts = accounts;
        this.agreements = agreements;
        this.passwords = passwords;
        this.settings = settings;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        if (!settings.env().isGenerated()
                || accounts.byLogin(ALL.getFirst().login()).isPresent()) {
            return;
        }
        // One hash serves all: the password is public anyway, and hashing is slow by intent.
        var hash = passwords.encode(PASSWORD);
        for (var demo : ALL) {
            accounts.addDemo(
                    demo.id(),
                    demo.login(),
                    demo.name(),
                    demo.position(),
                    demo.role(),
                    demo.institution(),
                    demo.unit(),
                    hash);
        }
        agreements.make();
    }
}
