package lv.vmis.register.sis;

import static lv.vmis.register.support.DecisionSamples.as;
import static lv.vmis.register.support.DecisionSamples.done;
import static lv.vmis.register.support.DecisionSamples.official;
import static lv.vmis.register.support.DecisionSamples.order;
import static lv.vmis.register.support.DecisionSamples.refusals;
import static lv.vmis.register.support.Soon.soon;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import lv.vmis.register.decision.BanTerritory;
import lv.vmis.register.decision.ConfirmDeparture;
import lv.vmis.register.decision.PlannedBan;
import lv.vmis.register.decision.ServeDecision;
import lv.vmis.register.decision.SignDecision;
import lv.vmis.register.exchange.Correspondent;
import lv.vmis.register.exchange.Received;
import lv.vmis.register.exchange.Taken;
import lv.vmis.register.exchange.Xml;
import lv.vmis.register.kernel.Actor;
import lv.vmis.register.kernel.PersonId;
import lv.vmis.register.support.DecisionSamples;
import lv.vmis.register.support.RegisterTest;
import org.junit.jupiter.api.Test;

/** Alerts from the decision to their end, with an N.SIS that answers over the wire. */
@RegisterTest
class AlertsTest {

    private static final PlannedBan BAN = new PlannedBan(BanTerritory.SCH, "IL2002-61-5-1", 12, null);

    private final DecisionSamples samples;
    private final Alerts alerts;
    private final SisNotices notices;
    private final Consultations consultations;
    private final Standings standings;
    private final NsisCorrespondence nsis;
    private final AnswerNotice answerNotice;
    private final AnswerConsultation answerConsultation;
    private final NoteParticulars noteParticulars;
    private final ReviewAlert review;
    private final SignDecision sign;
    private final ServeDecision serve;
    private final ConfirmDeparture depart;
    private final LocalDate today;
    private final Clock clock;
    private final Actor inspector = official("inspektore");
    private final Actor decider = official("vrs.vaditajs");
    private final Actor keeper = official("lietvede");

    AlertsTest(
            DecisionSamples samples,
            Alerts alerts,
            SisNotices notices,
            Consultations consultations,
            Standings standings,
            NsisCorrespondence nsis,
            AnswerNotice answerNotice,
            AnswerConsultation answerConsultation,
            NoteParticulars noteParticulars,
            ReviewAlert review,
            SignDecision sign,
            ServeDecision serve,
            ConfirmDeparture depart,
            Clock clock) {
        this.samples = samples;
        this.alerts = alerts;
        this.notices = notices;
        this.consultations = consultations;
        this.standings = standings;
        this.nsis = nsis;
        this.answerNotice = answerNotice;
        this.answerConsultation = answerConsultation;
        this.noteParticulars = noteParticulars;
        this.review = review;
        this.sign = sign;
        this.serve = serve;
        this.depart = depart;
        this.clock = clock;
        this.today = LocalDate.now(clock);
    }

    @Test
    void an_alert_on_return_becomes_one_on_refusal_when_he_has_left() {
        var signed = signed();
        var entered = inSis(signed, AlertCategory.RETURN);
        assertThat(entered.reviewOn()).isEqualTo(today.plusYears(3));

        as(
                inspector,
                () -> done(
                        serve.run(new ServeDecision.Input(signed.decision(), today, "SIGNED", "ru", null), inspector)));
        as(
                inspector,
                () -> done(depart.run(
                        new ConfirmDeparture.Input(signed.decision(), today, "LIDOSTA_RIGA", "UZB", "VOLUNTARY", null),
                        inspector)));

        var refusal = inSis(signed, AlertCategory.REFUSAL);
        assertThat(refusal.banId()).isNotNull();
        assertThat(of(signed))
                .filteredOn(alert -> alert.category() == AlertCategory.RETURN)
                .allSatisfy(alert -> {
                    assertThat(alert.state()).isEqualTo(AlertState.DELETED);
                    assertThat(alert.endedWhy()).isEqualTo("DEPARTED");
                });
        soon(() -> standing(signed).mismatch() == null);
    }

