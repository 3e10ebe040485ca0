package lv.vmis.register.training;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Names as Latvian officials wrote them. */
class LatvianisedTest {

    @ParameterizedTest
    @CsvSource({
        "Ivanov,Иванов,true,Ivanovs",
        "Ivanova,Иванова,false,Ivanova",
        "Shchukin,Щукин,true,Ščukins",
        "Voznesenskii,Вознесенский,true,Voznesenskis",
        "Voznesenskaia,Вознесенская,false,Voznesenska",
        "Schmidt,Schmidt,true,Šmidts",
        "Singh,सिंह,true,Singhs",
        "Khan,خان,true,Hans",
        "Beridze,ბერიძე,true,Beridze",
        "Yusupov,Юсупов,true,Jusupovs"
    })
    void surnames_get_latvian_letters_and_endings(String latin, String original, boolean male, String latvian) {
        assertThat(Latvianised.surname(new Culture.Name(latin, original), male)).isEqualTo(latvian);
    }
}
