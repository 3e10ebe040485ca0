package lv.vmis.register.accounts;

import java.time.LocalDate;
import lv.vmis.register.edge.Environment;

/** Whether the owner of an account, once it is certain that it is he, may come in. */
enum Admission {
    WELCOME,
    BLOCKED,
    /** Reg. 397 p. 77: no training, no account. */
    TRAINING_OVER;

    static Admission of(Account account, Environment environment, LocalDate today) {
        if (account.isBlocked() || (account.demo() && !environment.isGenerated())) {
            return BLOCKED;
        }
        var until = account.trainingUntil();
        return environment != Environment.DEMO && until != null && until.isBefore(today) ? TRAINING_OVER : WELCOME;
    }
}
