package lv.vmis.register.legacy.reconciling;

import static java.nio.charset.StandardCharsets.UTF_8;
import static lv.vmis.register.support.DecisionSamples.as;
import static lv.vmis.register.support.DecisionSamples.done;
import static lv.vmis.register.support.DecisionSamples.official;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import lv.vmis.register.document.DocumentPrinter;
import lv.vmis.register.kernel.Actor;
import lv.vmis.register.kernel.Outcome;
import lv.vmis.register.kernel.PersonId;
import lv.vmis.register.legacy.job.JobState;
import lv.vmis.register.legacy.job.Jobs;
import lv.vmis.register.legacy.taking.TakenSamples;
import lv.vmis.register.person.EnterFact;
import lv.vmis.register.person.FactKind;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Loads of old registers that are compared, and lists of N.SIS. */
@Component
public class ReconciledSamples {

    static final Actor STEWARD = official("parzine");
    static final String HEAD = "SIS_ID;UZVARDS;VARDI;DZ_DATUMS;PIEDERIBA;VEIDS;DERIGS_LIDZ\r\n";

    private static final AtomicInteger NUMBERS = new AtomicInteger(7_654_000);

    private final TakenSamples samples;
    private final ReconcileLoad reconcile;
    private final PutSisList put;
    private final EnterFact enter;
    private final Jobs jobs;
    private final JsonMapper json;

    ReconciledSamples(
            TakenSamples samples,
            ReconcileLoad reconcile,
            PutSisList put,
            EnterFact enter,
            Jobs jobs,
            JsonMapper json) {
        this.samples = samples;
        this.reconcile = reconcile;
        this.put = put;
        this.enter = enter;
        this.jobs = jobs;
        this.json = json;
    }

    /** A load with a row that differs since somebody has worked with its person. */
    public UUID differing() {
        var taken = samples.one();
        workWith(taken.person());
        compared(taken.load());
        return taken.load();
    }

    /** A list with an alert about nobody here, and one about somebody. */
    public UUID list() {
        var taken = samples.one();
        var file = HEAD + "LV" + taken.key() + ";VOLKOVS"
                + (char) ('A' + taken.key().charAt(6) - '0') + ";IGORS;12.03.1980;Krievija;24;\r\nLV" + taken.key()
                + "0;NEVIENS;IGORS;12.03.1980;Krievija;24;\r\n";
        var bytes = file.getBytes(UTF_8);
        var lines = done(SisListReader.read(bytes));
        return done(as(
                STEWARD,
                () -> put.run(new PutSisList.Input("nsis.csv", DocumentPrinter.sha256(bytes), lines), STEWARD)));
    }

    /** An official enters one more document of a person. */
    void workWith(UUID person) {
        Outcome<?> entered = as(
                STEWARD,
                () -> enter.run(
                        new EnterFact.Input(
                                new PersonId(person),
                                FactKind.DOCUMENT,
                                Map.of(
                                        "type",
                                        "P",
                                        "number",
                                        "ZZ-" + NUMBERS.incrementAndGet(),
                                        "issuer",
                                        "RUS",
                                        "state",
                                        "USABLE",
                                        "source",
                                        "OFFICIAL")),
                        STEWARD));
        done(entered);
    }

    /** What a comparison finds. */
    Reconciliation compared(UUID load) {
        var job = done(as(STEWARD, () -> reconcile.run(load, STEWARD)));
        samples.ended(load);
        assertThat(samples.read(() -> jobs.find(job)).orElseThrow().state()).isEqualTo(JobState.DONE);
        return json.readValue(samples.read(() -> jobs.result(job)), Reconciliation.class);
    }
}
