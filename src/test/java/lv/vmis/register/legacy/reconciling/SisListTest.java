package lv.vmis.register.legacy.reconciling;

import static java.nio.charset.StandardCharsets.UTF_8;
import static lv.vmis.register.support.PlainBrowser.location;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.charset.Charset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import lv.vmis.register.kernel.Outcome;
import lv.vmis.register.legacy.export.OldTable;
import lv.vmis.register.legacy.reconciling.SisCompared.Where;
import lv.vmis.register.legacy.reconciling.SisCompared.Why;
import lv.vmis.register.legacy.rule.KnownHere;
import lv.vmis.register.legacy.taking.TakenSamples;
import lv.vmis.register.support.PlainBrowser;
import lv.vmis.register.support.RegisterTest;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What N.SIS has is held against the old bans for the Schengen territory, and each alert and ban is explained. */
@RegisterTest
class SisListTest {

    private static final String HEAD = ReconciledSamples.HEAD;
    private static final String HERE = "/old-registers/sis-lists";

    private final TakenSamples samples;
    private final KnownHere known;
    private final int port;

    SisListTest(TakenSamples samples, KnownHere known, @LocalServerPort int port) {
        this.samples = samples;
        this.known = known;
        this.port = port;
    }

    @Test
    void each_is_in_both_in_one_or_in_the_other_and_says_why() {
        var both = taken("ZEMDEGA", "J");
        var elsewhere = taken("KALVĀNE", "J");
        var only = taken("RUDZĪTE", "J");
        var latviaOnly = taken("SKUJA", "N");
        var browser = new PlainBrowser(port);
        browser.signIn("parzine");
        browser.get(HERE);
        var file = (HEAD
                        + "LV1;" + both + ";IGORS;12.03.1980;Krievija;24;31.12.2029\r\n"
                        + "LV2;" + elsewhere + ";IGORS;1980-03-12;Gruzija;24;\r\n"
                        + "LV3;" + latviaOnly + ";IGORS;12.03.1980;Krievija;24;\r\n"
                        + "LV4;" + both + ";IGORS;13.03.1980;Krievija;24;\"a;b\"\r\n")
                .getBytes(UTF_8);
        var sent = browser.postFiles(HERE, Map.of(), List.of(new PlainBrowser.Sent("nsis.csv", file)));
        assertThat(sent.statusCode()).as(sent.body()).isEqualTo(303);
        var here = location(sent);

        assertThat(browser.get(here + "?where=BOTH").body())
                .contains("LV1", "LV2", "cita valstiskā piederība", "Tas pats uzvārds, dzimšanas datums un");
        assertThat(browser.get(here).body()).contains("LV3", "LV4", "cits dzimšanas datums", "nav aizlieguma");
        var csv = browser.get(here + "/compared").body();
        assertThat(csv.lines().filter(line -> line.toUpperCase(Locale.ROOT).contains(only)))
                .as(csv)
                .singleElement()
                .asString()
                .contains("Tikai šeit", "N.SIS ziņojuma nav");
        assertThat(csv.lines().filter(line -> line.toUpperCase(Locale.ROOT).contains(both)))
                .hasSize(2);

        browser.get(HERE);
        var again = browser.postFiles(HERE, Map.of(), List.of(new PlainBrowser.Sent("nsis.csv", file)));
        assertThat(again.statusCode()).isEqualTo(422);
        assertThat(again.body()).contains("jau ir pievienots");
    }

