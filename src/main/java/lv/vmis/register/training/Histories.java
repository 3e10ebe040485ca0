package lv.vmis.register.training;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import lv.vmis.register.ban.PrepareBan;
import lv.vmis.register.decision.ConfirmDeparture;
import lv.vmis.register.decision.Decisions;
import lv.vmis.register.decision.PrepareDecision;
import lv.vmis.register.decision.ReturnDraft;
import lv.vmis.register.decision.SendForSignature;
import lv.vmis.register.decision.ServeDecision;
import lv.vmis.register.decision.SignDecision;
import lv.vmis.register.detention.ApplyAlternative;
import lv.vmis.register.detention.Detain;
import lv.vmis.register.detention.Detentions;
import lv.vmis.register.detention.ExtendDetention;
import lv.vmis.register.detention.ReleaseDetained;
import lv.vmis.register.kernel.Acting;
import lv.vmis.register.kernel.Actor;
import lv.vmis.register.kernel.Outcome;
import lv.vmis.register.kernel.Outcome.Done;
import lv.vmis.register.kernel.Outcome.Refused;
import lv.vmis.register.kernel.PersonId;
import lv.vmis.register.kernel.RegisterClock;
import lv.vmis.register.notice.EnterNoticedBan;
import lv.vmis.register.notice.NoticeKind;
import lv.vmis.register.notice.RegisterNotice;
import lv.vmis.register.reference.Codes;
import lv.vmis.register.removal.NoteRemovalStep;
import lv.vmis.register.removal.StepKind;
import lv.vmis.register.returns.EnterFinding;
import lv.vmis.register.returns.HandOver;
import lv.vmis.register.returns.ReturnCases;
import lv.vmis.register.safeguard.AssessSafeguards;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Lives through a planned history with the real actions, each at its moment and by its official. */
@Component
class Histories {

    private static final String EVIDENCE =
            "Persona uzklausīta un lietas materiāli pārbaudīti: nav ziņu, kas kavētu izraidīšanu.";

    private final EnterFinding enter;
    private final HandOver handOver;
    private final Detain detain;
    private final ExtendDetention extend;
    private final ReleaseDetained release;
    private final ApplyAlternative apply;
    private final PrepareDecision prepare;
    private final PrepareBan ban;
    private final RegisterNotice register;
    private final EnterNoticedBan enterBan;
    private final SendForSignature send;
    private final ReturnDraft giveBack;
    private final SignDecision sign;
    private final ServeDecision serve;
    private final AssessSafeguards assess;
    private final NoteRemovalStep note;
    private final ConfirmDeparture leave;
    private final ReturnCases cases;
    private final Detentions detentions;
    private final Decisions decisions;
    private final Codes codes;
    private final Clock clock;

    Histories(
            EnterFinding enter,
            HandOver handOver,
            Detain detain,
            ExtendDetention extend,
            ReleaseDetained release,
            ApplyAlternative apply,
            PrepareDecision prepare,
            PrepareBan ban,
            RegisterNotice register,
            EnterNoticedBan enterBan,
            SendForSignature send,
            ReturnDraft giveBack,
            SignDecision sign,
            ServeDecision serve,
            AssessSafeguards assess,
            NoteRemovalStep note,
            ConfirmDeparture leave,
            ReturnCases cases,
            Detentions detentions,
            Decisions decisions,
            Codes codes,
            Clock clock) {
        this.enter = enter;
        this.handOver = handOver;
        this.detain = detain;
        this.extend = extend;
        this.release = release;
        this.apply = apply;
        this.prepare = prepare;
        this.ban = ban;
        this.register = register;
        this.enterBan = enterBan;
        this.send = send;
        this.giveBack = giveBack;
        this.sign = sign;
        this.serve = serve;
        this.assess = assess;
        this.note = note;
        this.leave = leave;
        this.cases = cases;
        this.detentions = detentions;
        this.decisions = decisions;
        this.codes = codes;
        this.clock = clock;
    }

    /** What has become of one of the people so far. */
    private static final class Life {
        private @Nullable PersonId person;
        private @Nullable UUID caseId;
        private @Nullable UUID decision;
        private @Nullable UUID detention;
        private int noted;

        UUID caseId() {
            return known(caseId);
        }

        UUID decision() {
            return known(decision);
        }

        UUID detention() {
            return known(detention);
        }

        private static <T> T known(@Nullable T value) {
            if (value == null) {
                throw new IllegalStateException("a generated history is out of order");
            }
            return value;
        }
    }

    /** Lives through the history, and says who its people have become. */
    List<PersonId> live(Story story) throws Exception {
        var lives = new Life[story.people().size()];
        for (var i = 0; i < lives.length; i++) {
            lives[i] = new Life();
        }
        for (var step : story.steps()) {
            var actor = step.by().actor();
            RegisterClock.at(
                    step.at(),
                    () -> Acting.as(actor, () -> {
                        take(step, lives, story, actor);
                        return Boolean.TRUE;
                    }));
        }
        return Arrays.stream(lives).map(life -> Life.known(life.person)).toList();
    }

