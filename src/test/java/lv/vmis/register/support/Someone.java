package lv.vmis.register.support;

import java.util.Objects;
import java.util.concurrent.Callable;
import lv.vmis.register.kernel.Acting;
import lv.vmis.register.kernel.Actor;
import lv.vmis.register.kernel.Ids;
import lv.vmis.register.kernel.Role;
import lv.vmis.register.training.DemoAccounts;

/** The officials of the demo as actors of a test. */
public final class Someone {

    private Someone() {}

    public static Actor of(Role role) {
        var demo = DemoAccounts.ALL.stream()
                .filter(account -> account.role() == role)
                .findFirst()
                .orElseThrow();
        return new Actor(
                demo.id(),
                demo.name(),
                role,
                demo.institution(),
                demo.unit(),
                null,
                "session of " + demo.login(),
                "127.0.0.1",
                Ids.next());
    }

    /** Does the work as that official. */
    public static <T> T as(Actor actor, Callable<T> work) {
        try {
            return Objects.requireNonNull(Acting.as(actor, work));
        } catch (RuntimeException failure) {
            throw failure;
        } catch (Exception impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
