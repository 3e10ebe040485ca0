package lv.vmis.register.support;

import static lv.vmis.register.support.DecisionSamples.as;
import static lv.vmis.register.support.DecisionSamples.done;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import lv.vmis.register.ban.PrepareBan;
import lv.vmis.register.decision.BanStart;
import lv.vmis.register.decision.BanTerritory;
import lv.vmis.register.decision.DecisionKind;
import lv.vmis.register.decision.Draft;
import lv.vmis.register.decision.PlannedBan;
import lv.vmis.register.decision.SendForSignature;
import lv.vmis.register.decision.SignDecision;
import lv.vmis.register.kernel.Actor;
import lv.vmis.register.kernel.PartialDate;
import lv.vmis.register.kernel.PersonId;
import lv.vmis.register.notice.EnterNoticedBan;
import lv.vmis.register.notice.NoticeKind;
import lv.vmis.register.notice.RegisterNotice;
import lv.vmis.register.person.NewPerson;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Bans decided by themselves, and notices of them, made as officials make them. */
@Component
public class BanSamples {

    private static final AtomicInteger NEXT = new AtomicInteger();

    private final PrepareBan prepare;
    private final SendForSignature send;
    private final SignDecision sign;
    private final RegisterNotice register;
    private final EnterNoticedBan enter;
    private final DecisionSamples samples;
    private final JdbcClient jdbc;
    private final Clock clock;

    BanSamples(
            PrepareBan prepare,
            SendForSignature send,
            SignDecision sign,
            RegisterNotice register,
            EnterNoticedBan enter,
            DecisionSamples samples,
            JdbcClient jdbc,
            Clock clock) {
        this.prepare = prepare;
        this.send = send;
        this.sign = sign;
        this.register = register;
        this.enter = enter;
        this.samples = samples;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** The draft of a ban for both territories that runs from the decision. */
    public UUID draft(PersonId person, Actor by) {
        return draft(person, by, BanStart.DECISION);
    }

    private UUID draft(PersonId person, Actor by, BanStart start) {
        var basis = by.institution().equals("VRS") ? "IL2002-61-5-4" : "IL2002-61-4-4";
        var bans = List.of(
                new PlannedBan(BanTerritory.LV, basis, 36, null, start, null),
                new PlannedBan(BanTerritory.SCH, basis, 36, null, start, null));
        var draft = new Draft(
                DecisionKind.ENTRY_BAN, basis, null, null, "Pārkāpis noteikumus.", "Ģimenes nav.", false, null, bans);
        return as(by, () -> done(prepare.run(new PrepareBan.Input(person, draft), by)));
    }

    /** A ban in force from today. */
    public UUID signed(PersonId person, Actor preparer, Actor decider) {
        return signed(person, preparer, decider, BanStart.DECISION);
    }

    public UUID signed(PersonId person, Actor preparer, Actor decider, BanStart start) {
        var id = sent(person, preparer, start);
        sign(id, decider);
        return id;
    }

    /** One that waits for a signature. */
    public UUID sent(PersonId person, Actor preparer, BanStart start) {
        var id = draft(person, preparer, start);
        as(preparer, () -> done(send.run(new SendForSignature.Input(id, 0), preparer)));
        return id;
    }

    public void sign(UUID id, Actor decider) {
        as(decider, () -> done(sign.run(new SignDecision.Input(id, 1), decider)));
    }

    /** The ban of a minister for an indefinite time, in force from today. */
    public UUID forever(Actor by) {
        var notice = notice(NoticeKind.BAN, by);
        var who = new NewPerson(
                "Nevēlamais",
                "Igors",
                null,
                null,
                "M",
                PartialDate.of(LocalDate.of(1960, 2, 3)),
                null,
                null,
                "BLR",
                "CITIZEN",
                null,
                "AUTHORITY",
                null,
                null);
        var ban = new PlannedBan(BanTerritory.LV, "IL2002-61-2", null, null, BanStart.DECISION, null);
        var in = new EnterNoticedBan.Input(
                notice,
                0,
                null,
                who,
                List.of(),
                "41/" + NEXT.get(),
                LocalDate.now(clock),
                "Nevēlama persona.",
                List.of(ban));
        var decision = as(by, () -> done(enter.run(in, by)));
        return samples.reading(() -> jdbc.sql("select id from ban where decision_id = :id")
                .param("id", decision)
                .query(UUID.class)
                .single());
    }

    /** A notice of the Minister of Foreign Affairs that waits. */
    public UUID notice(NoticeKind kind, Actor by) {
        var in = new RegisterNotice.Input(
                kind, "AM_MINISTRS", "P-" + NEXT.incrementAndGet(), clock.instant(), "Paziņots par personu.");
        return as(by, () -> done(register.run(in, by)));
    }
}
