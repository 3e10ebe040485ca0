package lv.vmis.register.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipInputStream;
import lv.vmis.register.journal.Committing;
import lv.vmis.register.support.RegisterTest;
import lv.vmis.register.support.Samples;
import lv.vmis.register.training.DemoAccounts;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.transaction.PlatformTransactionManager;
import tools.jackson.databind.json.JsonMapper;

@RegisterTest
class CheckPagesTest {

    private static final Pattern ENTRY = Pattern.compile("name=\"check\" value=\"([0-9a-f-]{36})\"");
    private static final String MRZ = """
            P<VNMERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<
            L898902C36VNM7408122F1204159ZE184226B<<<<<10""";

    private final MockMvcTester mvc;
    private final Samples samples;
    private final LocalDate today;

    CheckPagesTest(
            MockMvcTester mvc,
            JdbcClient jdbc,
            PlatformTransactionManager transactions,
            List<Committing> following,
            Clock clock) {
        this.mvc = mvc;
        this.samples = new Samples(jdbc, transactions, following);
        this.today = LocalDate.now(clock);
    }

    @Test
    void a_guard_sees_the_ban_with_name_dates_and_what_to_do_in_eight_kilobytes() throws IOException {
        var number = number();
        var person = samples.banned("Nguyen", "Văn Án", "1990-03-12", "VNM", today.minusYears(1), 36);
        samples.document(person, number, "VNM");

        var answer = check("sargs", number, "12.03.1990.");

        assertThat(answer).hasStatus(200);
        assertThat(text(answer))
                .contains(
                        "IR AIZLIEGUMS",
                        "NGUYEN Văn Án",
                        "12.03.1990.",
                        "Vjetnama",
                        "Šengenas teritorija",
                        "VRS-L-1999-")
                .contains("Neielaidiet")
                .contains("data-auto")
                .containsPattern("<textarea[^>]* autofocus");
        assertThat(zipped(text(answer))).isLessThanOrEqualTo(8 * 1024);
    }

    @Test
    void somebody_unknown_has_no_ban_and_a_damaged_zone_needs_a_look() {
        assertThat(text(check("sargs", number(), "12.03.1990."))).contains("NAV AIZLIEGUMA");

        var damaged = post("sargs", "/check", Map.of("mrz", MRZ.replace("L898902C36", "L898902C46")));
        assertThat(text(damaged)).contains("JĀPRECIZĒ", "Kontrolcipari", "nepareizs", "beidzies 15.04.2012.");
    }

    @Test
    void mistakes_stand_beside_the_field_and_what_was_typed_is_kept() {
        var answer = post("sargs", "/check", Map.of("number", "X-77", "nationality", "Atlantīda", "birthDate", "99"));
        assertThat(answer).hasStatus(422);
        assertThat(text(answer)).contains("value=\"X-77\"", "value=\"Atlantīda\"", "id=\"nationality-error\"");
        assertThat(post("sargs", "/check", Map.of())).hasStatus(422);
    }

    @Test
    void screen_and_api_give_the_same_verdict() {
        var json = new JsonMapper();
        var banned = number();
        samples.document(samples.banned("Rao", "Asha", "1990-03-12", "VNM", today.minusYears(1), null), banned, "VNM");
        var waiting = number();
        var person = samples.person("Rao", "Mina", "1990-03-12", "VNM");
        samples.document(person, waiting, "VNM");
        samples.ban(person, samples.decision(person, today.minusDays(3)), "LV", 12);
        for (var number : new String[] {banned, waiting, number()}) {
            var api = mvc.post()
                    .uri("/api/v1/checks")
                    .header("Authorization", "Bearer demo-key-of-the-state-police")
                    .header("X-Register-Permission", "VP-2026-1")
                    .header("X-Register-Purpose", "BORDER_CHECK")
                    .header("X-Register-Case", "1")
                    .contentType(MediaType.APPLICATION_JSON)
                    .content("{\"document\":{\"number\":\"%s\"},\"nationality\":\"VNM\",\"birthDate\":\"1990-03-12\"}"
                            .formatted(number))
                    .exchange();
            var told = json.readTree(text(api));
            var word = switch (told.get("verdict").asString()) {
                case "BAN" -> "IR AIZLIEGUMS";
                case "NO_BAN" -> "NAV AIZLIEGUMA";
                default -> "JĀPRECIZĒ";
            };
            var screen = text(check("sargs", number, "12.03.1990."));
            assertThat(screen).contains(">" + word + "</h1>");
            told.get("reasons")
                    .forEach(reason ->
                            assertThat(screen).contains(reason.get("text").asString()));
        }
    }

