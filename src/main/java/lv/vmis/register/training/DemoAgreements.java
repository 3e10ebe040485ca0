package lv.vmis.register.training;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import lv.vmis.register.edge.ApiCall;
import lv.vmis.register.edge.Attribute;
import lv.vmis.register.edge.Way;
import lv.vmis.register.following.EventReceiver;
import lv.vmis.register.kernel.Acting;
import lv.vmis.register.kernel.Outcome;
import lv.vmis.register.kernel.Outcome.Done;
import lv.vmis.register.partner.Agreements;
import lv.vmis.register.partner.ApproveAgreementChange;
import lv.vmis.register.partner.ProposeTerms;
import lv.vmis.register.partner.Terms;
import org.springframework.stereotype.Component;

/** Agreements of demo and training installations: of the State Police with a published key, and others at work and waiting. */
@Component
class DemoAgreements {

    /** Key of the demo institution's system, published in the README. */
    private static final String KEY = "demo-key-of-the-state-police";

    private static final String BASIS = "Ministru kabineta 2013. gada 5. marta noteikumi Nr. 122, 14. punkts";

    private final ProposeTerms propose;
    private final ApproveAgreementChange approve;
    private final Agreements agreements;
    private final Clock clock;

    DemoAgreements(ProposeTerms propose, ApproveAgreementChange approve, Agreements agreements, Clock clock) {
        this.propose = propose;
        this.approve = approve;
        this.agreements = agreements;
        this.clock = clock;
    }

    void make() {
        var year = LocalDate.now(clock).withDayOfYear(1);
        var police = new Terms(
                BASIS,
                year,
                EnumSet.of(Way.KEY),
                EnumSet.allOf(ApiCall.class),
                EnumSet.of(Attribute.REASONS, Attribute.INSTRUCTION, Attribute.BAN_TERRITORY, Attribute.BAN_DAYS),
                List.of("CRIMINAL", "BORDER_CHECK", "SECURITY"),
                null,
                null,
                null,
                null,
                List.of(),
                year,
                null,
                EventReceiver.ADDRESS.toString(),
                "Valsts policijas Galvenā kriminālpolicijas pārvalde, dežūrdaļa (izdomāta), tālr. 67000000");
        approved("VP-2026-1", "VP", police, "Vienošanās ar Valsts policiju");
        agreements.addDemo("VP-2026-1", "Valsts policijas demonstrācijas sistēma", KEY);
        approved(
                "VID-2026-1",
                "VID_MUITA",
                new Terms(
                        BASIS,
                        year,
                        Set.of(Way.KEY),
                        Set.of(ApiCall.CHECK),
                        Set.of(Attribute.INSTRUCTION),
                        List.of("CRIMINAL"),
                        60,
                        2_000,
                        LocalTime.of(7, 0),
                        LocalTime.of(20, 0),
                        List.of("10.20.0.0/16"),
                        year,
                        year.plusYears(2).minusDays(1),
                        null,
                        "Muitas pārvaldes Informācijas daļa (izdomāta), tālr. 67000001"),
                "Vienošanās ar Muitas pārvaldi");
        proposed(
                "VP-2026-1",
                "VP",
                new Terms(
                        BASIS,
                        year,
                        police.ways(),
                        police.services(),
                        EnumSet.of(
                                Attribute.REASONS,
                                Attribute.INSTRUCTION,
                                Attribute.BAN_TERRITORY,
                                Attribute.BAN_DAYS,
                                Attribute.BAN_DECISION,
                                Attribute.BAN_AUTHORITY),
                        police.purposes(),
                        600,
                        50_000,
                        null,
                        null,
                        List.of(),
                        year,
                        null,
                        police.eventsUrl(),
                        police.contact()),
                "Policija lūdz arī lēmuma numuru un iestādi, lai pati sazinātos ar lēmuma pieņēmēju",
                false);
    }

    private void approved(String number, String institution, Terms terms, String reason) {
        var change = proposed(number, institution, terms, reason, true);
        var by = Official.of("parzine").actor();
        as("parzine", () -> done(approve.run(new ApproveAgreementChange.Input(change, 0), by)));
    }

    private UUID proposed(String number, String institution, Terms terms, String reason, boolean isNew) {
        var by = Official.of("administrators").actor();
        return as(
                "administrators",
                () -> done(propose.run(new ProposeTerms.Input(number, institution, terms, reason, isNew), by)));
    }

    private static UUID as(String login, Callable<UUID> work) {
        try {
            return Acting.as(Official.of(login).actor(), work);
        } catch (RuntimeException failure) {
            throw failure;
        } catch (Exception impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static UUID done(Outcome<UUID> outcome) {
        if (outcome instanceof Done<UUID>(var id)) {
            return id;
        }
        throw new IllegalStateException("a demo agreement was refused: " + outcome);
    }
}