    @Test
    void what_another_state_saw_counts_until_it_was_somebody_else() {
        var signed = signed();
        var entered = inSis(signed, AlertCategory.RETURN);
        var hit = Markup.message("hit")
                .with("alert", entered.sisId())
                .with("kind", "EXIT")
                .with("state", "DEU")
                .with("on", today)
                .with("left", true)
                .holding("place", "Frankfurt");

        assertThat(received("hit", hit)).isEqualTo(Taken.DONE);
        inSis(signed, AlertCategory.REFUSAL);

        var notice = samples.reading(() -> notices.of(signed.person())).getFirst();
        assertThat(notice.decisionId()).isEqualTo(signed.decision());
        var silent = new AnswerNotice.Input(notice.id(), SisNotice.Answer.NOT_HIM, null);
        assertThat(refusals(as(keeper, () -> answerNotice.run(silent, keeper)))).containsExactly("REASONS_NEEDED");
        var input = new AnswerNotice.Input(notice.id(), SisNotice.Answer.NOT_HIM, "Pirksti nesakrīt");
        as(keeper, () -> done(answerNotice.run(input, keeper)));

        inSis(signed, AlertCategory.RETURN);
    }

    @Test
    void what_is_said_of_a_day_before_the_alert_is_kept_and_nothing_follows_from_it() {
        var signed = signed();
        var entered = inSis(signed, AlertCategory.RETURN);
        for (var day : new String[] {"2001-01-01", "0001-01-01"}) {
            assertThat(received("hit", hit(entered, day))).isEqualTo(Taken.DONE);
        }
        for (var day : new String[] {today + "Z", "-0001-01-01", "2026-11-27+14:00"}) {
            assertThat(Xml.fault(hit(entered, day).toString(), nsis.schema()).isEmpty())
                    .as(day)
                    .isFalse();
        }

        assertThat(samples.reading(() -> notices.of(signed.person())))
                .hasSize(2)
                .allSatisfy(notice -> {
                    assertThat(notice.isOdd()).isTrue();
                    assertThat(notice.decisionId()).isNull();
                });
        assertThat(inSis(signed, AlertCategory.RETURN).id()).isEqualTo(entered.id());
    }

    private static Markup hit(Alert alert, String day) {
        return Markup.message("hit")
                .with("alert", alert.sisId())
                .with("kind", "EXIT")
                .with("state", "DEU")
                .with("on", day)
                .with("left", true)
                .holding("place", "Frankfurt");
    }

    @Test
    void a_permit_of_another_state_ends_the_alert_and_silence_does_not_object() {
        var signed = signed();
        var entered = inSis(signed, AlertCategory.RETURN);
        var question = UUID.randomUUID().toString();
        var asked = Markup.message("consultation")
                .with("alert", entered.sisId())
                .with("kind", "PERMIT_INTENDED")
                .with("state", "POL")
                .with("subject", "darba atļauja");

        assertThat(received(question, "consultation", asked)).isEqualTo(Taken.DONE);
        var consultation =
                samples.reading(() -> consultations.of(signed.person())).getFirst();
        assertThat(consultation.dueOn()).isEqualTo(today.plusDays(10));
        var objection = new AnswerConsultation.Input(consultation.id(), Consultation.Answer.OBJECTION, null);
        assertThat(refusals(as(keeper, () -> answerConsultation.run(objection, keeper))))
                .containsExactly("REASONS_NEEDED");
        var keep = new AnswerConsultation.Input(consultation.id(), Consultation.Answer.KEEP, "x");
        assertThat(refusals(as(keeper, () -> answerConsultation.run(keep, keeper))))
                .containsExactly("ANSWER_NOT_FOR_THIS");
        var none = new AnswerConsultation.Input(consultation.id(), Consultation.Answer.NO_OBJECTION, null);
        as(keeper, () -> done(answerConsultation.run(none, keeper)));

        var granted = Markup.message("outcome")
                .with("consultation", question)
                .with("answer", "PERMIT_GRANTED")
                .with("on", today);
        assertThat(received("outcome", granted)).isEqualTo(Taken.DONE);
        soon(() -> of(signed).stream().allMatch(alert -> alert.state() == AlertState.DELETED));
        assertThat(of(signed).getFirst().endedWhy()).isEqualTo("NO_OBJECTION");
    }

