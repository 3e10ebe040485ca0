package lv.vmis.register.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class GatheringTest {

    private final List<Integer> sizes = Collections.synchronizedList(new ArrayList<>());

    private List<Integer> doubled(List<Integer> group) {
        sizes.add(group.size());
        return group.stream()
                .map(number -> {
                    if (number == 13) {
                        throw new IllegalArgumentException("13");
                    }
                    return 2 * number;
                })
                .toList();
    }

    @Test
    void what_comes_while_one_is_at_work_is_answered_together_and_nobody_gets_the_answer_of_another() throws Exception {
        var first = new CountDownLatch(1);
        var go = new CountDownLatch(1);
        try (var pool = Executors.newFixedThreadPool(41);
                var gathering = new Gathering<Integer, Integer>("doubling", 1, 32, group -> {
                    first.countDown();
                    try {
                        go.await();
                    } catch (InterruptedException stopped) {
                        throw new IllegalStateException(stopped);
                    }
                    return doubled(group);
                })) {
            var one = pool.submit(() -> gathering.ask(0));
            assertThat(first.await(10, TimeUnit.SECONDS)).isTrue();
            var others = new ArrayList<java.util.concurrent.Future<Integer>>();
            for (int i = 100; i < 140; i++) {
                var number = i;
                Callable<Integer> asking = () -> gathering.ask(number);
                others.add(pool.submit(asking));
            }
            go.countDown();
            assertThat(one.get()).isZero();
            for (int i = 0; i < others.size(); i++) {
                assertThat(others.get(i).get()).isEqualTo(2 * (100 + i));
            }
        }
        assertThat(sizes).startsWith(1).allSatisfy(size -> assertThat(size).isBetween(1, 32));
        assertThat(sizes.stream().mapToInt(size -> size).sum()).isEqualTo(41);
    }

    @Test
    void one_that_cannot_be_answered_does_not_take_the_others_with_it() throws Exception {
        try (var pool = Executors.newFixedThreadPool(20);
                var gathering = new Gathering<Integer, Integer>("doubling", 1, 32, this::doubled)) {
            var asking = new ArrayList<Callable<Integer>>();
            for (int i = 0; i < 20; i++) {
                var number = i;
                asking.add(() -> gathering.ask(number));
            }
            var answers = pool.invokeAll(asking);
            for (int i = 0; i < 20; i++) {
                if (i == 13) {
                    assertThatThrownBy(answers.get(13)::get).hasRootCauseInstanceOf(IllegalArgumentException.class);
                } else {
                    assertThat(answers.get(i).get()).isEqualTo(2 * i);
                }
            }
        }
    }

    @Test
    void who_asks_when_it_is_closed_does_not_wait() {
        var gathering = new Gathering<Integer, Integer>("doubling", 1, 32, this::doubled);
        gathering.close();
        assertThatThrownBy(() -> gathering.ask(1)).hasMessageContaining("stops");
    }
}
