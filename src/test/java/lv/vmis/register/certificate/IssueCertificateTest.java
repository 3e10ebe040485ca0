package lv.vmis.register.certificate;

import static lv.vmis.register.support.DecisionSamples.as;
import static lv.vmis.register.support.DecisionSamples.done;
import static lv.vmis.register.support.DecisionSamples.official;
import static lv.vmis.register.support.DecisionSamples.order;
import static lv.vmis.register.support.DecisionSamples.refusals;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import lv.vmis.register.decision.BanTerritory;
import lv.vmis.register.decision.ConfirmDeparture;
import lv.vmis.register.decision.Decision;
import lv.vmis.register.decision.Decisions;
import lv.vmis.register.decision.PlannedBan;
import lv.vmis.register.followup.FollowUpKind;
import lv.vmis.register.followup.PrepareFollowUp;
import lv.vmis.register.followup.SignFollowUp;
import lv.vmis.register.joining.JoiningSamples;
import lv.vmis.register.kernel.Actor;
import lv.vmis.register.kernel.LatvianDates;
import lv.vmis.register.kernel.PersonId;
import lv.vmis.register.support.BanSamples;
import lv.vmis.register.support.DecisionSamples;
import lv.vmis.register.support.PlainBrowser;
import lv.vmis.register.support.RegisterTest;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Certificates issued on the real database: what one says of a person, what it does not, and that it stays so. */
@RegisterTest
class IssueCertificateTest {

    private static final PlannedBan LATVIA = new PlannedBan(BanTerritory.LV, "IL2002-61-5-1", 12, null);
    private static final PlannedBan SCHENGEN = new PlannedBan(BanTerritory.SCH, "IL2002-61-5-1", 24, null);
    private static final String NO_BAN = "Ziņu par spēkā esošu ieceļošanas aizliegumu nav.";
    private static final String NO_DECISION =
            "Ziņu par spēkā esošu lēmumu par atgriešanu un par apstiprinātu izceļošanu nav.";

    private final DecisionSamples samples;
    private final BanSamples bans;
    private final JoiningSamples joining;
    private final IssueCertificate issue;
    private final Certificates certificates;
    private final PrintedCertificates printed;
    private final Decisions decisions;
    private final PrepareFollowUp prepare;
    private final SignFollowUp sign;
    private final ConfirmDeparture depart;
    private final JdbcClient jdbc;
    private final LocalDate today;
    private final int port;
    private final Actor inspector = official("inspektore");
    private final Actor decider = official("vrs.vaditajs");

    IssueCertificateTest(
            DecisionSamples samples,
            BanSamples bans,
            JoiningSamples joining,
            IssueCertificate issue,
            Certificates certificates,
            PrintedCertificates printed,
            Decisions decisions,
            PrepareFollowUp prepare,
            SignFollowUp sign,
            ConfirmDeparture depart,
            JdbcClient jdbc,
            Clock clock,
            @LocalServerPort int port) {
        this.samples = samples;
        this.bans = bans;
        this.joining = joining;
        this.issue = issue;
        this.certificates = certificates;
        this.printed = printed;
        this.decisions = decisions;
        this.prepare = prepare;
        this.sign = sign;
        this.depart = depart;
        this.jdbc = jdbc;
        this.today = LocalDate.now(clock);
        this.port = port;
    }

    @Test
    void of_somebody_with_no_ban_and_no_decision_it_says_that_there_are_none() throws Exception {
        var person = samples.open(inspector).person();
        var id = issued(person, "Valsts policija", "Darba atļaujas izskatīšana");

        assertThat(text(id))
                .contains("IZZIŅA", "Saņēmējs Valsts policija", "Mērķis Darba atļaujas izskatīšana")
                .contains("reģistra ziņām " + LatvianDates.locative(today), NO_BAN, NO_DECISION)
                .doesNotContain("{", "Adrese", "nav uzrādīts", "Vīzas termiņš");
        var certificate = certificate(id);
        assertThat(certificate.number()).matches("VRS-I-\\d{4}-\\d{5}");
        assertThat(text(id)).contains("Nr. " + certificate.number());
        assertThat(samples.entries(id, IssueCertificate.class)).isOne();
    }

