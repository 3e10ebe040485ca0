package lv.vmis.register.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import lv.vmis.register.support.DecisionSamples;
import lv.vmis.register.support.PlainBrowser;
import lv.vmis.register.support.PlainBrowser.Sent;
import lv.vmis.register.support.RegisterTest;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

/** Files of a person as officials meet them: shown, taken away, corrected, withdrawn, and the face cut from a photo. */
@RegisterTest
class FilePagesTest extends FileVisits {

    FilePagesTest(
            JdbcClient jdbc,
            PlatformTransactionManager transactions,
            DecisionSamples decisions,
            @LocalServerPort int port) {
        super(jdbc, transactions, decisions, port);
    }

    @Test
    void what_is_taken_away_is_what_came_and_can_do_nothing() {
        var person = person();
        var browser = at("inspektore", person);
        var pdf = SomeFile.largePdf(2 << 20);
        add(browser, person, "OTHER", new Sent("Lēmums \"1\".pdf".replace("\"", "%22"), pdf));
        var file = onlyFile(person);
        var before = looks(person, "file.download");
        var answer = browser.bytes("/files/" + file + "/content");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo(pdf);
        assertThat(looks(person, "file.download")).isEqualTo(before + 1);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/pdf");
        assertThat(answer.headers().firstValue("Content-Disposition").orElseThrow())
                .startsWith("attachment;");
        assertThat(answer.headers().allValues("X-Content-Type-Options")).containsExactly("nosniff");
        assertThat(answer.headers().allValues("Cache-Control")).containsExactly("no-store");
        assertThat(answer.headers().allValues("Content-Security-Policy"))
                .singleElement()
                .asString()
                .contains("sandbox", "default-src 'none'");
    }

    @Test
    void a_preview_is_drawn_anew_and_is_a_look() throws IOException {
        var person = person();
        var browser = at("inspektore", person);
        add(browser, person, "OTHER", new Sent("a.jpg", SomeFile.lying(3000, 2000)));
        add(browser, person, "OTHER", new Sent("b.pdf", SomeFile.pdf(2)));
        add(browser, person, "OTHER", new Sent("c.docx", SomeFile.zip(SomeFile.docx())));
        add(browser, person, "OTHER", new Sent("d.tif", SomeFile.image("tiff", 500, 300)));

        var image = browser.bytes("/files/" + file(person, "a") + "/preview");
        var drawn = ImageIO.read(new ByteArrayInputStream(image.body()));
        assertThat(new int[] {drawn.getWidth(), drawn.getHeight()}).containsExactly(1067, 1600);
        assertThat(new String(image.body(), StandardCharsets.ISO_8859_1)).doesNotContain("GPS", "Exif");
        assertThat(image.headers().allValues("Content-Security-Policy").getFirst())
                .contains("sandbox");

        var second = browser.bytes("/files/" + file(person, "b") + "/preview?page=2");
        assertThat(ImageIO.read(new ByteArrayInputStream(second.body())).getHeight())
                .isBetween(1500, 1601);
        assertThat(browser.bytes("/files/" + file(person, "b") + "/preview?page=3")
                        .statusCode())
                .isEqualTo(404);
        assertThat(browser.bytes("/files/" + file(person, "d") + "/preview").statusCode())
                .isEqualTo(200);
        assertThat(browser.get("/files/" + file(person, "c")).body()).contains("DOCX failu pārlūkā nerāda");
        assertThat(browser.bytes("/files/" + file(person, "c") + "/preview").statusCode())
                .isEqualTo(404);
        assertThat(looks(person, "file.preview")).isEqualTo(3);
    }

    @Test
    void nothing_that_was_changed_in_the_database_is_shown_as_right() {
        var ways = List.of(
                "update file_part set sealed = set_byte(sealed, 1000, get_byte(sealed, 1000) # 1) where file_id = :id and number = 2",
                "update file set sha256 = repeat('0', 64) where id = :id",
                "update file set size = size - 100 where id = :id",
                "update file set size = size + 100 where id = :id",
                "update file set key = (select key from file where id <> :id and key is not null limit 1) where id = :id",
                "update file_part p set sealed = (select q.sealed from file_part q where q.file_id = p.file_id and q.number = 1 - p.number) where file_id = :id and number in (0, 1)");
        for (var way : ways) {
            var person = person();
            var browser = at("inspektore", person);
            add(browser, person, "OTHER", new Sent("a.pdf", SomeFile.largePdf(1 << 20)));
            var file = onlyFile(person);
            var isChanged =
                    decisions.reading(() -> jdbc.sql(way).param("id", file).update()) > 0;
            var expected = isChanged ? 500 : 200;

            assertThat(browser.bytes("/files/" + file + "/content").statusCode())
                    .as(way)
                    .isEqualTo(expected);
            assertThat(browser.bytes("/files/" + file + "/preview").statusCode())
                    .as(way)
                    .isEqualTo(expected);
            assertThat(entries(person, "access", "file damaged")).as(way).isEqualTo(isChanged ? 2 : 0);
        }
    }

