package lv.vmis.register.selection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import lv.vmis.register.kernel.Ids;
import lv.vmis.register.support.DecisionSamples;
import lv.vmis.register.support.RegisterTest;
import lv.vmis.register.training.DemoAccounts;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Searches saved under a name: who may open, rename and delete them, and what of them is kept. */
@RegisterTest
class SavedPagesTest {

    private final MockMvcTester mvc;
    private final JdbcClient jdbc;
    private final SavedSearches searches;
    private final DecisionSamples database;

    SavedPagesTest(MockMvcTester mvc, JdbcClient jdbc, SavedSearches searches, DecisionSamples database) {
        this.mvc = mvc;
        this.jdbc = jdbc;
        this.searches = searches;
        this.database = database;
    }

    @BeforeEach
    void nothing_is_saved() {
        database.reading(() -> jdbc.sql("delete from saved_search").update());
    }

    @Test
    void a_search_is_saved_opened_renamed_and_deleted_by_its_owner() {
        var found = searched("lietvede", "Meklētais Jānis");
        assertThat(saved("lietvede", found, "Jānis no Tallinas", false)).hasStatus(303);
        var id = one("Jānis no Tallinas");
        assertThat(database.entries(id, SaveSearch.class)).isOne();
        for (var page : new String[] {"/persons", "/", "/persons/saved"}) {
            assertThat(get("lietvede", page)).as(page).hasStatusOk().bodyText().contains("Jānis no Tallinas");
        }
        var opened = location(post("lietvede", "/persons/saved/" + id, Map.of()));
        assertThat(opened).startsWith("/persons/found/").isNotEqualTo(found);
        database.reading(() -> jdbc.sql("delete from stated_purpose").update());
        assertThat(location(get("lietvede", opened)))
                .as("the purpose is asked as for a new search")
                .startsWith("/purpose?");

        assertThat(saved("lietvede", found, "jānis NO tallinas", false))
                .as("a name that is taken")
                .hasStatus(422)
                .bodyText()
                .contains("Jums jau ir saglabāts");
        assertThat(saved("lietvede", found, "  ", false)).hasStatus(422);
        assertThat(post("lietvede", "/persons/saved/" + id + "/rename", Map.of("name", "Jānis", "version", "0")))
                .hasStatus(303);
        assertThat(post("lietvede", "/persons/saved/" + id + "/rename", Map.of("name", "Cits", "version", "0")))
                .as("of a version that is past")
                .hasStatus(422);
        assertThat(database.entries(id, RenameSearch.class)).isOne();
        assertThat(post("lietvede", "/persons/saved/" + id + "/delete", Map.of()))
                .hasStatus(303);
        assertThat(database.entries(id, DeleteSearch.class)).isOne();
        assertThat(get("lietvede", "/persons")).bodyText().doesNotContain("Jānis");
    }

    @Test
    void a_unit_opens_what_is_shared_with_it_and_changes_nothing() {
        var found = searched("inspektore", "Kopīgais Pēteris");
        assertThat(saved("inspektore", found, "Kopīgs meklējums", true)).hasStatus(303);
        assertThat(saved("inspektore", found, "Mans meklējums", false)).hasStatus(303);
        var id = one("Kopīgs meklējums");
        var own = one("Mans meklējums");
        // The deciding official works in the unit of the inspector, the other inspector in another.
        assertThat(get("vrs.vaditajs", "/persons"))
                .bodyText()
                .contains("Kopīgs meklējums", "Ilze Ozoliņa")
                .doesNotContain("Mans meklējums");
        assertThat(location(post("vrs.vaditajs", "/persons/saved/" + id, Map.of())))
                .startsWith("/persons/found/");
        assertThat(post("vrs.vaditajs", "/persons/saved/" + own, Map.of())).hasStatus(404);
        assertThat(post("vrs.vaditajs", "/persons/saved/" + id + "/rename", Map.of("name", "Cits", "version", "0")))
                .hasStatus(422);
        assertThat(post("vrs.vaditajs", "/persons/saved/" + id + "/delete", Map.of()))
                .hasStatus(422);
        assertThat(get("inspektors", "/persons")).bodyText().doesNotContain("Kopīgs meklējums");
        assertThat(post("inspektors", "/persons/saved/" + id, Map.of())).hasStatus(404);
        assertThat(post("sargs", "/persons/saved/" + id, Map.of())).hasStatus(403);
        assertThat(one("Kopīgs meklējums")).isEqualTo(id);
    }