    @Test
    void a_ban_that_waits_and_the_order_in_force_are_told_with_who_decided() throws Exception {
        var decision = served(LATVIA);
        var text = text(issued(decision.personId(), null, "Personas lūgums"));

        assertThat(text)
                .contains("Saņēmējs Persona pati")
                .contains("aizliegums ieceļot Latvijas Republikā; tā termiņš sāksies, kad ārzemnieks būs izceļojis")
                .contains("Izbraukšanas rīkojums Nr. " + decision.number() + " (" + LatvianDates.numeric(today)
                        + ", Valsts robežsardze). Lēmums ir spēkā no " + LatvianDates.genitive(today))
                .contains("izceļošanas termiņš noteikts līdz "
                        + LatvianDates.dative(Objects.requireNonNull(decision.leaveBy())))
                .contains("Izceļošana nav apstiprināta")
                .doesNotContain(NO_BAN, NO_DECISION, "Uzturas nelikumīgi");
    }

    @Test
    void bans_that_run_and_the_departure_are_told_with_their_days() throws Exception {
        var decision = decision(samples.departed(order(LATVIA, SCHENGEN), inspector, decider));
        var from = LatvianDates.genitive(today);

        assertThat(text(issued(decision.personId(), null, "Personas lūgums")))
                .contains("Latvijas Republikā no " + from + " līdz " + LatvianDates.dative(today.plusMonths(12)))
                .contains("Šengenas zonas valstu teritorijā no " + from + " līdz "
                        + LatvianDates.dative(today.plusMonths(24)))
                .contains("ārzemnieks izceļojis " + LatvianDates.locative(today) + ", izceļošana apstiprināta")
                .doesNotContain("nav apstiprināta");
    }

    @Test
    void a_ban_without_end_is_told_with_the_minister_who_set_it() throws Exception {
        var ban = bans.forever(official("lietvede"));
        var person = samples.reading(() -> jdbc.sql("select person_id from ban where id = :id")
                .param("id", ban)
                .query((row, _) -> new PersonId(row.getObject("person_id", UUID.class)))
                .single());

        assertThat(text(issued(person, null, "Personas lūgums")))
                .contains("uz nenoteiktu laiku. Pamats: Lēmums par ieceļošanas aizliegumu Nr. 41/", "ministrs)")
                .contains(NO_DECISION);
    }

    @ParameterizedTest
    @CsvSource({"SUSPEND, Lēmuma izpilde ir apturēta.", "CANCEL, " + NO_DECISION})
    void what_a_follow_up_decision_stopped_is_not_told_as_in_force(FollowUpKind kind, String says) throws Exception {
        var decision = served(LATVIA);
        var input = new PrepareFollowUp.Input(decision.id(), null, kind, "APL-86", today, null, null, "Pamats");
        var followUp = as(inspector, () -> done(prepare.run(input, inspector)));
        as(decider, () -> done(sign.run(new SignFollowUp.Input(followUp, 0), decider)));

        assertThat(text(issued(decision.personId(), null, "Personas lūgums")))
                .contains(NO_BAN, says)
                .doesNotContain("Lēmums ir spēkā");
    }

    @Test
    void a_ban_that_has_ended_is_not_told() throws Exception {
        var decision = decision(samples.departed(order(LATVIA), inspector, decider));
        samples.reading(() ->
                jdbc.sql("""
                        update ban set cancelled_on = :day where decision_id = :id
                        """).param("day", today).param("id", decision.id()).update());

        assertThat(text(issued(decision.personId(), null, "Personas lūgums"))).contains(NO_BAN);
    }

    @Test
    void of_a_joined_person_it_says_what_every_record_holds() throws Exception {
        var decision = served(LATVIA);
        var other = samples.open(inspector).person();
        joining.joined(decision.personId(), other);

        var id = issued(other, null, "Personas lūgums");

        assertThat(text(id)).contains(Objects.requireNonNull(decision.number()));
        assertThat(certificate(id).personId()).isEqualTo(joining.head(other));
    }