    @Test
    void a_withdrawn_file_stays_for_who_answers_for_the_data() {
        var person = person();
        var browser = at("inspektore", person);
        add(browser, person, "OTHER", new Sent("sveša.pdf", SomeFile.pdf(1)));
        var file = onlyFile(person);

        var other = at("lietvede", person);
        other.get("/files/" + file + "/withdraw");
        var refused = other.post("/files/" + file + "/withdraw", Map.of("version", "0", "reason", "Cita persona"));
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("Failu pievienojusi iestāde VRS");

        browser.get("/files/" + file + "/withdraw");
        assertThat(browser.post("/files/" + file + "/withdraw", Map.of("version", "0", "reason", " "))
                        .statusCode())
                .isEqualTo(422);
        assertThat(browser.post("/files/" + file + "/withdraw", Map.of("version", "0", "reason", "Cita persona"))
                        .statusCode())
                .isEqualTo(303);
        assertThat(acts(person, "WithdrawFile")).isEqualTo(1);
        assertThat(browser.get("/files/" + file).body()).contains("Atsaukts", "Cita persona");
        assertThat(browser.bytes("/files/" + file + "/content").statusCode()).isEqualTo(403);
        assertThat(browser.bytes("/files/" + file + "/preview").statusCode()).isEqualTo(403);
        assertThat(at("parzine", person).bytes("/files/" + file + "/content").statusCode())
                .isEqualTo(200);
        assertThat(browser.get("/persons/" + person + "/files").body()).doesNotContain("/files/" + file);
        assertThat(browser.get("/persons/" + person + "/files?state=withdrawn").body())
                .contains("/files/" + file);
        assertThat(add(browser, person, "OTHER", new Sent("a.pdf", SomeFile.pdf(1)))
                        .statusCode())
                .isEqualTo(303);
    }

    @Test
    void what_is_said_about_a_file_is_corrected_with_a_reason() {
        var person = person();
        var browser = at("inspektore", person);
        add(browser, person, "OTHER", new Sent("a.pdf", SomeFile.pdf(1)));
        var file = onlyFile(person);
        browser.get("/files/" + file + "/correct");
        var form = Map.of(
                "version",
                "0",
                "kind",
                "IDENTITY_COPY",
                "title",
                "Pase FA123",
                "source",
                "PERSON",
                "datedOn",
                "05.03.2020.",
                "reason",
                "Kļūda");
        assertThat(browser.post("/files/" + file + "/correct", form).statusCode())
                .isEqualTo(303);
        assertThat(browser.get("/files/" + file).body()).contains("Pase FA123", "05.03.2020.", "Pati persona");
        browser.get("/files/" + file + "/correct");
        assertThat(browser.post("/files/" + file + "/correct", form).body())
                .as("on what somebody changed meanwhile")
                .contains("kāds cits šo ierakstu mainīja");
        assertThat(decisions.reading(() -> jdbc.sql(
                                "select payload ->> 'before' from entry where object_id = :id and operation = 'CorrectFile'")
                        .param("id", file)
                        .query(String.class)
                        .single()))
                .contains("\"title\": \"a\"");
    }