    @Test
    void a_specimen_document_is_refused_beside_its_field() {
        var scanned = post("sargs", "/check", Map.of("mrz", MRZ.replace("VNM", "UTO")));
        assertThat(scanned).hasStatus(422);
        assertThat(text(scanned))
                .containsPattern("id=\"mrz-error\">.*dokumenta paraugs")
                .contains("P&lt;UTOERIKSSON");
        var typed = post(
                "sargs",
                "/check",
                Map.of("number", "L898902C3", "nationality", "uto", "issuer", "UTO", "birthDate", "12.08.1974."));
        assertThat(typed).hasStatus(422);
        assertThat(text(typed))
                .containsPattern("id=\"nationality-error\">.*dokumenta paraugs")
                .containsPattern("id=\"issuer-error\">.*dokumenta paraugs");
    }

    @Test
    void others_state_a_purpose_once_and_a_reader_names_the_case() {
        assertThat(text(mvc.get().uri("/check").with(user(id("lasitajs"))).exchange()))
                .contains("name=\"caseRef\"");
        assertThat(check("lasitajs", number(), "12.03.1990.")).hasStatus(422);
        assertThat(post("lasitajs", "/check/purpose", Map.of("purpose", "CRIMINAL", "reason", "x")))
                .hasStatus(422);
        assertThat(post("lasitajs", "/check/purpose", Map.of("purpose", "TASK_LIST", "caseRef", "1")))
                .hasStatus(422);
        assertThat(post("lasitajs", "/check/purpose", Map.of("purpose", "CRIMINAL", "caseRef", "KP-1")))
                .hasStatus(303);
    }

    @Test
    void the_receipt_of_a_check_is_verified_without_the_register_and_only_who_asked_gets_it(@TempDir Path folder)
            throws Exception {
        var asked = Map.of(
                "number",
                number(),
                "nationality",
                "VNM",
                "birthDate",
                "17.09.1983.",
                "familyName",
                Samples.name(),
                "givenNames",
                Samples.name());
        var entry = entry(post("sargs", "/check", asked));
        assertThat(post("sargs", "/check/slip", Map.of("check", entry))).hasStatus(200);

        var file = post("sargs", "/check/receipt", Map.of("check", entry));

        assertThat(file).hasStatus(200).hasContentType("application/zip");
        unzipped(file, folder);
        Files.writeString(
                folder.resolve("keys.json"),
                text(mvc.get().uri("/api/v1/receipts/keys").exchange()));
        assertThat(Files.readString(folder.resolve("answer.json"))).contains(entry, "NO_BAN");
        assertThat(verified(folder)).isZero();
        assertThat(folder.resolve("said"))
                .content()
                .contains("permission VRS\n", "purpose BORDER_CHECK\n", "request POST /check ", "The receipt is good.");
        Files.writeString(folder.resolve("answer.json"), "{}");
        assertThat(verified(folder)).isOne();

        post("inspektore", "/check/purpose", Map.of("purpose", "BORDER_CHECK", "reason", "Pārbaude"));
        assertThat(post("inspektore", "/check/receipt", Map.of("check", entry))).hasStatus(422);

        var own = entry(check("inspektore", number(), "12.03.1990."));
        post("inspektore", "/check/purpose", Map.of("purpose", "VISA", "reason", "Vīza"));
        unzipped(post("inspektore", "/check/receipt", Map.of("check", own)), folder);
        assertThat(verified(folder)).isZero();
        assertThat(folder.resolve("said"))
                .content()
                .as("the purpose of the check, whatever was stated since")
                .contains("purpose BORDER_CHECK\n");
    }

