package lv.vmis.register.followup;

import static lv.vmis.register.support.DecisionSamples.as;
import static lv.vmis.register.support.DecisionSamples.done;
import static lv.vmis.register.support.DecisionSamples.official;
import static lv.vmis.register.support.DecisionSamples.removal;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import lv.vmis.register.decision.BanTerritory;
import lv.vmis.register.decision.PlannedBan;
import lv.vmis.register.kernel.Actor;
import lv.vmis.register.support.DecisionSamples;
import lv.vmis.register.support.RegisterTest;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The printed form of follow-up decisions of every kind. */
@RegisterTest
class PrintedFollowUpsTest {

    private static final String CANCELLATION = "APL-86";

    private final DecisionSamples samples;
    private final PrepareFollowUp prepare;
    private final SignFollowUp sign;
    private final PrintedFollowUps printed;
    private final JdbcClient jdbc;
    private final LocalDate today;
    private final Actor inspector = official("inspektore");
    private final Actor decider = official("vrs.vaditajs");

    PrintedFollowUpsTest(
            DecisionSamples samples,
            PrepareFollowUp prepare,
            SignFollowUp sign,
            PrintedFollowUps printed,
            JdbcClient jdbc,
            Clock clock) {
        this.samples = samples;
        this.prepare = prepare;
        this.sign = sign;
        this.printed = printed;
        this.jdbc = jdbc;
        this.today = LocalDate.now(clock);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "SUSPEND | false | LĒMUMS PAR DARBĪBAS APTURĒŠANU | Apturēt tā darbību no",
                "RESUME | false | LĒMUMS PAR DARBĪBAS ATJAUNOŠANU | Atjaunot tā darbību no",
                "CANCEL | true | LĒMUMS PAR ATCELŠANU | Atcelt to no",
                "REDUCE | true | LĒMUMS PAR IECEĻOŠANAS AIZLIEGUMA TERMIŅA SAMAZINĀŠANU | noteikt aizliegumu uz 6 mēnešiem",
                "AMEND | false | LĒMUMS PAR GALAMĒRĶA VALSTS GROZĪŠANU | noteikt galamērķa valsti: Kazahstān",
                "EXTEND | false | LĒMUMS PAR IZBRAUKŠANAS TERMIŅA PAGARINĀŠANU | teritorijas līdz 20"
            })
    void each_kind_says_what_it_does_and_is_kept_as_it_was_signed(
            FollowUpKind kind, boolean isOfBan, String title, String point) throws Exception {
        var draft = kind == FollowUpKind.EXTEND
                ? DecisionSamples.order(new PlannedBan(BanTerritory.LV, "IL2002-61-5-1", 12, null))
                : removal(new PlannedBan(BanTerritory.LV, "IL2002-61-5-2", 36, null));
        var decision = samples.served(draft, inspector, decider);
        var ban = isOfBan ? ban(decision) : null;
        if (kind == FollowUpKind.RESUME) {
            signed(prepared(decision, FollowUpKind.SUSPEND, null));
        }
        var id = prepared(decision, kind, ban);
        assertThat(text(id)).contains("PROJEKTS", title, point, "Bērns slimo");

        signed(id);

        var file = samples.reading(() -> printed.file(id).orElseThrow());
        assertThat(text(id)).contains(title, point, "Nr. VRS-T-").doesNotContain("PROJEKTS", "{");
        assertThat(samples.reading(() -> printed.file(id).orElseThrow())).isEqualTo(file);
        assertThat(text(id).contains("aizliegumu ieceļot Latvijas Republikā")).isEqualTo(isOfBan);
        assertThat(text(samples.reading(() -> printed.sheet(id, "ru").orElseThrow())))
                .contains("TULKOJUMA LAPA", "Применённые правовые нормы", "Bērns slimo");
    }

    private UUID prepared(UUID decision, FollowUpKind kind, @Nullable UUID ban) {
        var input = new PrepareFollowUp.Input(
                decision,
                ban,
                kind,
                kind == FollowUpKind.EXTEND ? "IL2002-43-3" : CANCELLATION,
                today,
                kind == FollowUpKind.EXTEND ? today.plusDays(60) : null,
                kind == FollowUpKind.REDUCE ? 6 : null,
                kind == FollowUpKind.AMEND ? "KAZ" : null,
                "Bērns slimo");
        return as(inspector, () -> done(prepare.run(input, inspector)));
    }

    private UUID ban(UUID decision) {
        return samples.reading(() -> jdbc.sql("select id from ban where decision_id = :decision")
                .param("decision", decision)
                .query(UUID.class)
                .single());
    }

    private void signed(UUID id) {
        as(decider, () -> done(sign.run(new SignFollowUp.Input(id, 0), decider)));
    }

    private String text(UUID id) throws Exception {
        return text(samples.reading(() -> printed.file(id).orElseThrow()));
    }

    private static String text(byte[] pdf) throws Exception {
        try (var read = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(read).replaceAll("\\s+", " ");
        }
    }
}