    @Test
    void particulars_are_told_and_an_alert_just_entered_is_not_reviewed() {
        var signed = signed();
        var entered = inSis(signed, AlertCategory.RETURN);
        var input = new NoteParticulars.Input(
                signed.person(), 0, "Vairākkārt pārkāpis", true, "DRUGS", false, "BDAS-1", null);

        as(keeper, () -> done(noteParticulars.run(input, keeper)));

        soon(() -> {
            var now = of(signed).getFirst();
            return !now.toldHash().equals(entered.toldHash()) && now.messageId() == null;
        });
        assertThat(refusals(as(keeper, () -> noteParticulars.run(input, keeper))))
                .containsExactly("ENTERED_MEANWHILE");
        assertThat(refusals(as(keeper, () -> noteParticulars.run(linked(signed, "DE123 NAV"), keeper))))
                .containsExactly("LINK_UNKNOWN");
        as(
                keeper,
                () -> done(noteParticulars.run(
                        linked(
                                signed,
                                String.valueOf(
                                        inSis(signed(), AlertCategory.RETURN).sisId())),
                        keeper)));
        var now = of(signed).getFirst();
        assertThat(refusals(as(
                        keeper, () -> review.run(new ReviewAlert.Input(now.id(), now.version(), "Vajag"), keeper))))
                .containsExactly("NOT_REVIEWABLE");
    }

    private static NoteParticulars.Input linked(Signed signed, String numbers) {
        return new NoteParticulars.Input(
                signed.person(), 1, "Vairākkārt pārkāpis", true, "DRUGS", false, "BDAS-1", numbers);
    }

    @Test
    void what_nobody_understands_or_is_not_ours_is_answered_so() {
        var strange = Markup.message("permitFound")
                .with("alert", "LV-0")
                .with("state", "DEU")
                .with("number", "1");

        assertThat(received("permitFound", strange)).isEqualTo(Taken.NOT_FOR_US);
    }

    @Test
    void no_alert_without_its_minimum_is_of_the_schema() {
        var person = Markup.element("person")
                .holding("surname", "Tester")
                .holding("birthDate", "1990-05-23")
                .holding("gender", "M");
        for (var lastDay : new String[] {"2026-12-01", null}) {
            var alert = Markup.element("returnAlert")
                    .holding(person)
                    .holding(Markup.element("departureOrder")
                            .with("reference", "VRS-R-2026-00001")
                            .with("decidedOn", "2026-11-01")
                            .with("authority", "VRS")
                            .with("lastDay", lastDay))
                    .holding("action", "RETURN")
                    .holding("threat", false)
                    .holding("suspended", false)
                    .holding("withBan", true);
            var fault = Xml.fault(Markup.message("create").holding(alert).toString(), nsis.schema());
            assertThat(fault.isEmpty()).as("last day %s: %s", lastDay, fault).isEqualTo(lastDay != null);
        }
    }

    private record Signed(UUID decision, PersonId person) {}

    /** A signed order with a ban, for somebody of whom N.SIS finds nothing. */
    private Signed signed() {
        while (true) {
            var opened = samples.open(inspector);
            if (!NsisStandIn.findsSomething(opened.person().toString())) {
                var decision = samples.toSign(opened, order(BAN), inspector);
                as(decider, () -> done(sign.run(new SignDecision.Input(decision, 1), decider)));
                return new Signed(decision, opened.person());
            }
        }
    }

    private List<Alert> of(Signed signed) {
        return samples.reading(() -> alerts.of(signed.person()));
    }

    private Standing standing(Signed signed) {
        return samples.reading(() -> standings.of(signed.person()));
    }

    private Alert inSis(Signed signed, AlertCategory category) {
        soon(() -> of(signed).stream()
                .anyMatch(alert -> alert.category() == category
                        && alert.state() == AlertState.ENTERED
                        && alert.messageId() == null));
        var open = of(signed).stream().filter(alert -> alert.state().isOpen()).toList();
        assertThat(open).hasSize(1);
        return open.getFirst();
    }

    private Taken received(String kind, Markup body) {
        return received(UUID.randomUUID().toString(), kind, body);
    }

    private Taken received(String message, String kind, Markup body) {
        assertThat(Xml.fault(body.toString(), nsis.schema())).isEmpty();
        return samples.reading(() -> nsis.received(
                new Received(Correspondent.NSIS, message, kind, body.toString(), clock.instant()), keeper));
    }
}