    @Test
    void it_stays_as_it_was_issued_with_its_translation_sheets() throws Exception {
        var decision = served(LATVIA);
        var id = issued(decision.personId(), null, "Personas lūgums");
        var file = file(id);
        var sheet = samples.reading(() -> printed.sheet(id, "ru").orElseThrow());
        assertThat(text(sheet)).contains("TULKOJUMA LAPA", "Выезд не подтверждён", "Последний день", "Personas lūgums");

        var left = new ConfirmDeparture.Input(decision.id(), today, "LIDOSTA_RIGA", "UZB", "VOLUNTARY", null);
        as(inspector, () -> done(depart.run(left, inspector)));

        assertThat(file(id)).isEqualTo(file);
        assertThat(samples.reading(() -> printed.sheet(id, "ru").orElseThrow())).isEqualTo(sheet);
        assertThat(samples.reading(() -> printed.translations(id))).containsExactly("en", "ru");
        assertThatThrownBy(
                        () -> samples.reading(() -> jdbc.sql("update certificate set purpose = 'Cits' where id = :id")
                                .param("id", id)
                                .update()))
                .hasStackTraceContaining("kept as it was issued");
        assertThatThrownBy(() -> samples.reading(
                        () -> jdbc.sql("update certificate_document set language = 'de' where certificate_id = :id")
                                .param("id", id)
                                .update()))
                .hasStackTraceContaining("kept as it was issued");
    }

    @Test
    void what_cannot_be_issued_is_refused() {
        var nobody = new IssueCertificate.Input(PersonId.next(), Recipient.PERSON, "Personas lūgums");
        assertThat(refusals(as(inspector, () -> issue.run(nobody, inspector)))).containsExactly("PERSON_UNKNOWN");
        var unprintable =
                new IssueCertificate.Input(samples.open(inspector).person(), Recipient.PERSON, "Lūgums \uD83D\uDE00");
        assertThat(refusals(as(inspector, () -> issue.run(unprintable, inspector))))
                .containsExactly("UNPRINTABLE");
    }

    @Test
    void from_the_page_it_is_issued_only_to_a_named_recipient_on_the_person_that_is_meant() {
        var person = samples.open(inspector).person();
        var browser = new PlainBrowser(port);
        browser.signIn("inspektore");
        browser.get("/purpose?person=" + person);
        browser.post(
                "/purpose",
                Map.of("purpose", "FINDING", "reason", "Pārbaude", "person", person.toString(), "back", "/"));
        var address = "/persons/" + person + "/certificate";
        assertThat(browser.get(address).body()).contains(NO_BAN, NO_DECISION);
        var refused = browser.post(
                address, Map.of("recipient", "AUTHORITY", "name", "", "purpose", "", "born", "24.05.1990"));
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("name-error", "purpose-error", "born-error");
        assertThat(count(person)).isZero();

        browser.get(address);
        var issued = browser.post(
                address,
                Map.of(
                        "recipient", "AUTHORITY",
                        "name", "Valsts policija",
                        "purpose", "Pārbaude",
                        "born", "23.05.1990"));
        assertThat(issued.statusCode()).isEqualTo(303);
        assertThat(count(person)).isOne();
        assertThat(browser.get("/persons/" + person + "/cases").body())
                .contains("Valsts policija", PlainBrowser.location(issued));
        assertThat(browser.get(PlainBrowser.location(issued)).body()).contains("Valsts policija", "certificate.pdf");
    }

    private int count(PersonId person) {
        return samples.reading(() -> jdbc.sql("select count(*) from certificate where person_id = :person")
                .param("person", person.value())
                .query(Integer.class)
                .single());
    }

    private Decision served(PlannedBan... some) {
        return decision(samples.served(order(some), inspector, decider));
    }

    private Decision decision(UUID id) {
        return samples.reading(() -> decisions.find(id).orElseThrow());
    }

    private Certificate certificate(UUID id) {
        return samples.reading(() -> certificates.find(id).orElseThrow());
    }

    private UUID issued(PersonId person, @Nullable String authority, String purpose) {
        var input = new IssueCertificate.Input(
                person, authority == null ? Recipient.PERSON : Recipient.authority(authority), purpose);
        return as(inspector, () -> done(issue.run(input, inspector)));
    }

    private byte[] file(UUID id) {
        return samples.reading(() -> printed.file(id).orElseThrow());
    }

    private String text(UUID id) throws Exception {
        return text(file(id));
    }

    private static String text(byte[] pdf) throws Exception {
        try (var read = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(read).replaceAll("\\s+", " ");
        }
    }
}
