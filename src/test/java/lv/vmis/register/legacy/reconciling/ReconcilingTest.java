package lv.vmis.register.legacy.reconciling;

import static lv.vmis.register.support.DecisionSamples.as;
import static lv.vmis.register.support.DecisionSamples.done;
import static lv.vmis.register.support.DecisionSamples.refusals;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import lv.vmis.register.kernel.Actor;
import lv.vmis.register.kernel.PersonId;
import lv.vmis.register.legacy.export.OldRegister;
import lv.vmis.register.legacy.export.OldTable;
import lv.vmis.register.legacy.taking.TakenSamples;
import lv.vmis.register.support.ManyCases;
import lv.vmis.register.support.PlainBrowser;
import lv.vmis.register.support.RegisterTest;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Every row is told, and whatever the register says otherwise than its row is found. */
@RegisterTest
class ReconcilingTest {

    private static final OldTable TABLE = OldTable.LGM_ENTRIES;

    private final TakenSamples samples;
    private final ReconciledSamples reconciled;
    private final ReconcileLoad reconcile;
    private final JdbcClient jdbc;
    private final ManyCases owner;
    private final TransactionTemplate transaction;
    private final int port;
    private final Actor steward = ReconciledSamples.STEWARD;

    ReconcilingTest(
            TakenSamples samples,
            ReconciledSamples reconciled,
            ReconcileLoad reconcile,
            JdbcClient jdbc,
            @Qualifier("migrations") DataSource owner,
            PlatformTransactionManager transactions,
            @LocalServerPort int port) {
        this.samples = samples;
        this.reconciled = reconciled;
        this.reconcile = reconcile;
        this.jdbc = jdbc;
        this.owner = new ManyCases(owner);
        this.transaction = new TransactionTemplate(transactions);
        this.port = port;
    }

    @Test
    void every_row_is_told_and_both_sides_are_equal() {
        var load = load(List.of(
                TakenSamples.row(TABLE, Map.of("LEM_DATUMS", "15.01.2023", "AIZL_DATUMS", "15.01.2023")),
                TakenSamples.row(
                        TABLE, Map.of("DOK2_TIPS", "ID", "DOK2_NR", "AB 123-456", "DOK2_IZDEVEJS", "Krievija")),
                TakenSamples.row(TABLE, Map.of("AIZL_LIDZ", "31.12.9999", "ADRESE", "Krievija, Pleskava, Ezera 1")),
                TakenSamples.row(TABLE, Map.of("VALSTS_PIED", "PSRS", "LEM_DATUMS", "kad nu"))));

        var result = reconciled.compared(load);
        var of = result.tables().getFirst();

        assertThat(of.addsUp()).isTrue();
        assertThat(tuple(of.said(), of.found(), of.imported(), of.joined(), of.allRejected()))
                .isEqualTo(tuple(4L, 4L, 3L, 0L, 1L));
        assertThat(of.kept())
                .allSatisfy(kept -> assertThat(kept.isEqual()).as("%s", kept).isTrue());
        assertThat(of.kept().stream().filter(kept -> kept.here().filled() > 0).map(Reconciliation.Kept::field))
                .containsExactly(
                        KeptField.SURNAME,
                        KeptField.BIRTH,
                        KeptField.SEX,
                        KeptField.NATIONALITY,
                        KeptField.DOCUMENTS,
                        KeptField.ADDRESSES,
                        KeptField.BAN_FROM,
                        KeptField.BAN_UNTIL,
                        KeptField.DECISION_NUMBER,
                        KeptField.DECIDED_ON);
        assertThat(of.came().persons()).isEqualTo(new Reconciliation.Pair(3, 3));
        assertThat(of.came().bans()).isEqualTo(new Reconciliation.Pair(3, 3));
        assertThat(of.firstMissing()).isEmpty();
        assertThat(of.came().documents()).isEqualTo(new Reconciliation.Pair(4, 4));
        assertThat(of.years())
                .containsExactly(
                        new Reconciliation.Tally("2023", 1, 1, 0, 0),
                        new Reconciliation.Tally("2024", 2, 2, 0, 0),
                        new Reconciliation.Tally("NOT_READABLE", 1, 0, 0, 1));
        // Four rows are too few to show what their cells say: it might be a name.
        assertThat(of.places())
                .containsExactly(new Reconciliation.ByPlace(
                        "LEM_IESTADE", List.of(new Reconciliation.Tally("SELDOM", 4, 3, 0, 1))));
        assertThat(result.files().getFirst().rowsHash())
                .isEqualTo(samples.read(() ->
                        jdbc.sql("""
                                        select encode(sha256(string_agg(r.sha256, '' order by r.row_no)::bytea), 'hex')
                                          from old_row r join old_file f on f.id = r.file_id where f.load_id = :load""").param("load", load).query(String.class).single()));
    }

