package lv.vmis.register.bench;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import lv.vmis.register.support.PlainBrowser;

/** Asks for the pages of a large register as officials do, one after another, and tells how long each takes. */
final class PageBench {

    private static final List<String> TABS =
            List.of("", "/identities", "/cases", "/bans", "/files", "/joining", "/known", "/history", "/looks");

    private static final List<String> LISTS = List.of(
            "/cases",
            "/cases?competent=all&state=all",
            "/decisions",
            "/decisions?state=DRAFT",
            "/decisions?state=TO_SIGN",
            "/decisions?state=WITHDRAWN",
            "/decisions?state=SIGNED",
            "/decisions?state=OVERDUE",
            "/decisions?state=CARRIED_OUT",
            "/bans",
            "/bans?state=PENDING",
            "/bans?state=EXPIRED",
            "/bans?state=all",
            "/bans?state=SUSPENDED",
            "/bans?state=CANCELLED",
            "/bans?state=all&territory=SCH&decider=PMLP",
            "/bans?state=all&decider=AM_MINISTRS",
            "/bans?state=all&decider=COURT",
            "/bans?state=all&basis=IL2002-61-5-4",
            "/bans?state=all&nationality=UZB",
            "/bans?state=all&term=INDEFINITE",
            "/bans?endsFrom=01.12.2026.&endsTo=31.12.2026.",
            "/persons/likely",
            "/duties",
            "/duties?owner=VRS",
            "/removals",
            "/sis",
            "/sis/lists/missing",
            "/sis/lists/surplus",
            "/sis/figures");

    /** Whose desktops are opened: each role has other queues. */
    private static final List<String> DESKS =
            List.of("inspektore", "vrs.vaditajs", "lietvede", "pmlp.vaditajs", "konvojs", "parzine", "sargs");

    private static final Pattern NEXT = Pattern.compile("rel=\"next\"[^>]* href=\"([^\"]+)\"");
    private static final Pattern VERSION = Pattern.compile("name=\"version\" value=\"([^\"]+)\"");

    /** Pages at the beginning and end of a list that are compared. */
    private static final int COMPARED = 30;

    private static final int WARMING = 40;
    private static final int ASKINGS = 100;

    private final LargeRegister large;
    private final String lists;
    private final int far;

    /**
     * @param lists how the lists asked for begin; everything is asked for when it is empty
     * @param far pages a list is followed to
     */
    PageBench(LargeRegister large, String lists, int far) {
        this.large = large;
        this.lists = lists;
        this.far = far;
    }

    void measure() throws IOException, SQLException, InterruptedException {
        var asked = large.some(WARMING);
        try (var register = large.start()) {
            int port = LargeRegister.port(register);
            System.out.println("| page | times | p50 ms | p95 ms | p99 ms |\n| --- | ---: | ---: | ---: | ---: |");
            if (lists.isEmpty()) {
                personPages(port, asked);
                DESKS.forEach(login -> desk(port, login));
                selection(port);
            }
            LISTS.stream().filter(list -> list.startsWith(lists)).forEach(list -> list(port, list));
        }
    }

    private static PlainBrowser signedIn(int port, String login) {
        var browser = new PlainBrowser(port);
        browser.signIn(login);
        var version = VERSION.matcher(browser.get("/rules").body());
        if (version.find()) {
            browser.post("/rules", Map.of("version", version.group(1)));
        }
        return browser;
    }

    private void personPages(int port, List<String> known) {
        var browser = signedIn(port, "parzine");
        browser.get("/purpose");
        for (var person : known) {
            browser.post("/purpose", Map.of("purpose", "CORRECTION", "reason", "bench", "person", person));
        }
        for (var tab : TABS) {
            var times = new Times();
            for (int n = 0; n < known.size(); n++) {
                var path = "/persons/" + known.get(n) + tab;
                times.add(n >= WARMING, () -> browser.get(path));
            }
            times.print("/persons/{id}" + tab);
        }
    }

    private static void desk(int port, String login) {
        var browser = signedIn(port, login);
        var times = new Times();
        for (int n = 0; n < WARMING + ASKINGS; n++) {
            times.add(n >= WARMING, () -> browser.get("/"));
        }
        times.print("/ of " + login);
    }

    /** Selects the women found inland, and follows the list. */
    private void selection(int port) {
        var browser = signedIn(port, "parzine");
        browser.get("/purpose");
        browser.post("/purpose", Map.of("purpose", "CORRECTION", "reason", "bench", "back", "/"));
        browser.get("/persons/selections");
        var sent = browser.post("/persons/selections", Map.of("sex", "F", "found-place", "INLAND"));
        list(browser, PlainBrowser.location(sent).replaceFirst("^http://[^/]+", ""), "a selection");
    }

    private void list(int port, String list) {
        list(signedIn(port, list.equals("/persons/likely") ? "parzine" : "inspektore"), list, list);
    }

    /** Follows a list from page to page. */
    private void list(PlainBrowser browser, String list, String name) {
        for (int n = 0; n < WARMING; n++) {
            browser.get(list);
        }
        var all = new Times();
        var first = new Times();
        var last = new Times();
        String next = list;
        int page = 0;
        for (; page < far && !next.isEmpty(); page++) {
            var here = next;
            var answer = all.add(true, () -> browser.get(here));
            first.addLast(page < COMPARED, all);
            last.addLast(page >= far - COMPARED, all);
            var found = NEXT.matcher(answer.body());
            next = found.find() ? found.group(1).replace("&amp;", "&") : "";
        }
        all.print("%s, pages 1–%d".formatted(name, page));
        if (page == far && far > 2 * COMPARED) {
            System.out.printf(
                    Locale.ROOT,
                    "| %s, pages %d–%d: %.2f times the first %d | | | | |%n",
                    name,
                    far - COMPARED + 1,
                    far,
                    last.at(0.5) / first.at(0.5),
                    COMPARED);
        }
    }

    /** Milliseconds that answers took. */
    private static final class Times {

        private final List<Double> taken = new ArrayList<>();

        HttpResponse<String> add(boolean counts, Supplier<HttpResponse<String>> asking) {
            var begun = System.nanoTime();
            var answer = asking.get();
            if (answer.statusCode() != 200) {
                throw new IllegalStateException("%s: %d".formatted(answer.uri(), answer.statusCode()));
            }
            if (counts) {
                taken.add((System.nanoTime() - begun) / 1e6);
            }
            return answer;
        }

        void addLast(boolean counts, Times others) {
            if (counts) {
                taken.add(others.taken.getLast());
            }
        }

        double at(double share) {
            return taken.stream().sorted().toList().get((int) (share * (taken.size() - 1)));
        }

        void print(String page) {
            System.out.printf(
                    Locale.ROOT, "| %s | %d | %.1f | %.1f | %.1f |%n", page, taken.size(), at(0.5), at(0.95), at(0.99));
        }
    }
}
