package lv.vmis.register.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import lv.vmis.register.reading.DocumentNumbers;
import lv.vmis.register.reading.MrzFormat;
import org.junit.jupiter.api.Test;

/** The people published for trying the journey. */
class FixedPeopleTest {

    @Test
    void the_published_zones_are_theirs_and_sound() throws IOException {
        var page = Files.readString(Path.of("docs/demo-people.md"));
        for (var fixed : FixedPeople.ALL) {
            assertThat(page).contains(fixed.mrz());
            assertThat(StoriesTest.mrz(fixed.mrz()).isSound()).as(fixed.key()).isTrue();
        }
    }

    @Test
    void every_size_of_document_is_among_them() {
        assertThat(FixedPeople.ALL).extracting(FixedPeople.Fixed::format).contains(MrzFormat.values());
    }

    @Test
    void one_number_differs_by_letters_that_readers_confuse() {
        var fixed = FixedPeople.CONFUSABLE;
        assertThat(fixed.shownNumber()).isNotEqualTo(fixed.number());
        assertThat(DocumentNumbers.key(fixed.shownNumber())).isEqualTo(DocumentNumbers.key(fixed.number()));
    }
}
