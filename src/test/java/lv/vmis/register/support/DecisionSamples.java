package lv.vmis.register.support;

import java.sql.Types;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import lv.vmis.register.decision.ConfirmDeparture;
import lv.vmis.register.decision.DecisionKind;
import lv.vmis.register.decision.Draft;
import lv.vmis.register.decision.PlannedBan;
import lv.vmis.register.decision.PrepareDecision;
import lv.vmis.register.decision.SendForSignature;
import lv.vmis.register.decision.ServeDecision;
import lv.vmis.register.decision.SignDecision;
import lv.vmis.register.kernel.Acting;
import lv.vmis.register.kernel.Actor;
import lv.vmis.register.kernel.Outcome;
import lv.vmis.register.kernel.PartialDate;
import lv.vmis.register.kernel.PersonId;
import lv.vmis.register.kernel.RegisterClock;
import lv.vmis.register.person.NewPerson;
import lv.vmis.register.reference.Codes;
import lv.vmis.register.returns.CloseCase;
import lv.vmis.register.returns.ClosingReason;
import lv.vmis.register.returns.EnterFinding;
import lv.vmis.register.safeguard.AssessSafeguards;
import lv.vmis.register.training.DemoAccounts;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Cases and decisions for tests, made as officials make them. */
@Component
public class DecisionSamples {

    private static final AtomicInteger NEXT = new AtomicInteger();

