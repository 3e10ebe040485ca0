package lv.vmis.register.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DemoStaysHomeTest {

    @ParameterizedTest
    @ValueSource(strings = {"", "0.0.0.0", "::", "10.1.2.3", "192.0.2.1"})
    void refuses_a_demo_other_machines_could_reach(String address) {
        assertThatThrownBy(() -> DemoStaysHome.check("demo", address)).isInstanceOf(DemoStaysHome.Reachable.class);
        assertThatThrownBy(() -> DemoStaysHome.check("DEMO", address)).isInstanceOf(DemoStaysHome.Reachable.class);
        assertThatCode(() -> DemoStaysHome.check("production", address)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "localhost", "::1"})
    void lets_a_demo_answer_its_own_machine(String address) {
        assertThatCode(() -> DemoStaysHome.check("demo", address)).doesNotThrowAnyException();
    }

    @Test
    void says_what_to_do() {
        var analysis =
                Objects.requireNonNull(new DemoStaysHome.Analysis().analyze(new DemoStaysHome.Reachable("0.0.0.0")));
        assertThat(analysis.getDescription()).contains("0.0.0.0");
        assertThat(analysis.getAction()).contains("REGISTER_ADDRESS").contains("REGISTER_ENV");
    }
}
