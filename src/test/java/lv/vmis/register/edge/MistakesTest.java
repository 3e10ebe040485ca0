package lv.vmis.register.edge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import lv.vmis.register.kernel.Refusal;
import org.junit.jupiter.api.Test;

class MistakesTest {

    @Test
    void come_in_the_order_of_the_page_and_by_its_labels() {
        var whole = Refusal.of(EdgeRefusal.CHANGED_MEANWHILE);
        var place = Refusal.at("place", EdgeRefusal.REQUIRED);
        var day = Refusal.at("foundOn", EdgeRefusal.REQUIRED);
        var mistakes = new Mistakes(List.of(place, day, whole));
        assertThat(mistakes.at("foundOn", "Datums")).isEqualTo(day);
        assertThat(mistakes.at("sex", "Dzimums")).isNull();
        assertThat(mistakes.at("place", "Vieta")).isEqualTo(place);
        assertThat(mistakes.inOrder()).containsExactly(whole, day, place);
        assertThat(mistakes.labels().values()).containsExactly("Datums", "Vieta");
    }
}