    @Test
    void a_face_is_cut_from_a_photo_and_stands_in_the_bar() throws IOException {
        var person = person();
        var browser = at("inspektore", person);
        assertThat(browser.get("/persons/" + person).body()).doesNotContain("/face\"");
        assertThat(browser.bytes("/persons/" + person + "/face").statusCode()).isEqualTo(404);
        var cut =
                PlainBrowser.location(add(browser, person, "PHOTO", new Sent("IMG_1.jpg", SomeFile.lying(1600, 1200))));
        assertThat(cut).endsWith("/face");
        assertThat(browser.get(cut).body()).contains("preview?zoom=100&amp;x=50&amp;y=50");
        var preview = ImageIO.read(new ByteArrayInputStream(
                browser.bytes(cut + "/preview?zoom=250&x=10&y=abc").body()));
        assertThat(new int[] {preview.getWidth(), preview.getHeight()}).containsExactly(413, 531);

        browser.get(cut + "?zoom=150&x=40&y=20");
        var kept = browser.post(cut, Map.of("zoom", "150", "x", "40", "y", "20"));
        assertThat(kept.statusCode()).isEqualTo(303);
        assertThat(browser.post(cut, Map.of("zoom", "150", "x", "40", "y", "20"))
                        .statusCode())
                .as("sent twice")
                .isEqualTo(303);

        assertThat(browser.get("/persons/" + person).body()).contains("/persons/" + person + "/face\"");
        var face = browser.bytes("/persons/" + person + "/face");
        assertThat(new String(face.body(), StandardCharsets.ISO_8859_1)).doesNotContain("GPS", "Exif");
        assertThat(ImageIO.read(new ByteArrayInputStream(face.body())).getWidth())
                .isEqualTo(413);
        assertThat(titles(person)).as("the photo stays").hasSize(2);

        browser.get(cut);
        assertThat(browser.post(cut, Map.of("zoom", "100", "x", "50", "y", "50"))
                        .statusCode())
                .isEqualTo(303);
        assertThat(browser.get("/persons/" + person + "/files?kind=FACE").body())
                .contains("Aizstāts", "Spēkā");
        assertThat(browser.bytes("/persons/" + person + "/face").body()).isNotEqualTo(face.body());

        var photo = cut.replace("/face", "");
        browser.get(photo + "/withdraw");
        browser.post(photo + "/withdraw", Map.of("version", "0", "reason", "Cita persona"));
        assertThat(browser.get("/persons/" + person).body())
                .as("with the photo go its faces")
                .doesNotContain("/face\"");
        assertThat(browser.bytes("/persons/" + person + "/face").statusCode()).isEqualTo(404);
        assertThat(at("parzine", person).get(cut).statusCode())
                .as("nothing is cut from a withdrawn photo")
                .isEqualTo(404);
    }

    @Test
    void the_face_belongs_to_the_look_at_its_page_and_alone_is_a_look() {
        var person = person();
        var browser = at("inspektore", person);
        var cut = PlainBrowser.location(add(browser, person, "PHOTO", new Sent("a.jpg", SomeFile.jpeg(600, 800))));
        browser.get(cut);
        browser.post(cut, Map.of("zoom", "100", "x", "50", "y", "50"));

        browser.get("/persons/" + person);
        assertThat(browser.bytes("/persons/" + person + "/face").statusCode()).isEqualTo(200);
        assertThat(looks(person, "file.face")).as("with the page").isZero();

        var other = new PlainBrowser(port);
        other.signIn("vrs.vaditajs");
        assertThat(other.bytes("/persons/" + person + "/face").statusCode())
                .as("without a purpose")
                .isEqualTo(303);
        assertThat(looks(person, "file.face")).isZero();
        state(other, person);
        for (var i = 0; i < 3; i++) {
            assertThat(other.bytes("/persons/" + person + "/face").statusCode()).isEqualTo(200);
        }
        assertThat(looks(person, "file.face")).as("alone").isEqualTo(1);
    }

    @Test
    void a_list_is_narrowed_and_turned_by_key() {
        var person = person();
        var browser = at("inspektore", person);
        var files = IntStream.range(0, 40)
                .mapToObj(n -> new Sent("f" + n + ".pdf", SomeFile.pdf(1)))
                .toArray(Sent[]::new);
        add(browser, person, "OTHER", Arrays.copyOfRange(files, 0, 20));
        add(browser, person, "CASE_DOCUMENT", Arrays.copyOfRange(files, 20, 40));
        var more = IntStream.range(0, 15)
                .mapToObj(n -> new Sent("m" + n + ".pdf", SomeFile.pdf(1)))
                .toArray(Sent[]::new);
        add(browser, person, "IDENTITY_COPY", more);

        var first = browser.get("/persons/" + person + "/files").body();
        var next = Pattern.compile("rel=\"next\" href=\"([^\"]+)\"").matcher(first);
        assertThat(next.find()).isTrue();
        var second = browser.get(next.group(1).replace("&amp;", "&")).body();
        assertThat(shown(first)).hasSize(50).doesNotContainAnyElementsOf(shown(second));
        assertThat(shown(second)).hasSize(5);
        assertThat(shown(browser.get("/persons/" + person + "/files?kind=CASE_DOCUMENT")
                        .body()))
                .hasSize(20);
        var hash = decisions.reading(() -> jdbc.sql("select sha256 from file where person_id = :id and title = 'm3'")
                .param("id", person)
                .query(String.class)
                .single());
        assertThat(shown(browser.get("/persons/" + person + "/files?hash=" + hash.substring(0, 12))
                        .body()))
                .hasSize(1);
        assertThat(browser.get("/persons/" + person + "/files?hash=%00&kind=x").statusCode())
                .isLessThan(500);
        assertThat(browser.get("/persons/" + person + "/files?before=abc").statusCode())
                .isEqualTo(404);
    }
}
