package lv.vmis.register;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import lv.vmis.register.support.AtOnce;
import lv.vmis.register.support.Browser;
import lv.vmis.register.support.RegisterTest;
import lv.vmis.register.support.Routes;
import lv.vmis.register.support.Routes.Route;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** Every page as somebody who may see it: no accessibility violation, nothing wider than a phone, no text without words. */
@RegisterTest
class PagesTest {

    /** Answers that are no pages: files, parts of pages, and steps that only follow another. */
    private static final Set<String> NO_PAGES = Set.of(
            "/api/v1/access",
            "/api/v1/events",
            "/api/v1/following",
            "/api/v1/openapi.json",
            "/api/v1/openapi.json.yaml",
            "/api/v1/receipts/keys",
            "/api/v1/receipts/{number}/proof",
            "/calendar/{sealed}",
            "/agreements/{number}/annex.pdf",
            "/agreements/use/file",
            "/old-registers/sis-lists/{id}/compared",
            "/old-registers/{load}/reconciliation/{paper}.pdf",
            "/old-registers/{load}/taking/rejected",
            "/api/v1/conformance",
            "/certificates/{id}/certificate.pdf",
            "/decisions/{id}/decision.pdf",
            "/decisions/{id}/preview.pdf",
            "/decisions/{id}/removal/papers/{paper}",
            "/decisions/{id}/translation.pdf",
            "/devices/register.pem",
            "/files/{id}/content",
            "/files/{id}/face/preview",
            "/files/{id}/preview",
            "/follow-ups/{id}/follow-up.pdf",
            "/health",
            "/persons/exports/{id}",
            "/persons/found/{id}",
            "/persons/selections/found/{id}",
            "/persons/selections/found/{id}/change",
            "/persons/{id}/face",
            "/preparing",
            "/rules",
            "/sign-in/arrived",
            "/sign-in/first/code",
            "/signatures/{kind}/{id}/{format}",
            "/templates/{id}/preview.pdf");

    private static final int PHONE = 320;

    /** As many as there are processors where the tests run. */
    private static final int WINDOWS = 2;

    private final ApplicationContext application;
    private final EveryPage every;
    private final int port;

    PagesTest(ApplicationContext application, EveryPage every, @LocalServerPort int port) {
        this.application = application;
        this.every = every;
        this.port = port;
    }

    @TestFactory
    Stream<DynamicTest> every_page_can_be_read_by_everybody_who_may_open_it() {
        var pages = every.pages();
        var missing = new TreeSet<>(Routes.of(application).stream()
                .filter(route -> route.method().equals("GET"))
                .map(Route::pattern)
                .collect(Collectors.toSet()));
        missing.removeAll(NO_PAGES);
        missing.removeAll(pages.keySet());
        assertThat(missing).as("pages nobody looks at").isEmpty();

        var all = List.copyOf(pages.values());
        return AtOnce.run(IntStream.range(0, WINDOWS)
                .mapToObj(window -> new AtOnce.Named(
                        "window " + (window + 1),
                        () -> look(all.subList(all.size() * window / WINDOWS, all.size() * (window + 1) / WINDOWS)))));
    }

    private void look(List<EveryPage.Page> pages) {
        try (var browser = Browser.open(port, true)) {
            var signedIn = "";
            for (var page : pages) {
                if (!page.login().equals(signedIn)) {
                    browser.signOut();
                    if (!page.login().isEmpty()) {
                        browser.signIn(page.login());
                    }
                    signedIn = page.login();
                }
                browser.page().setViewportSize(1366, 768);
                browser.visit(page.address());
                if (browser.path().startsWith("/purpose?")) {
                    browser.page().fill("#reason", "Pārbaude");
                    browser.leave(() -> browser.page().click("main button[data-primary]"));
                }
                assertThat(browser.path()).isEqualTo(page.address());
                browser.check(page.address());
                assertThat(browser.page().locator("body").innerText())
                        .as("%s has words for everything", page.address())
                        .doesNotContainPattern("\\[[a-z-]+(\\.[A-Za-z_-]+)+]");
                browser.page().setViewportSize(PHONE, 640);
                assertThat(browser.page()
                                .evaluate(
                                        "document.documentElement.scrollWidth <= document.documentElement.clientWidth"))
                        .as("%s fits a phone", page.address())
                        .isEqualTo(true);
            }
        } finally {
            Browser.stop();
        }
    }
}
