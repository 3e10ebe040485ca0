package lv.vmis.register.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import lv.vmis.register.kernel.Actor;
import lv.vmis.register.kernel.Outcome;
import lv.vmis.register.kernel.Outcome.Refused;
import lv.vmis.register.kernel.Refusal;
import lv.vmis.register.kernel.Role;
import lv.vmis.register.support.RegisterTest;
import lv.vmis.register.support.Someone;
import org.junit.jupiter.api.Test;

@RegisterTest
class OnceTest {

    private final Once once;
    private final Actor inspector = Someone.of(Role.INSPECTOR);
    private final AtomicInteger effects = new AtomicInteger();

    OnceTest(Once once) {
        this.once = once;
    }

    @Test
    void a_repeated_form_gets_the_first_answer_and_has_no_second_effect() {
        var key = UUID.randomUUID();
        var first = send(key, "saturs");
        assertThat(send(key, "saturs")).isEqualTo(first).isEqualTo(Outcome.done("/1"));
        assertThat(effects).hasValue(1);
    }

    @Test
    void clicks_at_the_same_moment_have_one_effect() throws Exception {
        var key = UUID.randomUUID();
        Callable<Outcome<String>> click = () -> send(key, "saturs");
        try (var browser = Executors.newFixedThreadPool(4)) {
            assertThat(browser.invokeAll(List.of(click, click, click, click)).stream()
                            .map(Future::resultNow))
                    .containsOnly(Outcome.done("/1"));
        }
        assertThat(effects).hasValue(1);
    }

    @Test
    void another_content_under_the_same_key_is_refused() {
        var key = UUID.randomUUID();
        send(key, "saturs");
        assertThat(send(key, "cits saturs")).isEqualTo(Outcome.refused(EdgeRefusal.KEY_REUSED));
    }

    @Test
    void somebody_elses_key_is_refused() {
        var key = UUID.randomUUID();
        send(key, "saturs");
        var other = Someone.of(Role.CASEWORKER);
        var outcome =
                Someone.as(other, () -> once.run(key, other, "saturs", () -> Outcome.done(2), effect -> "/" + effect));
        assertThat(outcome).isEqualTo(Outcome.refused(EdgeRefusal.KEY_REUSED));
    }

    @Test
    void a_refused_form_keeps_its_key_for_the_corrected_one() {
        var key = UUID.randomUUID();
        Outcome<String> refused = Someone.as(
                inspector,
                () -> once.run(
                        key, inspector, "kļūda", () -> Outcome.<Integer>refused(EdgeRefusal.REQUIRED), effect -> "/"));
        assertThat(refused).isInstanceOf(Refused.class);
        assertThat(send(key, "labots")).isEqualTo(Outcome.done("/1"));
    }

    @Test
    void a_failed_action_leaves_the_key_free() {
        var key = UUID.randomUUID();
        assertThatThrownBy(() -> Someone.as(
                        inspector,
                        () -> once.run(
                                key,
                                inspector,
                                "saturs",
                                () -> {
                                    throw new IllegalStateException("lost");
                                },
                                effect -> "/")))
                .hasMessage("lost");
        assertThat(send(key, "saturs")).isEqualTo(Outcome.done("/1"));
        assertThat(Refusal.of(EdgeRefusal.REQUIRED).field()).isEmpty();
    }

    private Outcome<String> send(UUID key, String content) {
        return Someone.as(
                inspector,
                () -> once.run(
                        key,
                        inspector,
                        content,
                        () -> Outcome.done(effects.incrementAndGet()),
                        effect -> "/" + effect));
    }
}
