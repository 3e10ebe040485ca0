package lv.vmis.register.file;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.FilePayload;
import java.util.UUID;
import lv.vmis.register.support.Browser;
import lv.vmis.register.support.RegisterTest;
import lv.vmis.register.support.Samples;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

/** Files and a face image in the browser: by the keyboard, on a desk and on a telephone, and without scripts. */
@RegisterTest
class FileJourneyTest {

    private final Samples samples;
    private final int port;

    FileJourneyTest(JdbcClient jdbc, PlatformTransactionManager transactions, @LocalServerPort int port) {
        this.samples = new Samples(jdbc, transactions);
        this.port = port;
    }

    @Test
    void files_are_added_looked_at_and_withdrawn_by_the_keyboard() {
        var person = person();
        try (var browser = Browser.open(port, true)) {
            opened(browser, "inspektore", person);
            browser.visit("/persons/" + person + "/files");
            check(browser, "no files");
            browser.go("n");
            check(browser, "a form for files");
            browser.tabTo("files");
            browser.page().setInputFiles("#files", new FilePayload[] {
                file("Lēmuma kopija.pdf", SomeFile.pdf(2)), file("a.exe", SomeFile.pdf(1))
            });
            browser.go("Control+Enter");
            assertThat(browser.page().title()).startsWith("Kļūda:");
            assertThat(browser.text()).contains("Saglabāts 1 fails", "„a.exe”: šādu failu nepieņem");
            check(browser, "a form of which a part is kept");

            browser.page().focus(".card a");
            browser.go("Enter");
            assertThat(browser.page().evaluate("document.querySelector('.file-preview img').naturalWidth > 500"))
                    .isEqualTo(true);
            check(browser, "a document");
            browser.page().focus("a[rel=next]");
            browser.go("Enter");
            assertThat(browser.text()).contains("2. lappuse no 2");

            browser.page().focus("main a[href$='/withdraw']");
            browser.go("Enter");
            check(browser, "withdrawing");
            browser.type("Attiecas uz citu personu");
            browser.go("Control+Enter");
            assertThat(browser.text()).contains("Atsaukts", "Attiecas uz citu personu");
            check(browser, "a withdrawn file");
        }
    }

    @Test
    void a_face_is_cut_by_the_keyboard() {
        var person = person();
        try (var browser = Browser.open(port, true)) {
            opened(browser, "inspektore", person);
            browser.visit("/persons/" + person + "/files/new?kind=PHOTO");
            browser.page().setInputFiles("#files", file("foto.jpg", SomeFile.jpeg(900, 900)));
            browser.page().focus("#datedOn");
            browser.go("Control+Enter");
            check(browser, "a photo to cut");
            browser.page().focus("#zoom");
            // One after the other: a preview that is overtaken is broken off, and the browser reports that.
            browser.press("ArrowRight");
            browser.page().waitForSelector("#cut img[src*='zoom=105']");
            browser.press("ArrowRight");
            browser.page().waitForSelector("#cut img[src*='zoom=110']");
            browser.tabTo("x");
            browser.press("ArrowLeft");
            browser.page().waitForSelector("#cut img[src*='zoom=110&x=48']");
            browser.check("a photo, moved and enlarged");
            browser.page().focus("#cut button");
            browser.go("Enter");
            assertThat(browser.page().evaluate("document.querySelector('.person-bar__face').naturalWidth"))
                    .isEqualTo(413);
            check(browser, "files with a face");
        }
    }

    @Test
    void all_of_it_works_without_scripts() {
        var person = person();
        try (var browser = Browser.open(port, false)) {
            opened(browser, "lietvede", person);
            browser.visit("/persons/" + person + "/files/new");
            browser.page().check("#kind-PHOTO");
            browser.page().setInputFiles("#files", file("foto.png", SomeFile.image("png", 500, 700)));
            browser.leave(() -> browser.page().click("main button[data-primary]"));
            browser.page().fill("#zoom", "200");
            browser.leave(() -> browser.page().click(".face-cut__set button"));
            assertThat(browser.path()).contains("zoom=200");
            browser.leave(() -> browser.page().click("#cut button"));
            assertThat(browser.page().locator(".person-bar__face").count()).isOne();
            assertThat(browser.text()).contains("Fotogrāfija sejas attēlam", "Sejas attēls");
        }
    }

    private UUID person() {
        return samples.person("Failova", "Anna", "1990-03-12", "VNM");
    }

    private static FilePayload file(String name, byte[] content) {
        return new FilePayload(name, "application/octet-stream", content);
    }

    private static void opened(Browser browser, String login, UUID person) {
        browser.signIn(login);
        browser.visit("/persons/" + person);
        browser.page().fill("#reason", "Pārbaude");
        browser.leave(() -> browser.page().click("main button[data-primary]"));
    }

    /** On a desk and on a telephone. */
    private static void check(Browser browser, String name) {
        browser.check(name);
        browser.page().setViewportSize(390, 844);
        browser.check(name + " on a telephone");
        browser.page().setViewportSize(1366, 768);
    }
}