    private void take(Step step, Life[] lives, Story story, Actor by) {
        var life = lives[step.who()];
        switch (step) {
            case Step.Found found -> {
                var known = life.person;
                var opened = done(
                        step,
                        enter.run(
                                new EnterFinding.Input(
                                        known,
                                        known == null
                                                ? story.people().get(step.who()).entered()
                                                : null,
                                        found.together() ? lives[0].caseId() : null,
                                        found.facts()),
                                by));
                life.person = opened.person();
                life.caseId = opened.caseId();
                life.decision = null;
            }
            case Step.HandedOver over ->
                done(step, handOver.run(new HandOver.Input(life.caseId(), caseVersion(life), over.reason()), by));
            case Step.Detained held ->
                life.detention = done(
                        step,
                        detain.run(
                                new Detain.Input(
                                        life.caseId(),
                                        clock.instant(),
                                        held.ground(),
                                        held.by().unit(),
                                        "Personai nav zināmas dzīvesvietas un derīga ceļošanas dokumenta, tāpēc alternatīvais"
                                                + " līdzeklis nav pietiekams.",
                                        held.place()),
                                by));
            case Step.Ruled ruled ->
                done(
                        step,
                        extend.run(
                                new ExtendDetention.Input(
                                        life.detention(),
                                        0,
                                        false,
                                        "Rīgas pilsētas tiesa",
                                        ruled.number(),
                                        today(),
                                        clock.instant().plus(ruled.longer())),
                                by));
            case Step.Released released ->
                done(
                        step,
                        release.run(
                                new ReleaseDetained.Input(
                                        life.detention(),
                                        detentionVersion(life),
                                        clock.instant(),
                                        released.reason(),
                                        null),
                                by));
            case Step.Measured measured ->
                done(
                        step,
                        apply.run(
                                new ApplyAlternative.Input(life.caseId(), measured.kind(), today(), measured.terms()),
                                by));
            case Step.Prepared prepared -> {
                life.decision = done(step, prepare.run(new PrepareDecision.Input(life.caseId(), prepared.draft()), by));
                life.noted = 0;
            }
            case Step.Banned banned ->
                life.decision = done(step, ban.run(new PrepareBan.Input(Life.known(life.person), banned.draft()), by));
            case Step.Noticed noticed -> noticed(noticed, life, story, by);
            case Step.Sent _ -> done(step, send.run(new SendForSignature.Input(life.decision(), version(life)), by));
            case Step.Returned returned ->
                done(step, giveBack.run(new ReturnDraft.Input(life.decision(), version(life), returned.reason()), by));
            case Step.Signed _ -> done(step, sign.run(new SignDecision.Input(life.decision(), version(life)), by));
            case Step.Served served ->
                done(
                        step,
                        serve.run(
                                new ServeDecision.Input(
                                        life.decision(), today(), served.manner(), served.language(), served.note()),
                                by));
            case Step.Assessed _ -> done(step, assess.run(assessed(life), by));
            case Step.Noted noted -> {
                done(step, note.run(noted(life, noted), by));
                life.noted++;
            }
            case Step.Left left -> done(step, leave.run(departure(life, left), by));
        }
    }

    private void noticed(Step.Noticed step, Life life, Story story, Actor by) {
        var who = story.people().get(step.who()).entered();
        var name = who.familyName() + " " + Objects.requireNonNullElse(who.givenNames(), "");
        var letter = new RegisterNotice.Input(
                NoticeKind.BAN,
                step.sender(),
                step.reference(),
                clock.instant(),
                "Lēmums par ieceļošanas aizliegumu: %s, dzim. %s".formatted(name.strip(), who.birthDate()));
        var notice = done(step, register.run(letter, by));
        if (step.isEntered()) {
            var in = new EnterNoticedBan.Input(
                    notice,
                    0,
                    null,
                    who,
                    List.of(),
                    step.reference(),
                    today(),
                    "Lēmuma pamatojums ir paziņojumā.",
                    List.of(step.ban()));
            var decision = done(step, enterBan.run(in, by));
            life.person = decisions.find(decision).orElseThrow().personId();
        }
    }

    private ConfirmDeparture.Input departure(Life life, Step.Left left) {
        var isByHimself = Set.of("VOLUNTARY", "ASSISTED").contains(left.returnType());
        var isAssisted = left.returnType().equals("ASSISTED");
        return new ConfirmDeparture.Input(
                life.decision(),
                today(),
                isByHimself ? null : clock.instant(),
                left.point(),
                left.destination(),
                left.returnType(),
                isAssisted ? "SMO" : "VRS",
                isAssisted ? "LOGISTIC" : null,
                null,
                isByHimself ? "Izbraukšanas zīmogs ceļošanas dokumentā" : null);
    }

    private NoteRemovalStep.Input noted(Life life, Step.Noted noted) {
        var isScheduled = noted.kind() == StepKind.SCHEDULED;
        return new NoteRemovalStep.Input(
                life.decision(),
                List.of(),
                life.noted,
                noted.kind(),
                clock.instant(),
                noted.outcome(),
                null,
                null,
                noted.startsAt(),
                isScheduled ? "DESTINATION_BCP" : null,
                isScheduled ? 2 : null,
                noted.kind() == StepKind.NOTIFIED ? "ru" : null,
                null,
                null,
                null,
                null,
                null,
                null);
    }

    private AssessSafeguards.Input assessed(Life life) {
        var answers = codes.inForce("safeguard", today()).stream()
                .map(question -> new AssessSafeguards.Answer(question.code(), "CLEAR", EVIDENCE))
                .toList();
        return new AssessSafeguards.Input(life.caseId(), 0, today(), answers);
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }

    private int caseVersion(Life life) {
        return cases.find(life.caseId()).orElseThrow().version();
    }

    private int detentionVersion(Life life) {
        return detentions.find(life.detention()).orElseThrow().version();
    }

    private int version(Life life) {
        return decisions.find(life.decision()).orElseThrow().version();
    }

    private static <T> T done(Step step, Outcome<T> outcome) {
        return switch (outcome) {
            case Done<T>(var value) -> value;
            case Refused<T>(var reasons) ->
                throw new IllegalStateException("a generated history was refused: %s at %s"
                        .formatted(
                                reasons.stream()
                                        .map(reason -> reason.code().key() + " " + reason.values())
                                        .toList(),
                                step));
        };
    }
}