    @Test
    void a_row_without_an_outcome_and_a_row_that_differs_are_told() throws SQLException {
        var load = load(List.of(
                TakenSamples.row(TABLE, Map.of()),
                TakenSamples.row(TABLE, Map.of()),
                TakenSamples.row(TABLE, Map.of())));
        assertThat(reconciled.compared(load).tables().getFirst().unexplained()).isZero();
        var browser = new PlainBrowser(port);
        browser.signIn("parzine");
        var here = "/old-registers/" + load + "/reconciliation";
        assertThat(browser.get(here).body()).contains("badge--ok").doesNotContain("badge--danger");

        samples.takenBack(load, 1);
        owner.all(List.of(
                "select set_config('register.actor', 'test', true)",
                "alter table identity disable trigger user",
                "update identity set family_name = 'CITS' where person_id = '" + person(load, 2) + "'",
                "alter table identity enable trigger user"));
        var touched = new PersonId(person(load, 3));
        reconciled.workWith(touched.value());
        assertThat(browser.get(here).body()).contains("Salīdziniet vēlreiz");

        var of = reconciled.compared(load).tables().getFirst();

        assertThat(of.addsUp()).isFalse();
        assertThat(of.missing()).isEqualTo(1);
        assertThat(of.firstMissing()).extracting(Reconciliation.Place::row).containsExactly(1L);
        assertThat(of.kept())
                .filteredOn(kept -> !kept.isEqual())
                .extracting(
                        Reconciliation.Kept::field, Reconciliation.Kept::explained, Reconciliation.Kept::unexplained)
                .containsExactly(tuple(KeptField.SURNAME, 0L, 1L), tuple(KeptField.DOCUMENTS, 1L, 0L));
        assertThat(browser.get(here).body())
                .contains("badge--danger", "1 rindai nav zināms")
                .doesNotContain("CITS", "ZZ-7654");
        assertThat(browser.get(here + "/differences").body())
                .contains("CITS", "VOLKOVS", "ZZ-7654", "strādājusi amatpersona");
        assertThat(samples.read(() -> jdbc.sql(
                                "select count(*) from entry where operation = 'old-register.differences' and :person = any(persons)")
                        .param("person", touched.value())
                        .query(Long.class)
                        .single()))
                .isEqualTo(1);
    }

    @Test
    void papers_are_those_of_the_register_and_drafts_until_both_accept() {
        var load = samples.load(OldRegister.NIR, "FULL");
        samples.stage(load, "lietas.csv", OldTable.NIR_CASES, List.of(TakenSamples.row(OldTable.NIR_CASES, Map.of())));
        samples.taken(load);
        var browser = new PlainBrowser(port);
        browser.signIn("parzine");
        var here = "/old-registers/" + load + "/reconciliation";
        assertThat(browser.get(here + "/act.pdf").statusCode()).isEqualTo(404);
        reconciled.compared(load);
        assertThat(browser.get(here).body())
                .contains("/act.pdf", "/liquidation.pdf")
                .doesNotContain("/reorganisation");
        assertThat(browser.get(here + "/act.pdf").statusCode()).isEqualTo(200);
        assertThat(browser.get(here + "/reorganisation.pdf").statusCode()).isEqualTo(404);
        assertThat(refusals(as(steward, () -> reconcile.run(samples.load(OldRegister.NIR, "FULL"), steward))))
                .containsExactly("NOTHING_STAGED");
    }

