package lv.vmis.register.support;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Frame;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.Playwright.CreateOptions;
import com.microsoft.playwright.PlaywrightException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;

/** Debian's Chromium, driven by the keyboard: counts the keys that are not data, and checks each page it is asked to. */
public final class Browser implements AutoCloseable {

    /**
     * What axe objects to; of what it does not object to, it describes no element: that is most of its work. Colours, which take it longest,
     * are looked at once for rows of a table that look the same in every part (of a single letter axe says nothing).
     */
    private static final String OBJECTIONS = """
            async () => {
                const objections = (context, options) => axe.run(context, {resultTypes: ['violations'], ...options}).then(
                    found => found.violations.map(
                        rule => rule.id + ': ' + rule.nodes.slice(0, 3).map(node => node.html).join(' ')));
                const seen = new Map();
                const again = [...document.querySelectorAll('tbody > tr')].filter(row => {
                    const look = [row, ...row.querySelectorAll('*')].map(one => {
                        const style = getComputedStyle(one);
                        return [one.tagName, one.className, style.color, style.backgroundColor, style.backgroundImage, style.opacity,
                            style.display, style.visibility, style.position, style.fontSize, style.fontWeight, style.textShadow,
                            Math.min(one.textContent.trim().length, 2)].join();
                    }).join(' ');
                    const looks = seen.get(row.parentNode) ?? new Set();
                    seen.set(row.parentNode, looks);
                    return looks.has(look) || !looks.add(look);
                });
                const all = await objections(document, {rules: {'color-contrast': {enabled: false}}});
                return all.concat(await objections({exclude: again}, {runOnly: ['color-contrast']}));
            }
            """;

    private static final String AXE = AxeBuilder.getAxeScript();

    /** Each thread has its own: they may not share one. */
    private static final ThreadLocal<@Nullable Started> STARTED = new ThreadLocal<>();

    private record Started(Playwright playwright, com.microsoft.playwright.Browser chromium) {}

    private final String base;
    private final BrowserContext context;
    private final Page page;
    private final List<String> faults = new ArrayList<>();
    private final boolean scripts;
    private int keys;

    private Browser(String base, BrowserContext context, boolean scripts) {
        this.base = base;
        this.scripts = scripts;
        this.context = context;
        this.page = context.newPage();
        page.onConsoleMessage(message -> {
            // Refused forms answer 422, which the browser reports too.
            if (message.type().equals("error") && !message.text().contains("422")) {
                faults.add(page.url() + ": " + message.text());
            }
        });
        page.onPageError(error -> faults.add(page.url() + ": " + error));
        page.onResponse(response -> {
            if (response.status() >= 500) {
                faults.add(response.status() + " " + response.url());
            }
        });
    }

    /** A new window, with scripts or without; leaves the test out where there is no Chromium, except in CI. */
    public static Browser open(int port, boolean scripts) {
        var program = program();
        if (program == null) {
            assertThat(System.getenv("CI"))
                    .as("in CI browser tests are never left out")
                    .isNotEqualTo("true");
            Assumptions.abort("no Chromium here");
        }
        var context = chromium(java.util.Objects.requireNonNull(program))
                .newContext(new NewContextOptions()
                        .setViewportSize(1366, 768)
                        .setLocale("lv-LV")
                        .setTimezoneId("Europe/Riga")
                        .setJavaScriptEnabled(scripts));
        return new Browser("http://localhost:" + port, context, scripts);
    }

    private static @Nullable Path program() {
        var named = System.getenv("REGISTER_CHROMIUM");
        return java.util.stream.Stream.of(
                        named, "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome")
                .filter(path -> path != null && Files.isExecutable(Path.of(path)))
                .findFirst()
                .map(Path::of)
                .orElse(null);
    }

