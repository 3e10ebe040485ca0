package lv.vmis.register;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import lv.vmis.register.support.Approved;
import lv.vmis.register.support.RegisterTest;
import lv.vmis.register.support.Routes;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationContext;

/** Every address of the register, with its method, handler and right, as one reviewed list. */
@RegisterTest
class RoutesTest {

    private final List<Routes.Route> routes;

    RoutesTest(ApplicationContext application) {
        this.routes = Routes.of(application);
    }

    @Test
    void routes_are_as_approved() {
        assertThat(routes).hasSizeGreaterThanOrEqualTo(2);
        Approved.compare(
                "routes.txt",
                routes.stream()
                        .map(route -> "%-6s %-44s %-44s %s"
                                .formatted(route.method(), route.pattern(), route.handler(), route.right()))
                        .toList());
    }

    @Test
    void every_route_is_ours_and_says_its_right() {
        // The description of the API comes from its library; edge answers for who may read it, AccessTest for whether.
        var ours = routes.stream()
                .filter(route -> !route.handler().startsWith("OpenApiWebMvcResource."))
                .toList();

        assertThat(ours).isNotEmpty().allSatisfy(route -> {
            assertThat(route.right()).as(route.toString()).isNotEqualTo("–");
            assertThat(route.method()).as(route.toString()).isNotEqualTo("ANY");
        });
    }
}
