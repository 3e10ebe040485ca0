package lv.vmis.register.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import lv.vmis.register.kernel.Refusal;
import lv.vmis.register.kernel.Role;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordRulesTest {

    private static final Account OWNER = new Account(
            new UUID(1, 1),
            "solvita.kreislere",
            "Solvita Kreislere",
            "eksperte",
            Role.CASEWORKER,
            "PMLP",
            "PMLP_PSKN",
            "Nodaļa",
            "Division",
            false,
            "lv",
            null,
            null,
            null,
            null,
            null,
            null,
            0);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "trīs zaļi kaķi uz jumta",
                "correct horse battery staple",
                "kvdpwzhtnxbgrqm",
                "x j v k q z w t p n",
                "Пароль из многих слов",
                "qX7#mk2!vB9$zR4"
            })
    void takes_any_long_password(String password) {
        assertThat(PasswordRules.refusal("password", password, OWNER)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "passwordpassword",
                "P@sswordPassword1",
                "123456789012345",
                "qwertyuiopasdfgh",
                "aaaaaaaaaaaaaaaaaaaa",
                "abcdefghijklmnopq",
                "parole123parole123",
                "ababababababababab"
            })
    void refuses_what_is_tried_first(String password) {
        assertThat(PasswordRules.refusal("password", password, OWNER))
                .map(Refusal::code)
                .contains(AccountsRefusal.PASSWORD_COMMON);
    }

    @ParameterizedTest
    @ValueSource(strings = {"SolvitaKreislere1987", "solvita.kreislere.pmlp", "Ārzemnieku reģistrs xyz"})
    void refuses_words_of_the_official_and_the_register(String password) {
        assertThat(PasswordRules.refusal("password", password, OWNER))
                .map(Refusal::code)
                .contains(AccountsRefusal.PASSWORD_CONTEXT);
    }

    @Test
    void counts_letters_and_not_bytes() {
        assertThat(PasswordRules.refusal("password", "ķēžļņšūģčī1234", OWNER))
                .map(Refusal::code)
                .contains(AccountsRefusal.PASSWORD_SHORT);
        assertThat(PasswordRules.refusal("password", "kvdpwzhtnxbgrqm".repeat(17), OWNER))
                .isEmpty();
        assertThat(PasswordRules.refusal("password", "kvdpwzhtnxbgrqm".repeat(18), OWNER))
                .map(Refusal::code)
                .contains(AccountsRefusal.PASSWORD_LONG);
    }
}
