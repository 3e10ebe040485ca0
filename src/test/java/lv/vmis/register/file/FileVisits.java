package lv.vmis.register.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;
import lv.vmis.register.support.DecisionSamples;
import lv.vmis.register.support.PlainBrowser;
import lv.vmis.register.support.PlainBrowser.Sent;
import lv.vmis.register.support.Samples;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

/** Officials at a browser with the files of a person, and what is kept of their visits. */
abstract class FileVisits {

    private static final Pattern FILE = Pattern.compile("/files/([0-9a-f-]{36})\"");

    final JdbcClient jdbc;
    final DecisionSamples decisions;
    final int port;
    private final Samples samples;

    FileVisits(JdbcClient jdbc, PlatformTransactionManager transactions, DecisionSamples decisions, int port) {
        this.jdbc = jdbc;
        this.decisions = decisions;
        this.samples = new Samples(jdbc, transactions);
        this.port = port;
    }

    HttpResponse<String> add(PlainBrowser browser, UUID person, String kind, Sent... files) {
        browser.get("/persons/" + person + "/files/new");
        return browser.postFiles(
                "/persons/" + person + "/files", Map.of("kind", kind, "source", "OWN"), List.of(files));
    }

    UUID person() {
        return samples.person("Failova", "Anna", "1990-03-12", "VNM");
    }

    /** Somebody who has signed in and said why he looks at the person. */
    PlainBrowser at(String login, UUID person) {
        var browser = new PlainBrowser(port);
        browser.signIn(login);
        state(browser, person);
        return browser;
    }

    static void state(PlainBrowser browser, UUID person) {
        browser.get("/purpose?person=" + person);
        var stated = browser.post(
                "/purpose",
                Map.of("purpose", "FINDING", "reason", "Pārbaude", "person", person.toString(), "back", "/"));
        assertThat(stated.statusCode()).isEqualTo(303);
    }

    List<String> titles(UUID person) {
        return decisions.reading(() -> jdbc.sql("select title from file where person_id = :id")
                .param("id", person)
                .query(String.class)
                .list());
    }

    UUID file(UUID person, String title) {
        return decisions.reading(() -> jdbc.sql("select id from file where person_id = :id and title = :title")
                .param("id", person)
                .param("title", title)
                .query(UUID.class)
                .single());
    }

    UUID onlyFile(UUID person) {
        return decisions.reading(() -> jdbc.sql("select id from file where person_id = :id")
                .param("id", person)
                .query(UUID.class)
                .single());
    }

    int acts(UUID person, String operation) {
        return entries(person, "act", operation);
    }

    int looks(UUID person, String operation) {
        return entries(person, "look", operation);
    }

    int entries(UUID person, String kind, String operation) {
        return decisions.reading(() -> jdbc.sql(
                        "select count(*) from entry where :person = any(persons) and kind = :kind and operation = :operation")
                .param("person", person)
                .param("kind", kind)
                .param("operation", operation)
                .query(Integer.class)
                .single());
    }

    static List<String> shown(String page) {
        return FILE.matcher(page)
                .results()
                .map(found -> found.group(1))
                .distinct()
                .toList();
    }

    static <T> List<T> atOnce(int times, Callable<T> work) throws Exception {
        try (var threads = Executors.newFixedThreadPool(times)) {
            var all = threads.invokeAll(java.util.Collections.nCopies(times, work));
            var answers = new java.util.ArrayList<T>();
            for (var one : all) {
                answers.add(one.get());
            }
            return answers;
        }
    }
}
