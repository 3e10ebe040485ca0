package lv.vmis.register.training;

import java.util.UUID;
import lv.vmis.register.kernel.Actor;
import lv.vmis.register.kernel.Ids;

/** A demo official in the unit where he worked then. */
record Official(DemoAccounts.Demo account, String unit) {

    static Official of(String login) {
        var demo = demo(login);
        return new Official(demo, demo.unit());
    }

    static Official of(String login, String unit) {
        return new Official(demo(login), unit);
    }

    private static DemoAccounts.Demo demo(String login) {
        return DemoAccounts.ALL.stream()
                .filter(account -> account.login().equals(login))
                .findFirst()
                .orElseThrow();
    }

    String institution() {
        return account.institution();
    }

    UUID id() {
        return account.id();
    }

    Actor actor() {
        return new Actor(
                account.id(),
                account.name(),
                account.role(),
                account.institution(),
                unit,
                null,
                null,
                null,
                Ids.next());
    }
}
