package lv.vmis.register.partner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import jakarta.servlet.http.Cookie;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.UUID;
import java.util.regex.Pattern;
import lv.vmis.register.support.DecisionSamples;
import lv.vmis.register.support.RegisterTest;
import lv.vmis.register.support.TokenIssuer;
import org.junit.jupiter.api.Test;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** An agreement from its proposal to the figures of its use, on screen; and the trial of a connection by its system. */
@RegisterTest
class AgreementPagesTest {

    private static final Pattern KEY = Pattern.compile("<p class=\"one-time\">([^<]+)</p>");

    private static final Pattern SYSTEM = Pattern.compile("href=\"(/agreements/keys/[^\"]+)\">Jaunā<");

    private final MockMvcTester mvc;
    private final AgreementSamples made;
    private final LocalDate today;

    AgreementPagesTest(MockMvcTester mvc, AgreementSamples made, Clock clock) {
        this.mvc = mvc;
        this.made = made;
        this.today = LocalDate.now(clock);
    }

    private static String id(String login) {
        return DecisionSamples.official(login).account().toString();
    }

    private MvcTestResult get(String login, String path, Cookie... cookies) {
        var request = mvc.get().uri(path).with(user(id(login)));
        return (cookies.length == 0 ? request : request.cookie(cookies)).exchange();
    }

    private String page(String login, String path) {
        var answer = get(login, path);
        assertThat(answer).hasStatus(200);
        return text(answer);
    }