    private static com.microsoft.playwright.Browser chromium(Path program) {
        var started = STARTED.get();
        if (started == null) {
            var playwright =
                    Playwright.create(new CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
            var chromium = playwright
                    .chromium()
                    .launch(new LaunchOptions()
                            .setExecutablePath(program)
                            .setArgs(List.of(
                                    "--no-sandbox",
                                    "--disable-gpu",
                                    "--disable-quic",
                                    "--no-first-run",
                                    "--disable-background-networking",
                                    "--disable-component-update",
                                    "--disable-sync")));
            started = new Started(playwright, chromium);
            STARTED.set(started);
        }
        return started.chromium();
    }

    /** Stops the Chromium of a thread that will open no other window. */
    public static void stop() {
        var started = STARTED.get();
        if (started != null) {
            started.chromium().close();
            started.playwright().close();
            STARTED.remove();
        }
    }

    public void signIn(String login) {
        visit("/sign-in");
        page.focus("#login");
        type(login);
        press("Tab");
        type("demo");
        go("Enter");
        assertThat(path()).as("%s signed in", login).doesNotStartWith("/sign-in");
        keys = 0;
    }

    /** Forgets who signed in. */
    public void signOut() {
        context.clearCookies();
    }

    /** Presses a key that leads to another page, and waits for it. */
    public void go(String key) {
        leave(() -> press(key));
    }

    /** Does what leads to another page, and waits for it. */
    public void leave(Runnable way) {
        if (!scripts) {
            var arrived = new AtomicBoolean();
            Consumer<Frame> note = _ -> arrived.set(true);
            page.onFrameNavigated(note);
            way.run();
            var until = System.nanoTime() + TimeUnit.SECONDS.toNanos(15);
            while (!arrived.get()) {
                assertThat(System.nanoTime())
                        .as("%s leads on within 15 s", path())
                        .isLessThan(until);
                page.waitForTimeout(25);
            }
            page.offFrameNavigated(note);
            page.waitForLoadState();
            return;
        }
        page.evaluate("window.left = true");
        way.run();
        var until = System.nanoTime() + TimeUnit.SECONDS.toNanos(15);
        while (!hasArrived()) {
            assertThat(System.nanoTime()).as("%s leads on within 15 s", path()).isLessThan(until);
            page.waitForTimeout(25);
        }
    }

    private boolean hasArrived() {
        try {
            return Boolean.TRUE.equals(page.evaluate("!window.left && document.readyState === 'complete'"));
        } catch (PlaywrightException onTheWay) {
            return false;
        }
    }

    public void visit(String path) {
        page.navigate(base + path);
    }

    /** States the purpose of looking at whoever is on the page, if it is asked. */
    public void statePurpose() {
        if (path().startsWith("/purpose")) {
            page.fill("#reason", "Lietas izskatīšana");
            leave(() -> page.click("main button[data-primary]"));
        }
    }

    /** Presses keys that are not data, one after another. "Control+Enter" counts as two. */
    public void press(String... pressed) {
        Arrays.stream(pressed).forEach(key -> {
            keys += key.length() > 1 ? key.split("\\+", -1).length : 1;
            page.keyboard().press(key);
        });
    }

    /** Types data where the focus is. */
    public void type(String data) {
        page.keyboard().type(data);
    }

    /** Pastes or scans data where the focus is: one key. */
    public void paste(String data) {
        keys++;
        page.keyboard().insertText(data);
    }

    /** Moves the focus to a field with Tab, at most so many times. */
    public void tabTo(String id) {
        for (var i = 0; i < 60 && !focus().equals(id); i++) {
            press("Tab");
        }
        assertThat(focus()).isEqualTo(id);
    }

    /** Moves the focus back to a field. */
    public void tabBackTo(String id) {
        for (var i = 0; i < 60 && !focus().equals(id); i++) {
            press("Shift+Tab");
        }
        assertThat(focus()).isEqualTo(id);
    }

    /** Waits until the focus is where a page puts it: a browser does that only with the next picture it draws. */
    public void awaitFocus(String id) {
        var until = System.nanoTime() + TimeUnit.SECONDS.toNanos(15);
        while (!focus().equals(id)) {
            assertThat(System.nanoTime())
                    .as("%s puts the focus in %s within 15 s, now in '%s'", path(), id, focus())
                    .isLessThan(until);
            page.waitForTimeout(25);
        }
    }

    public String focus() {
        return String.valueOf(page.evaluate("document.activeElement ? document.activeElement.id : ''"));
    }

    public int keys() {
        return keys;
    }

    public Page page() {
        return page;
    }

    public String path() {
        return page.url().substring(base.length());
    }

    public String text() {
        return page.locator("main").innerText();
    }

    /** Looks at the page as it is: no accessibility violation, no fault, nothing wider than the window. */
    public void check(String name) {
        page.waitForLoadState();
        page.evaluate(AXE);
        assertThat((List<?>) page.evaluate(OBJECTIONS))
                .as("accessibility of %s", name)
                .isEmpty();
        assertThat(faults).as("faults on the way to %s", name).isEmpty();
        assertThat(page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth"))
                .as("%s fits the window", name)
                .isEqualTo(true);
    }

    @Override
    public void close() {
        context.close();
    }
}