    @Test
    void a_selection_is_saved_too_and_opens_only_for_whom_its_fields_are() {
        var found = location(post("lietvede", "/persons/selections", Map.of("unaccompanied", "YES", "sex", "F")));
        assertThat(saved("lietvede", found, "Bērni bez pavadības", true)).hasStatus(303);
        var id = one("Bērni bez pavadības");
        assertThat(location(post("lietvede", "/persons/selections/saved/" + id, Map.of())))
                .startsWith("/persons/selections/found/");
        assertThat(location(post("pmlp.vaditajs", "/persons/selections/saved/" + id, Map.of())))
                .as("of the same unit, with the right to the field")
                .startsWith("/persons/selections/found/");
        database.reading(() -> jdbc.sql("update saved_search set unit = 'PMLP_MD' where id = :id")
                .param("id", id)
                .update());
        assertThat(get("analitike", "/persons/selections"))
                .hasStatusOk()
                .bodyText()
                .doesNotContain("Bērni");
        assertThat(post("analitike", "/persons/selections/saved/" + id, Map.of()))
                .hasStatus(404);
        assertThat(post("analitike", "/persons/saved/" + id, Map.of())).hasStatus(403);
    }

    @Test
    void what_was_scanned_is_not_kept_and_what_is_not_used_is_deleted() throws Exception {
        var zone = "P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<L898902C36UTO7408122F1204159ZE184226B<<<<<10";
        var found = location(post("lietvede", "/quick", Map.of("text", zone)));
        assertThat(found).startsWith("/persons/found/");
        assertThat(saved("lietvede", found, "Dokuments", false)).hasStatus(303);
        var id = one("Dokuments");
        assertThat(database.reading(() -> jdbc.sql("select criteria::text from saved_search where id = :id")
                        .param("id", id)
                        .query(String.class)
                        .single()))
                .contains("L898902C3")
                .doesNotContain("<<");
        var now = OffsetDateTime.now(java.time.Clock.systemUTC());
        assertThat(database.reading(() -> searches.removePast(now.plusMonths(11))))
                .isZero();
        assertThat(database.reading(() -> searches.removePast(now.plusMonths(13))))
                .isOne();
    }

    private String searched(String login, String name) {
        var found = location(post(login, "/persons/search", Map.of("name", name)));
        assertThat(found).startsWith("/persons/found/");
        return found;
    }

    private MvcTestResult saved(String login, String found, String name, boolean isShared) {
        return post(login, found + "/save", isShared ? Map.of("name", name, "shared", "yes") : Map.of("name", name));
    }

    private UUID one(String name) {
        return database.reading(() -> jdbc.sql("select id from saved_search where name = :name")
                .param("name", name)
                .query(UUID.class)
                .single());
    }

    private MvcTestResult get(String login, String path) {
        return mvc.get().uri(path).with(user(id(login))).exchange();
    }

    private MvcTestResult post(String login, String path, Map<String, String> fields) {
        var request = mvc.post().uri(path).with(user(id(login))).with(csrf());
        var all = new LinkedHashMap<>(fields);
        all.putIfAbsent("key", Ids.next().toString());
        all.forEach(request::param);
        return request.exchange();
    }

    private static String id(String login) {
        return DemoAccounts.ALL.stream()
                .filter(demo -> demo.login().equals(login))
                .findFirst()
                .orElseThrow()
                .id()
                .toString();
    }

    private static String location(MvcTestResult answer) {
        return String.valueOf(answer.getResponse().getHeader("Location")).replaceFirst("^http://localhost(:\\d+)?", "");
    }
}