    @Test
    void a_load_that_nothing_was_taken_over_of_does_not_add_up() {
        var load = samples.load(OldRegister.LGM, "FULL");
        samples.stage(load, "gaida.csv", TABLE, List.of(TakenSamples.row(TABLE, Map.of())));

        var of = reconciled.compared(load).tables().getFirst();

        assertThat(tuple(of.found(), of.imported(), of.missing(), of.addsUp())).isEqualTo(tuple(1L, 0L, 1L, false));
        assertThat(of.came().persons()).isEqualTo(new Reconciliation.Pair(0, 0));
    }

    @Test
    void whoever_wants_it_while_it_waits_or_runs_is_told_so() {
        var load = samples.load(OldRegister.LGM, "FULL");
        samples.stage(load, "gaida.csv", TABLE, List.of(TakenSamples.row(TABLE, Map.of())));
        // Within one transaction no process can have taken the first up.
        List<String> again = as(
                steward,
                () -> transaction.execute(status -> {
                    done(reconcile.run(load, steward));
                    var second = refusals(reconcile.run(load, steward));
                    status.setRollbackOnly();
                    return second;
                }));
        assertThat(again).containsExactly("WORKING");
    }

    @Test
    void what_was_worked_with_or_taken_back_and_taken_over_anew_is_seen_as_changed() {
        var load = load(List.of(TakenSamples.row(TABLE, Map.of())));
        reconciled.workWith(person(load, 1));
        reconciled.compared(load);
        var browser = new PlainBrowser(port);
        browser.signIn("parzine");
        var here = "/old-registers/" + load + "/reconciliation";
        assertThat(browser.get(here).body()).doesNotContain("Salīdziniet vēlreiz");
        assertThat(browser.get(here + "/differences").body())
                .contains("ZZ-7654")
                .doesNotContain("Salīdziniet vēlreiz");

        assertThat(printed(browser, here)).doesNotContain("iznākums ir mainījies");

        reconciled.workWith(person(load, 1));
        assertThat(browser.get(here).body()).contains("Salīdziniet vēlreiz");
        reconciled.compared(load);
        assertThat(browser.get(here).body()).doesNotContain("Salīdziniet vēlreiz");

        samples.takenBack(load, 1);

        assertThat(printed(browser, here)).contains("iznākums ir mainījies");
        assertThat(browser.get(here).body()).contains("Salīdziniet vēlreiz");
        assertThat(browser.get(here + "/differences").body())
                .contains("Salīdziniet vēlreiz")
                .doesNotContain("ZZ-7654", "viss ir tā");
        samples.taken(load);
        assertThat(browser.get(here).body()).contains("Salīdziniet vēlreiz");
        reconciled.compared(load);
        assertThat(browser.get(here).body()).doesNotContain("Salīdziniet vēlreiz");
    }

    private static String printed(PlainBrowser browser, String here) {
        try (var document =
                Loader.loadPDF(browser.bytes(here + "/reorganisation.pdf").body())) {
            return new PDFTextStripper().getText(document);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private UUID load(List<List<String>> rows) {
        var load = samples.load(OldRegister.LGM, "FULL");
        samples.stage(load, "salīdzināta.csv", TABLE, rows);
        samples.taken(load);
        return load;
    }

    private UUID person(UUID load, long row) {
        return samples.read(() -> jdbc.sql("select person_id from old_outcome where load_id = :load and row_no = :row")
                .param("load", load)
                .param("row", row)
                .query(UUID.class)
                .single());
    }
}
