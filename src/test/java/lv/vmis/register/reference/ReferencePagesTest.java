package lv.vmis.register.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import lv.vmis.register.edge.Texts;
import lv.vmis.register.kernel.Language;
import lv.vmis.register.support.RegisterTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** The lists, the calculator and the dictionary as pages. */
@RegisterTest
class ReferencePagesTest {

    private static final UUID STEWARD = UUID.nameUUIDFromBytes("account parzine".getBytes(StandardCharsets.UTF_8));

    /** What a row says beside its key, which is a code and meant to be one. */
    private static final Pattern CELL = Pattern.compile("<td[^>]*>(.*?)</td>", Pattern.DOTALL);

    /** {@code land_road}, {@code state} or {@code AM_KONSULS}. */
    private static final Predicate<String> RAW =
            Pattern.compile("[a-z]+(_[a-z]+)*|[A-Z]+(_[A-Z]+)+").asMatchPredicate();

    /** Not ours, and shown in the column that says whose it is. */
    private static final String CODE_OF_EUROSTAT = "UK_OCT";

    private final MockMvcTester mvc;
    private final ReferenceLists lists;
    private final Texts texts;

    ReferencePagesTest(MockMvcTester mvc, ReferenceLists lists, Texts texts) {
        this.mvc = mvc;
        this.lists = lists;
        this.texts = texts;
    }

    private MvcTestResult get(String address, Object... values) {
        return mvc.get().uri(address, values).with(user(STEWARD.toString())).exchange();
    }

    private static String text(MvcTestResult page) {
        assertThat(page).hasStatusOk();
        try {
            return page.getResponse().getContentAsString(StandardCharsets.UTF_8);
        } catch (UnsupportedEncodingException impossible) {
            throw new IllegalStateException(impossible);
        }
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

    @ParameterizedTest
    @EnumSource(Language.class)
    void no_cell_shows_a_code_of_the_database(Language language) {
        speak(language.tag());
        try {
            var certainties = certainties(language);
            var cells = lists.all().stream()
                    .flatMap(list -> pages(list).stream())
                    .flatMap(page -> CELL.matcher(page).results())
                    .map(cell -> cell.group(1).replaceAll("<[^>]*>", "").strip())
                    .filter(cell -> !cell.isEmpty())
                    .toList();

            assertThat(cells).hasSizeGreaterThan(3_000);
            assertThat(cells.stream().filter(RAW).filter(cell -> !certainties.contains(cell)))
                    .as("a text begins with a capital letter, so what does not is a code")
                    .containsOnly(CODE_OF_EUROSTAT);
        } finally {
            speak("lv");
        }
    }

    private void speak(String language) {
        assertThat(mvc.post()
                        .uri("/language")
                        .param("to", language)
                        .with(user(STEWARD.toString()))
                        .with(csrf())
                        .exchange())
                .hasStatus(303);
    }

    /** The list on as many pages as it has. */
    private List<String> pages(ReferenceLists.Summary list) {
        return IntStream.iterate(0, from -> from < list.rows(), from -> from + 100)
                .mapToObj(from -> text(get("/reference/{list}?after={from}", list.name(), from)))
                .toList();
    }

    private List<String> certainties(Language language) {
        return Stream.of("confirmed", "memory", "open")
                .map(code -> texts.get(language, "reference.certainty." + code))
                .toList();
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