    @Test
    void the_number_of_an_alert_goes_before_a_name_and_a_ban_that_is_over_says_so() {
        var person = UUID.randomUUID();
        var all = List.of(
                here(person, "12", null, "OZOLS", false),
                here(person, null, "LV9", "OZOLA", false),
                here(UUID.randomUUID(), "13", null, "LIEPA", true),
                here(UUID.randomUUID(), "14", null, "KRŪMS", true),
                here(UUID.randomUUID(), null, "LV8", "BĒRZS", false));
        var compared = new SisComparison(samples.read(known::now), java.time.LocalDate.of(2026, 11, 23))
                .compare(
                        List.of(
                                new SisLine(2, "LV9", "OZOLS", "A", "12.03.1980", "RUS", "24", ""),
                                new SisLine(3, "LV7", "KRŪMS", "A", "12.03.1980", "RUS", "24", "")),
                        all);
        assertThat(compared)
                .extracting(SisCompared::where, SisCompared::why)
                .containsExactly(
                        tuple(Where.BOTH, Why.SAME_NUMBER),
                        tuple(Where.BOTH, Why.LISTED_THOUGH_OVER),
                        tuple(Where.HERE_ONLY, Why.BAN_OVER),
                        tuple(Where.HERE_ONLY, Why.ALERT_NOT_LISTED));
    }

    @Test
    void a_list_is_read_in_either_code_page_and_refused_with_its_line() {
        var baltic = (HEAD + "1;Šķēle;Ģirts;;;;\n").getBytes(Charset.forName("windows-1257"));
        assertThat(((Outcome.Done<List<SisLine>>) SisListReader.read(baltic)).value())
                .extracting(SisLine::line, SisLine::familyName, SisLine::givenNames)
                .containsExactly(tuple(2, "Šķēle", "Ģirts"));
        assertThat(refused(HEAD)).isEqualTo("LIST_EMPTY []");
        assertThat(refused("")).isEqualTo("LIST_EMPTY []");
        assertThat(refused(HEAD + ";;;;;;\n\n")).isEqualTo("LIST_EMPTY []");
        assertThat(refused("uzvards;sis_id\n1;2\n"))
                .isEqualTo("COLUMNS_MISSING [VARDI, DZ_DATUMS, PIEDERIBA, VEIDS, DERIGS_LIDZ]");
        assertThat(refused(HEAD + "1;\"a\nb\";;;;;\n\n1;2;3\n")).isEqualTo("LINE_WRONG [5, 3, 7]");
        assertThat(refused(HEAD + "1;" + "a".repeat(10 << 20) + ";;;;;\n")).isEqualTo("VALUE_TOO_LONG [2, 300]");
        assertThat(refused(HEAD + "1;2;3;4;5;6;\"" + "a\n".repeat(500))).isEqualTo("VALUE_TOO_LONG [2, 300]");
    }

    @Test
    void a_form_without_a_file_or_with_one_that_is_too_large_is_refused_with_what_to_do() {
        var browser = new PlainBrowser(port);
        browser.signIn("parzine");
        browser.get(HERE);
        assertThat(browser.postFiles(HERE, Map.of(), List.of()).body()).contains("Izvēlieties saraksta datni");
        browser.get(HERE);
        var large = browser.postFiles(
                HERE, Map.of(), List.of(new PlainBrowser.Sent("liels.csv", new byte[(20 << 20) + 1])));
        assertThat(large.statusCode()).isEqualTo(422);
        assertThat(large.body()).contains("lielāka par 20 MB");
    }

    private static String refused(String file) {
        return SisListReader.read(file.getBytes(UTF_8)) instanceof Outcome.Refused<?>(var reasons)
                ? reasons.getFirst().code() + " " + reasons.getFirst().values()
                : "taken";
    }

    private static SisCompared.Here here(
            UUID person, @Nullable String old, @Nullable String sis, String surname, boolean isOver) {
        return new SisCompared.Here(person, old, sis, surname, "A", "1980-03-12", "RUS", isOver);
    }

    private String taken(String surname, String schengen) {
        var own = surname
                + (char) ('A' + Math.floorMod(UUID.randomUUID().hashCode(), 26))
                + (char) ('A' + Math.floorMod(UUID.randomUUID().hashCode(), 26));
        samples.one(OldTable.LGM_ENTRIES, Map.of("UZVARDS", own, "SENGENA", schengen));
        return own;
    }
}