    private static void unzipped(MvcTestResult file, Path folder) throws IOException {
        try (var zip =
                new ZipInputStream(new ByteArrayInputStream(file.getResponse().getContentAsByteArray()))) {
            for (var one = zip.getNextEntry(); one != null; one = zip.getNextEntry()) {
                Files.write(folder.resolve(one.getName()), zip.readAllBytes());
            }
        }
    }

    private static int verified(Path folder) throws Exception {
        var program = Path.of("verifier/VerifyReceipt.java").toAbsolutePath().toString();
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        program,
                        "keys.json",
                        "receipt.txt",
                        "request.json",
                        "answer.json")
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("said").toFile())
                .start()
                .waitFor();
    }

    @Test
    void the_slip_prints_what_was_answered_and_only_to_who_asked() throws IOException {
        var number = number();
        samples.document(samples.banned("Rao", "Ravi", "1990-03-12", "VNM", today.minusYears(1), 36), number, "VNM");
        var entry = entry(check("sargs", number, "12.03.1990."));

        var slip = post("sargs", "/check/slip", Map.of("check", entry));

        assertThat(slip).hasStatus(200).hasContentType(MediaType.APPLICATION_PDF);
        try (var pdf = Loader.loadPDF(slip.getResponse().getContentAsByteArray())) {
            assertThat(new PDFTextStripper().getText(pdf)).contains("Ir ieceļošanas aizliegums", number, "Vjetnama");
        }
        assertThat(post(
                        "sargs",
                        "/check/slip",
                        Map.of("check", UUID.randomUUID().toString())))
                .hasStatus(422);
        post("inspektore", "/check/purpose", Map.of("purpose", "BORDER_CHECK", "reason", "Pārbaude"));
        assertThat(post("inspektore", "/check/slip", Map.of("check", entry))).hasStatus(422);
    }

    @Test
    void a_traveller_is_handed_to_an_inspector_who_takes_him_once() {
        var number = number();
        var entry = entry(check("sargs", number, "12.03.1990."));
        var key = UUID.randomUUID().toString();
        var handOver = Map.of("check", entry, "note", "Cita seja fotogrāfijā", "key", key);
        assertThat(post("sargs", "/check/requests", handOver)).hasStatus(303);
        assertThat(post("sargs", "/check/requests", handOver)).hasStatus(303);

        var list = text(
                mvc.get().uri("/check/requests").with(user(id("inspektore"))).exchange());
        assertThat(list)
                .containsOnlyOnce("<th scope=\"row\" class=\"typed\">12.03.1990. · VNM · " + number)
                .contains("Cita seja");
        var take = Pattern.compile(
                        Pattern.quote(number) + ".*?action=\"(/check/requests/[^\"]*/take)\"", Pattern.DOTALL)
                .matcher(list);
        assertThat(take.find()).isTrue();
        assertThat(post(
                        "inspektore",
                        take.group(1),
                        Map.of("key", UUID.randomUUID().toString())))
                .hasStatus(303);
        assertThat(post(
                        "inspektors",
                        take.group(1),
                        Map.of("key", UUID.randomUUID().toString())))
                .hasStatus(422);
        assertThat(mvc.get().uri("/check/requests").with(user(id("sargs"))).exchange())
                .hasStatus(403);
    }

    private MvcTestResult check(String login, String number, String birth) {
        return post(login, "/check", Map.of("number", number, "nationality", "VNM", "birthDate", birth));
    }

    private MvcTestResult post(String login, String uri, Map<String, String> form) {
        var request = mvc.post().uri(uri).with(user(id(login))).with(csrf());
        form.forEach(request::param);
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

    private static String entry(MvcTestResult answer) {
        var found = ENTRY.matcher(text(answer));
        assertThat(found.find()).isTrue();
        return found.group(1);
    }

    private static String number() {
        return Samples.number();
    }

    private static String text(MvcTestResult answer) {
        try {
            return answer.getResponse().getContentAsString(StandardCharsets.UTF_8);
        } catch (java.io.UnsupportedEncodingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static int zipped(String page) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new GZIPOutputStream(bytes)) {
            zip.write(page.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.size();
    }
}
