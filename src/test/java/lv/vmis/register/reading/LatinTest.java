package lv.vmis.register.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import lv.vmis.register.reading.Latin.Cyrillic;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LatinTest {

    @ParameterizedTest
    @CsvSource({
        "ĀČĒĢĪĶĻŅŠŪŽ, ACEGIKLNSUZ",
        "āčēģīķļņšūž, ACEGIKLNSUZ",
        "Müller, MUELLER",
        "Weiß, WEISS",
        "Łukasz Żółć, LUKASZ ZOLC",
        "Þórður Ærø, THORDUR AEROE",
        "Ångström, AANGSTROEM",
        "Nguyễn Văn Ấn, NGUYEN VAN AN",
        "İbrahim Çağrı, IBRAHIM CAGRI",
        "Əliyev, ALIYEV",
        "Щербаков Фёдор, SHCHERBAKOV FEDOR",
        "Юлия Ильинична Объедкова, IULIIA ILINICHNA OBIEEDKOVA",
        "Подъячев Жуков Хачатрян Цой, PODIEIACHEV ZHUKOV KHACHATRIAN TSOI",
        "Παπαδόπουλος, PAPADOPOULOS",
        "Ευάγγελος Αυξέντης, EVANGELOS AFXENTIS",
        "Μπάμπης Χρήστου, BAMPIS CHRISTOU",
        "Μαΐου, MAIOU",
        "王, 王"
    })
    void names_are_written_as_icao_prescribes(String name, String expected) {
        assertThat(Latin.transliterate(name)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "UKRAINIAN, Григорій Ющенко, HRYHORII YUSHCHENKO",
        "UKRAINIAN, Єва Їжакевич Яся, YEVA YIZHAKEVYCH YASIA",
        "UKRAINIAN, Знам'янка, ZNAM'IANKA",
        "RUSSIAN, Єва Ї, IEVA I",
        "BELARUSIAN, Гомель Ёсіф Быкаў, HOMEL IOSIF BYKAU",
        "BULGARIAN, Щерев, SHTEREV",
        "SERBIAN, Живковић Шћепан Хаџић, ZIVKOVIC SCEPAN HADZIC",
        "MACEDONIAN, Ѓорѓи Ќосев Џеков, GJORGJI KJOSEV DJEKOV"
    })
    void languages_read_cyrillic_letters_their_own_way(Cyrillic variant, String name, String expected) {
        assertThat(Latin.transliterate(name, variant)).isEqualTo(expected);
    }

    @Test
    void letter_and_mark_apart_are_the_same_letter() {
        assertThat(Latin.transliterate("Muüller")).isEqualTo(Latin.transliterate("Muu\u0308ller"));
        assertThat(Latin.transliterate("Чаи\u0306ка")).isEqualTo("CHAIKA");
    }

    @ParameterizedTest
    @CsvSource({
        "'  Jean-Luc   d’Arc ', JEAN LUC D ARC",
        "O'Neil, O NEIL",
        "Bērziņa–Kalniņa, BERZINA KALNINA",
        "ERIKSSON<<ANNA<MARIA, ERIKSSON ANNA MARIA",
        "'...', ''",
        "王, ''"
    })
    void key_holds_words_of_letters_and_digits(String name, String expected) {
        assertThat(Latin.fold(name)).isEqualTo(expected);
    }

    @Test
    void other_spellings_have_their_keys_too() {
        assertThat(Latin.foldings("Müller")).containsExactly("MUELLER", "MULLER");
        assertThat(Latin.foldings("O'Neil")).containsExactly("O NEIL", "ONEIL");
        assertThat(Latin.foldings("Kalns")).containsExactly("KALNS");
    }

    @Test
    void name_key_refuses_what_is_no_key() {
        assertThat(NameKey.of("Jānis  Bērziņš").words()).containsExactly("JANIS", "BERZINS");
        assertThat(NameKey.of("!").isEmpty()).isTrue();
        assertThatThrownBy(() -> new NameKey("Jānis")).isInstanceOf(IllegalArgumentException.class);
    }

    @Property
    void folding_twice_changes_nothing(@ForAll String name) {
        var key = Latin.fold(name);
        assertThat(key).matches("([A-Z0-9]+( [A-Z0-9]+)*)?");
        assertThat(Latin.fold(key)).isEqualTo(key);
        assertThat(Latin.fold(Latin.transliterate(name))).isEqualTo(key);
    }

    @ParameterizedTest
    @CsvSource({
        "ab 12-34/o, A812340",
        "LV1234567, LV1234567",
        "LV I2E4SG7, LV12E45G7",
        "oizbs, 01285",
        "АВ 123, AV123",
        "'', ''"
    })
    void document_key_folds_what_is_confused(String typed, String expected) {
        assertThat(DocumentNumbers.key(typed)).isEqualTo(expected);
    }
}
