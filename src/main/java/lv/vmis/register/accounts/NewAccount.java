package lv.vmis.register.accounts;

import java.time.LocalDate;
import lv.vmis.register.kernel.Role;
import org.jspecify.annotations.Nullable;

/** What an administrator says about an official. */
record NewAccount(
        String login,
        String name,
        String position,
        Role role,
        String institution,
        String unit,
        @Nullable LocalDate trainingUntil,
        @Nullable String subject) {}
