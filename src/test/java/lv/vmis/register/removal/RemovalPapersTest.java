package lv.vmis.register.removal;

import static lv.vmis.register.support.DecisionSamples.as;
import static lv.vmis.register.support.DecisionSamples.done;
import static lv.vmis.register.support.DecisionSamples.official;
import static lv.vmis.register.support.DecisionSamples.removal;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import lv.vmis.register.decision.Decisions;
import lv.vmis.register.document.DocumentKind;
import lv.vmis.register.edge.NotFound;
import lv.vmis.register.edge.Purposes;
import lv.vmis.register.kernel.Actor;
import lv.vmis.register.kernel.Purpose;
import lv.vmis.register.support.DecisionSamples;
import lv.vmis.register.support.RegisterTest;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The papers of a removal, from what the register knows of it. */
@RegisterTest
class RemovalPapersTest {

    private final DecisionSamples samples;
    private final NoteRemovalStep note;
    private final RemovalDesk desk;
    private final Decisions decisions;
    private final Purposes purposes;
    private final JdbcClient jdbc;
    private final Clock clock;
    private final Actor inspector = official("inspektore");
    private final Actor decider = official("vrs.vaditajs");
    private final Actor escort = official("konvojs");

    RemovalPapersTest(
            DecisionSamples samples,
            NoteRemovalStep note,
            RemovalDesk desk,
            Decisions decisions,
            Purposes purposes,
            JdbcClient jdbc,
            Clock clock) {
        this.samples = samples;
        this.note = note;
        this.desk = desk;
        this.decisions = decisions;
        this.purposes = purposes;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Test
    void no_embassy_is_asked_for_a_document_of_who_has_a_valid_one() throws Exception {
        var id = served();
        assertThat(text(id, DocumentKind.EMBASSY_REQUEST, null)).contains("Derīga ceļošanas dokumenta ārzemniekam nav");
        samples.reading(() -> jdbc.sql("""
                        insert into document (id, person_id, type, number, number_key, issuer, source, noted_at, noted_by)
                        select gen_random_uuid(), person_id, 'P', 'B7654321', 'B7654321', 'UZB', 'DOCUMENT', prepared_at, prepared_by
                          from decision
                         where id = :id
                        """).param("id", id).update());
        assertThatThrownBy(() -> text(id, DocumentKind.EMBASSY_REQUEST, null)).isInstanceOf(NotFound.class);
    }

    @Test
    void a_notice_waits_for_a_time_and_says_why_it_is_short() throws Exception {
        var id = served();
        assertThatThrownBy(() -> text(id, DocumentKind.REMOVAL_NOTICE, null)).isInstanceOf(NotFound.class);
        assertThat(text(id, DocumentKind.EMBASSY_REQUEST, null))
                .contains("LŪGUMS IZSNIEGT CEĻOŠANAS DOKUMENTU", "Uzbekistāna", "1.15. Īpašumi", "2.11. Piezīmes");
        assertThat(text(id, DocumentKind.HAND_OVER, "en"))
                .contains("Act of handing over", "State of destination: Uzbekistan");

        scheduled(id, 30);
        assertThat(text(id, DocumentKind.REMOVAL_NOTICE, null))
                .contains("PAZIŅOJUMS PAR PIESPIEDU IZRAIDĪŠANU", "ne vēlāk kā 12 h pirms", "TK 1234")
                .doesNotContain("Termiņš ir saīsināts");
        assertThat(text(id, DocumentKind.REMOVAL_NOTICE, "ru")).contains("не позднее чем за 12 ч.");
        assertThat(text(id, DocumentKind.ESCORT_SHEET, null))
                .contains("KONVOJA LAPA", "Galamērķa valsts robežšķērsošanas vieta", "Konvoja amatpersonu skaits 2");

        scheduled(id, 3);
        assertThat(text(id, DocumentKind.REMOVAL_NOTICE, null))
                .contains("Termiņš ir saīsināts", "draudus valsts drošībai", "mazāk nekā 12 h laikā")
                .doesNotContain("ne vēlāk kā 12 h pirms");
        assertThatThrownBy(() -> text(id, DocumentKind.ESCORT_SHEET, "en")).isInstanceOf(NotFound.class);
    }

    private UUID served() {
        return samples.served(removal(), inspector, decider);
    }

    private void scheduled(UUID id, int hours) {
        var now = clock.instant().truncatedTo(ChronoUnit.MINUTES);
        var seen = as(escort, () -> open(id)).steps().size();
        var input = new NoteRemovalStep.Input(
                id,
                List.of(),
                seen,
                StepKind.SCHEDULED,
                now,
                "FLIGHT",
                null,
                "TK 1234",
                starts(now, hours),
                "DESTINATION_BCP",
                2,
                null,
                null,
                null,
                null,
                null,
                null,
                null);
        as(escort, () -> done(note.run(input, escort)));
    }

    private static Instant starts(Instant now, int hours) {
        return now.plus(Duration.ofHours(hours));
    }

    private RemovalFile open(UUID id) {
        var person = samples.reading(() -> decisions.find(id).orElseThrow()).personId();
        purposes.state(escort, new Purpose("FINDING", "Izraidīšana", null), person);
        return desk.open(id, escort);
    }

    private String text(UUID id, DocumentKind kind, @Nullable String language) throws Exception {
        var pdf = as(escort, () -> {
            open(id);
            return desk.print(id, kind, language, escort);
        });
        try (var read = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(read).replaceAll("\\s+", " ");
        }
    }
}
