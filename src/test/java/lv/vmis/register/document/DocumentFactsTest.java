package lv.vmis.register.document;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DocumentFactsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Rīgas pārvaldes imigrācijas dienests|dienesta priekšniece|Rīgas pārvaldes imigrācijas dienesta priekšniece",
                "Personu statusa kontroles nodaļa|nodaļas vadītāja|Personu statusa kontroles nodaļas vadītāja",
                "Daugavpils pārvalde|pārvaldes priekšnieks|Daugavpils pārvaldes priekšnieks",
                "Personu statusa kontroles nodaļa|vecākā eksperte|'Personu statusa kontroles nodaļa, vecākā eksperte'"
            })
    void unit_and_position_make_one_title(String unit, String position, String title) {
        assertThat(DocumentFacts.titled(unit, position)).isEqualTo(title);
    }
}
