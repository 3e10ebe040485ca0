package lv.vmis.register.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import lv.vmis.register.support.RegisterTest;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** The lists, the calculator and the dictionary as pages. */
@RegisterTest
class ReferencePagesTest {

    private static final UUID STEWARD = UUID.nameUUIDFromBytes("account parzine".getBytes(StandardCharsets.UTF_8));

    private final MockMvcTester mvc;
    private final ReferenceLists lists;

    ReferencePagesTest(MockMvcTester mvc, ReferenceLists lists) {
        this.mvc = mvc;
        this.lists = lists;
    }

    private MvcTestResult get(String address, Object... values) {
        return mvc.get().uri(address, values).with(user(STEWARD.toString())).exchange();
    }

    private static void says(MvcTestResult page, String text) {
        assertThat(page).hasStatusOk().bodyText().contains(text).doesNotContain("[reference.");
    }

    @Test
    void every_list_opens_and_every_column_has_a_name() {
        says(get("/reference"), "Datu vārdnīca");
        for (var list : lists.all()) {
            says(get("/reference/{list}", list.name()), list.titleLv());
        }
    }

    @Test
    void a_list_is_filtered_by_what_is_typed_in_haste() {
        var page = get("/reference/country?q=vjet");
        says(page, "Vjetnama");
        assertThat(page).bodyText().doesNotContain("Uzbekistāna");
        says(get("/reference/country?q=nosuchplace"), "Neviens ieraksts neatbilst");
    }

    @Test
    void a_long_list_goes_on_on_the_next_page() {
        says(get("/reference/country"), "after=100");
        says(get("/reference/country?after=100"), "Rāda 101.");
    }

    @Test
    void an_unknown_list_is_not_found() {
        assertThat(get("/reference/nothing")).hasStatus(404);
    }

    @Test
    void working_days_are_counted_and_the_days_off_named() {
        var page = get("/reference/working-days?from=17.11.2026.&days=1");
        says(page, "19.11.2026.");
        says(page, "Latvijas Republikas Proklamēšanas diena");
    }

    @Test
    void a_wrong_day_keeps_what_was_typed() {
        assertThat(get("/reference/working-days?from=31.02.2026.&days=x"))
                .hasStatus(422)
                .bodyText()
                .contains("31.02.2026.", "Ierakstiet skaitli");
    }

    @Test
    void the_dictionary_tells_the_legal_item_of_a_column() {
        says(get("/reference/dictionary?q=patronymic"), "Reg. 122 5.1.3");
    }
}
