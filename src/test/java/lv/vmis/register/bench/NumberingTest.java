package lv.vmis.register.bench;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class NumberingTest {

    @Test
    void a_text_keeps_its_number() {
        var numbering = new Numbering();
        for (int i = 0; i < 5_000; i++) {
            assertThat(numbering.number("E" + i * 31)).isEqualTo(i);
        }
        assertThat(numbering.number("")).isEqualTo(5_000);
        assertThat(numbering.number("E31")).isEqualTo(1);
        assertThat(numbering.text(1)).isEqualTo("E31");
        assertThat(numbering.text(5_000)).isEmpty();
        assertThat(numbering.size()).isEqualTo(5_001);
    }
}
