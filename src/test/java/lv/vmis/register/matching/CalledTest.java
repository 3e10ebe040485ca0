package lv.vmis.register.matching;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import lv.vmis.register.reading.DateParts;
import lv.vmis.register.reading.WholeName;
import org.junit.jupiter.api.Test;

/** Those of just the same whole name. */
class CalledTest {

    private static Description named(String family, String given, DateParts born) {
        return Description.of(family, given)
                .called(WholeName.keys(family, given))
                .born(born)
                .done();
    }

    private final PersonIndex index = new PersonIndex.Builder()
            .add(1, named("Müller-Li", "Xu", new DateParts(1975, 7, 0)))
            .add(2, named("Muller Li", "Xu", new DateParts(1975, 8, 3)))
            .add(3, named("Muller Li", "Xue", new DateParts(1975, 7, 3)))
            .add(4, named("Muller Li", "Xu", DateParts.UNKNOWN))
            .done(Weights.current());

    private static Iterable<Long> called(PersonIndex index, DateParts born) {
        return index.called(WholeName.keys("Xu", "Müller Li"), born);
    }

    @Test
    void the_words_come_in_any_order_and_spelling_and_what_is_known_of_the_dates_agrees() {
        assertThat(called(index, new DateParts(1975, 7, 7))).containsExactlyInAnyOrder(1L, 4L);
        assertThat(called(index, new DateParts(1975, 8, 3))).containsExactlyInAnyOrder(2L, 4L);
        assertThat(called(index, new DateParts(1975, 0, 0))).containsExactlyInAnyOrder(1L, 2L, 4L);
        assertThat(called(index, DateParts.UNKNOWN)).containsExactlyInAnyOrder(1L, 2L, 4L);
    }

    @Test
    void who_is_called_otherwise_since_is_found_by_that_name_alone_also_once_settled() {
        var changed = index.with(Map.of(
                1L, List.of(named("Kapoor", "Dev", new DateParts(1975, 7, 0))),
                3L, List.of(named("Li Muller", "Xu", new DateParts(1975, 7, 3)))));
        for (var one : List.of(changed, changed.settled())) {
            assertThat(called(one, new DateParts(1975, 7, 3))).containsExactlyInAnyOrder(3L, 4L);
            assertThat(one.called(WholeName.keys("Dev Kapoor"), DateParts.UNKNOWN))
                    .containsExactly(1L);
        }
    }
}