    private static String text(MvcTestResult answer) {
        try {
            return answer.getResponse().getContentAsString(StandardCharsets.UTF_8);
        } catch (java.io.UnsupportedEncodingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private MvcTestResult post(String login, String path, String... fields) {
        var request = mvc.post().uri(path).with(user(id(login))).with(csrf());
        request.param("key", UUID.randomUUID().toString());
        for (var i = 0; i < fields.length; i += 2) {
            request.param(fields[i], fields[i + 1]);
        }
        return request.exchange();
    }

    @Test
    void an_agreement_is_proposed_approved_and_given_a_key_that_is_shown_once() {
        var number = "LAPA-" + UUID.randomUUID();
        var wrong = post(
                "administrators",
                "/agreements/new",
                "number",
                "a b",
                "networks",
                "dead.beef/8 10.0.0.0/33",
                "hoursFrom",
                "7.00",
                "hoursTo",
                "7.00",
                "eventsUrl",
                "http://vp.gov.lv/");
        assertThat(wrong).hasStatus(422);
        assertThat(text(wrong))
                .contains("Numurā drīkst būt burti", "„dead.beef/8” nav tīkls", "Atzīmējiet vismaz vienu")
                .contains("viens un tas pats laiks", "kas sākas ar https://, bez lietotāja vārda");

        var proposed = post(
                "administrators",
                "/agreements/new",
                "number",
                number,
                "institution",
                "VP",
                "legalBasis",
                "Izdomāts",
                "ways",
                "KEY",
                "services",
                "CHECK",
                "attributes",
                "BAN_DAYS",
                "purposes",
                "CRIMINAL",
                "perMinute",
                "2",
                "networks",
                "127.0.0.0/8\n::1/128",
                "hoursFrom",
                "22.00",
                "hoursTo",
                "21.59",
                "validFrom",
                DateTimeFormatter.ofPattern("dd.MM.yyyy.").format(today),
                "contact",
                "Izdomāta daļa",
                "reason",
                "Jauna sistēma");
        assertThat(proposed).hasStatus(303);
        var change = String.valueOf(proposed.getResponse().getHeader("Location"));
        assertThat(page("administrators", change))
                .contains("Gaida apstiprinājumu", "no 22:00 līdz 21:59 nākamajā dienā")
                .doesNotContain("/approve");
        assertThat(page("pmlp.vaditajs", change)).contains(change + "/approve", "Jauna sistēma");
        assertThat(post("pmlp.vaditajs", change + "/approve", "version", "0")).hasStatus(303);
        assertThat(page("auditore", "/agreements/" + number)).contains("127.0.0.0/8", "::1/128", "Spēkā");

        var issued = post("administrators", "/agreements/" + number + "/keys", "name", "Jaunā");
        assertThat(issued).hasStatus(303);
        var session = issued.getResponse().getCookies();
        var shown = KEY.matcher(text(get("administrators", "/agreements/" + number, session)));
        assertThat(shown.find()).isTrue();
        assertThat(text(get("administrators", "/agreements/" + number, session)))
                .doesNotContain("one-time");
        assertThat(access(number, shown.group(1), "CRIMINAL")).isEqualTo(204);

        assertThat(post("drosiba", "/agreements/" + number + "/suspend", "reason", ""))
                .hasStatus(422);
        assertThat(post("drosiba", "/agreements/" + number + "/suspend", "reason", "Noplūde"))
                .hasStatus(303);
        assertThat(access(number, shown.group(1), "CRIMINAL")).isEqualTo(403);
    }

    private int access(String number, String key, String purpose) {
        return mvc.get()
                .uri("/api/v1/access")
                .header("Authorization", "Bearer " + key)
                .header("X-Register-Permission", number)
                .header("X-Register-Purpose", purpose)
                .header("X-Register-Case", "1")
                .exchange()
                .getResponse()
                .getStatus();
    }

    @Test
    void a_system_is_registered_by_how_tokens_name_it_and_by_its_certificate() {
        var number = made.agreed(AgreementSamples.terms(today, "CRIMINAL"));
        var here = "/agreements/" + number;
        var certificate = new Authority("Izdevējs").issue("Sistēma " + number);
        assertThat(page("administrators", here)).contains(here + "/keys", here + "/tokens", here + "/certificates");
        assertThat(text(post("administrators", here + "/tokens", "subjectOf", "", "subject", "ar atstarpi")))
                .contains("nedrīkst būt atstarpes");
        assertThat(text(post("administrators", here + "/certificates", "certificateOf", "A", "certificate", "nav")))
                .contains("nav viens X.509 sertifikāts");
        var two = certificate.pem() + new Authority("Cits").issue("x").pem();
        assertThat(text(post("administrators", here + "/certificates", "certificateOf", "A", "certificate", two)))
                .contains("nav viens X.509 sertifikāts");
        assertThat(post("administrators", here + "/tokens", "subjectOf", "Jaunā", "subject", number))
                .hasStatus(303);
        assertThat(post(
                        "administrators",
                        here + "/certificates",
                        "certificateOf",
                        "Jaunā",
                        "certificate",
                        certificate.pem()))
                .hasStatus(303);
        var system = SYSTEM.matcher(page("auditore", here));
        assertThat(system.find()).isTrue();
        assertThat(page("auditore", system.group(1)))
                .contains(
                        "Piekļuves marķieris (OAuth 2)",
                        "<code>" + number,
                        "Savienojuma sertifikāts (mTLS)",
                        "CN=Sistēma " + number,
                        ClientCertificate.of(certificate.certificate()).sha256())
                .doesNotContain("Reģistra izsniegta atslēga");
    }

    @Test
    void without_an_issuer_that_the_register_trusts_no_token_is_taken() {
        var number = made.agreed(AgreementSamples.terms(today, "CRIMINAL"));
        post("administrators", "/agreements/" + number + "/tokens", "subjectOf", "Sistēma", "subject", number);
        var issuer = new TokenIssuer();
        try {
            assertThat(access(number, issuer.token(number), "CRIMINAL")).isEqualTo(401);
        } finally {
            issuer.stop();
        }
    }

    @Test
    void use_is_told_by_purpose_and_refusals_by_why() {
        var number = made.agreed(AgreementSamples.terms(today, "CRIMINAL", "VISA"));
        var key = AgreementSamples.key(number);
        access(number, key, "CRIMINAL");
        access(number, key, "CRIMINAL");
        access(number, key, "VISA");
        access(number, key, "PERMIT");
        var path = "/agreements/use/file?by=day&agreement=" + number;
        var file = get("auditore", path);
        assertThat(file).hasStatus(200);
        assertThat(text(file).lines().skip(1))
                .containsExactlyInAnyOrder(
                        line(number, "Kriminālprocess", 2, 0),
                        line(number, "Vīzas pieteikuma izskatīšana", 1, 0),
                        line(number, "Vienošanās šādu mērķi neatļauj", 0, 1));
        assertThat(page("auditore", "/agreements/use?agreement=" + number)).contains("Kriminālprocess", number);
        assertThat(get("auditore", "/agreements/use?from=31.02.2026")).hasStatus(422);
    }

    private String line(String number, String why, int answered, int refused) {
        return "\"%s\";\"Valsts policija\";\"%s\";\"%s\";\"%d\";\"%d\""
                .formatted(today, number, why, answered, refused);
    }

    @Test
    void a_system_sees_which_steps_of_its_trial_it_has_done() {
        var number = made.agreed(AgreementSamples.terms(today, "CRIMINAL"));
        assertThat(steps(number)).doesNotContain("true");
        assertThat(access(number, AgreementSamples.key(number), "VISA")).isEqualTo(403);
        var one = "{\"document\": {\"number\": \"Z1\"}, \"nationality\": \"VNM\", \"birthDate\": \"1990-03-12\"}";
        send(number, "/api/v1/checks", one);
        assertThat(steps(number))
                .contains("{\"step\":\"CHECK\",\"done\":true}", "{\"step\":\"PURPOSE_REFUSED\",\"done\":true}")
                .contains("{\"step\":\"BATCH\",\"done\":false}", "{\"step\":\"WAITED\",\"done\":false}");
        send(number, "/api/v1/checks/batch", "{\"checks\": [" + one + "," + one + "]}");
        assertThat(steps(number)).contains("{\"step\":\"BATCH\",\"done\":true}");
    }

    private void send(String number, String path, String body) {
        var request =
                mvc.post().uri(path).contentType(MediaType.APPLICATION_JSON).content(body);
        assertThat(request.header("Authorization", "Bearer " + AgreementSamples.key(number))
                        .header("X-Register-Permission", number)
                        .header("X-Register-Purpose", "CRIMINAL")
                        .header("X-Register-Case", "1")
                        .exchange())
                .hasStatus(200);
    }

    private String steps(String number) {
        return text(mvc.get()
                .uri("/api/v1/conformance")
                .header("Authorization", "Bearer " + AgreementSamples.key(number))
                .header("X-Register-Permission", number)
                .header("X-Register-Purpose", "CRIMINAL")
                .header("X-Register-Case", "1")
                .exchange());
    }
}