    private final EnterFinding enter;
    private final CloseCase close;
    private final PrepareDecision prepare;
    private final SendForSignature send;
    private final SignDecision sign;
    private final ServeDecision serve;
    private final ConfirmDeparture depart;
    private final AssessSafeguards assess;
    private final Codes codes;
    private final Clock clock;
    private final Instant begun;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    DecisionSamples(
            EnterFinding enter,
            CloseCase close,
            PrepareDecision prepare,
            SendForSignature send,
            SignDecision sign,
            ServeDecision serve,
            ConfirmDeparture depart,
            AssessSafeguards assess,
            Codes codes,
            Clock clock,
            JdbcClient jdbc,
            PlatformTransactionManager transactions) {
        this.enter = enter;
        this.close = close;
        this.prepare = prepare;
        this.send = send;
        this.sign = sign;
        this.serve = serve;
        this.depart = depart;
        this.assess = assess;
        this.codes = codes;
        this.clock = clock;
        this.begun = clock.instant();
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** An official of the demo, by login. */
    public static Actor official(String login) {
        var demo = DemoAccounts.ALL.stream()
                .filter(account -> account.login().equals(login))
                .findFirst()
                .orElseThrow();
        return new Actor(
                demo.id(),
                demo.name(),
                demo.role(),
                demo.institution(),
                demo.unit(),
                null,
                "test",
                null,
                UUID.randomUUID());
    }

    /** Runs as the official. */
    public static <T> T as(Actor actor, Callable<T> work) {
        try {
            return Acting.as(actor, work);
        } catch (RuntimeException failure) {
            throw failure;
        } catch (Exception failure) {
            throw new IllegalStateException(failure);
        }
    }

    /** What was done; a refusal fails the test. */
    public static <T> T done(Outcome<T> outcome) {
        return switch (outcome) {
            case Outcome.Done<T>(var value) -> value;
            case Outcome.Refused<T>(var reasons) -> throw new AssertionError("refused: " + reasons);
        };
    }

    /** The codes of a refusal; none when it was done. */
    public static List<String> refusals(Outcome<?> outcome) {
        return switch (outcome) {
            case Outcome.Done<?> _ -> List.of();
            case Outcome.Refused<?>(var reasons) ->
                reasons.stream().map(reason -> reason.code().name()).toList();
        };
    }

    /** A case of a new person, found today by the official. */
    public EnterFinding.Opened open(Actor by) {
        return open(by, null);
    }

    public EnterFinding.Opened open(Actor by, @Nullable String originalName) {
        var person = new NewPerson(
                name(NEXT.incrementAndGet()),
                "Aziz",
                null,
                originalName,
                "M",
                PartialDate.of(LocalDate.of(1990, 5, 23)),
                "UZB",
                null,
                "UZB",
                "CITIZEN",
                null,
                "STATED",
                null,
                null);
        return openFor(person, by);
    }

    /** A new person whose return is not open: the case was closed at once. */
    public PersonId withoutReturn(Actor by) {
        var opened = open(by);
        var closing = new CloseCase.Input(opened.caseId(), ClosingReason.CANCELLED, LocalDate.now(clock), "Kļūda");
        as(by, () -> done(close.run(closing, by)));
        return opened.person();
    }

    /** A case of this new person, found today by the official. */
    public EnterFinding.Opened openFor(NewPerson person, Actor by) {
        return as(by, () -> done(enter.run(new EnterFinding.Input(null, person, null, facts()), by)));
    }

    /** One more case of a known person, found today by the official. */
    public EnterFinding.Opened openFor(PersonId person, Actor by) {
        return as(by, () -> done(enter.run(new EnterFinding.Input(person, null, null, facts()), by)));
    }

    private EnterFinding.Facts facts() {
        return new EnterFinding.Facts(
                LocalDate.now(clock), "INLAND", null, "Brīvības iela 1, Rīga", "Vīzas termiņš beidzies.", "IL2002-4-1");
    }

    /** A name of his own that is like hardly any other: were all alike, each would have to be compared with all. */
    private static String name(int number) {
        var mixed = number * 0x9E3779B1;
        var name = new StringBuilder("T");
        for (int bit = 0; bit < 24; bit += 6) {
            name.append("aiuo".charAt((mixed >>> bit) & 3))
                    .append("bdfgklmnprstvzhc".charAt((mixed >>> (bit + 2)) & 15));
        }
        return name.toString();
    }

    public static Draft order(PlannedBan... bans) {
        return new Draft(
                DecisionKind.DEPARTURE_ORDER,
                "IL2002-41-1",
                "UZB",
                14,
                "Uzturas nelikumīgi.",
                "Ģimenes nav.",
                List.of(bans));
    }

    public static Draft removal(PlannedBan... bans) {
        return new Draft(
                DecisionKind.REMOVAL, "IL2002-46-1-1", "UZB", null, "Izvairīsies.", "Ģimenes nav.", List.of(bans));
    }

    public UUID prepared(UUID caseId, Draft draft, Actor by) {
        return as(by, () -> done(prepare.run(new PrepareDecision.Input(caseId, draft), by)));
    }

    /** A decision of a new case on the desk of the deciding official, in version 1. */
    public UUID toSign(Draft draft, Actor by) {
        return toSign(open(by), draft, by);
    }

    public UUID toSign(EnterFinding.Opened opened, Draft draft, Actor by) {
        var decision = prepared(opened.caseId(), draft, by);
        as(by, () -> done(send.run(new SendForSignature.Input(decision, 0), by)));
        return decision;
    }

    /** A signed decision of a new case. */
    public SignDecision.Signed signed(Draft draft, Actor preparer, Actor decider) {
        return signed(open(preparer), draft, preparer, decider);
    }

    public SignDecision.Signed signed(EnterFinding.Opened opened, Draft draft, Actor preparer, Actor decider) {
        var decision = toSign(opened, draft, preparer);
        return as(decider, () -> done(sign.run(new SignDecision.Input(decision, 1), decider)));
    }

    public UUID served(Draft draft, Actor preparer, Actor decider) {
        return served(open(preparer), draft, preparer, decider);
    }

    /** A decision of this case that was served today. */
    public UUID served(EnterFinding.Opened opened, Draft draft, Actor preparer, Actor decider) {
        var decision = signed(opened, draft, preparer, decider).decision();
        var input = new ServeDecision.Input(decision, LocalDate.now(clock), "SIGNED", "ru", null);
        return as(preparer, () -> done(serve.run(input, preparer)));
    }

    public UUID departed(Draft draft, Actor preparer, Actor decider) {
        return departed(open(preparer), draft, preparer, decider);
    }

    /** The person of the case has left today under an order of it. */
    public UUID departed(EnterFinding.Opened opened, Draft draft, Actor preparer, Actor decider) {
        var decision = served(opened, draft, preparer, decider);
        var input = new ConfirmDeparture.Input(
                decision, LocalDate.now(clock), "LIDOSTA_RIGA", "UZB", "VOLUNTARY", "Zīmogs");
        return as(preparer, () -> done(depart.run(input, preparer)));
    }

    /** In the case everything the law protects was assessed today, and nothing prevents a removal. */
    public void assessed(UUID caseId, Actor by) {
        var seen = reading(() -> jdbc.sql("select count(*) from safeguard where case_id = :case")
                .param("case", caseId)
                .query(Integer.class)
                .single());
        var answers = codes.inForce("safeguard", LocalDate.now(clock)).stream()
                .map(question -> new AssessSafeguards.Answer(question.code(), "CLEAR", "Persona uzklausīta"))
                .toList();
        as(by, () -> done(assess.run(new AssessSafeguards.Input(caseId, seen, LocalDate.now(clock), answers), by)));
    }

    /** As if the removal had been prepared by a medical check, its start set and told of, long enough before. */
    public void ready(UUID decision) {
        step(decision, "MEDICAL_CHECK", "FIT", 26, null);
        step(decision, "SCHEDULED", "FLIGHT", 25, 1);
        step(decision, "NOTIFIED", "SIGNED", 24, 1);
    }

    public void step(UUID decision, String kind, String outcome, int ago, @Nullable Integer started) {
        step(decision, kind, outcome, ago, started, null);
    }

    /** A step of a removal so many hours ago; with a start so many hours ago, where one was set or told. What was decided then was decided before. */
    public void step(
            UUID decision, String kind, String outcome, int ago, @Nullable Integer started, @Nullable LocalDate until) {
        var start =
                started == null ? null : begun.minus(Duration.ofHours(started)).atOffset(ZoneOffset.UTC);
        var at = begun.minus(Duration.ofHours(ago));
        reading(() -> jdbc.sql("""
                update decision d
                   set decided_on = least(d.decided_on, :day)
                 where d.id = :decision and decided_from(d) > :at
                """)
                .param("decision", decision)
                .param("day", LocalDate.ofInstant(at, RegisterClock.RIGA).minusDays(1))
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update());
        reading(() -> jdbc.sql("""
                insert into removal_step (id, decision_id, person_id, place, kind, happened_at, outcome, starts_at, language,
                                          until_on, escorts, note, unit, entered_by, entered_at)
                select gen_random_uuid(), d.id, d.person_id,
                       (select coalesce(max(s.place), 0) + 1 from removal_step s where s.decision_id = d.id), :kind, :at, :outcome,
                       :start, case :kind when 'NOTIFIED' then 'ru' end, :until, case :kind when 'SCHEDULED' then 0 end, 'Piezīme', d.unit,
                       d.prepared_by, :now
                  from decision d
                 where d.id = :decision
                """)
                .param("decision", decision)
                .param("kind", kind)
                .param("outcome", outcome)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("start", start, Types.TIMESTAMP_WITH_TIMEZONE)
                .param("until", until, Types.DATE)
                .param("now", begun.atOffset(ZoneOffset.UTC))
                .update());
    }

    /** A removal by force at this moment. */
    public ConfirmDeparture.Input forced(UUID decision, String returnType) {
        return forced(decision, returnType, clock.instant());
    }

    public ConfirmDeparture.Input forced(UUID decision, String returnType, Instant at) {
        var day = LocalDate.ofInstant(at, RegisterClock.RIGA);
        return new ConfirmDeparture.Input(
                decision, day, at, "LIDOSTA_RIGA", "UZB", returnType, "VRS", null, null, null);
    }

    /** The identity of a person who has one. */
    public UUID identity(PersonId person) {
        return reading(() -> jdbc.sql("select id from identity where person_id = :person")
                .param("person", person.value())
                .query(UUID.class)
                .single());
    }

    /** How many journal entries the action wrote about the thing. */
    public int entries(UUID object, Class<?> action) {
        return reading(() -> jdbc.sql(
                        "select count(*) from entry where object_id = :id and operation = :op and payload is not null")
                .param("id", object)
                .param("op", action.getSimpleName())
                .query(Integer.class)
                .single());
    }

    /** Reads or prepares rows behind the actions' back. */
    public <T> T reading(Callable<T> work) {
        return as(
                official("auditore"),
                () -> Objects.requireNonNull(transaction.execute(_ -> {
                    try {
                        return work.call();
                    } catch (Exception failure) {
                        throw new IllegalStateException(failure);
                    }
                })));
    }
}
