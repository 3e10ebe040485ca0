package lv.vmis.register.exchange;

import static lv.vmis.register.support.DecisionSamples.as;
import static lv.vmis.register.support.DecisionSamples.done;
import static lv.vmis.register.support.DecisionSamples.official;
import static lv.vmis.register.support.DecisionSamples.refusals;
import static lv.vmis.register.support.Soon.soon;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import lv.vmis.register.exchange.ExchangeSettings.Address;
import lv.vmis.register.exchange.FaultProxy.Fault;
import lv.vmis.register.kernel.Actor;
import lv.vmis.register.kernel.Ids;
import lv.vmis.register.kernel.PersonId;
import lv.vmis.register.support.DecisionSamples;
import lv.vmis.register.support.RegisterTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

/** The exchange over real HTTP: what cannot be sent, what is refused, what cannot be understood, and what officials do then. */
@RegisterTest
@TestPropertySource(properties = ExchangeBed.NO_LINE)
class ExchangeTest {

    private static final ExchangeSettings SETTINGS = new ExchangeSettings(
            new Address("", ""),
            new Address("", ""),
            new Address("", ""),
            Duration.ofMillis(40),
            Duration.ofSeconds(2),
            Duration.ofMillis(20),
            Duration.ofMillis(60),
            3,
            4,
            Path.of("unused"));

    private final ExchangeBed bed;
    private final SendAgain sendAgain;
    private final PutAside putAside;
    private final Messages messages;
    private final DecisionSamples samples;
    private final JdbcClient jdbc;
    private final Clock clock;
    private final Actor steward = official("parzine");
    private final AtomicReference<Fault> fault = new AtomicReference<>(Fault.NONE);

    @TempDir
    private Path folder;

    private StandInServer standIn;
    private FaultProxy proxy;
    private Line line;

    ExchangeTest(
            ExchangeBed bed,
            SendAgain sendAgain,
            PutAside putAside,
            Messages messages,
            DecisionSamples samples,
            JdbcClient jdbc,
            Clock clock) {
        this.bed = bed;
        this.sendAgain = sendAgain;
        this.putAside = putAside;
        this.messages = messages;
        this.samples = samples;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @BeforeEach
    void open() throws IOException {
        bed.prepare();
        standIn = new StandInServer(new Recorder(), folder.resolve("nsis.jsonl"), clock);
        proxy = new FaultProxy(standIn.address(), 10, fault::get);
        line = bed.line(proxy.address(), SETTINGS);
        line.start();
    }

    @AfterEach
    void close() {
        line.stop();
        proxy.close();
        standIn.close();
    }

    @Test
    void a_message_that_fails_too_often_is_shown_and_holds_up_only_its_person() {
        fault.set(Fault.STATUS);
        var person = bed.person();
        var first = bed.put(person, "accept");
        soon(() -> state(person, first) == MessageState.DEAD);
        var second = bed.put(person, "accept");
        fault.set(Fault.NONE);
        var other = bed.person();
        var third = bed.put(other, "accept");
        soon(() -> state(other, third) == MessageState.ACCEPTED);
        assertThat(state(person, second)).isEqualTo(MessageState.WAITING);
        assertThat(attempts(first)).containsExactly("BAD_STATUS", "BAD_STATUS", "BAD_STATUS");

        as(steward, () -> done(sendAgain.run(first, steward)));
        soon(() -> state(person, second) == MessageState.ACCEPTED);
        assertThat(state(person, first)).isEqualTo(MessageState.ACCEPTED);
        assertThat(refusals(as(steward, () -> sendAgain.run(first, steward)))).containsExactly("NOT_DEAD");
        assertThat(samples.entries(first, NoteAnswer.class)).isEqualTo(1);
    }

    @Test
    void a_message_put_aside_is_never_sent_and_the_next_is() throws Exception {
        fault.set(Fault.LOSE_QUESTION);
        var person = bed.person();
        var first = bed.put(person, "accept");
        soon(() -> state(person, first) == MessageState.DEAD);
        var second = bed.put(person, "accept");
        fault.set(Fault.NONE);
        var why = new PutAside.Input(Side.OUT, first, "Persona kļūdaina");
        as(steward, () -> done(putAside.run(why, steward)));
        soon(() -> state(person, second) == MessageState.ACCEPTED);
        assertThat(state(person, first)).isEqualTo(MessageState.ASIDE);
        assertThat(heard()).contains(second.toString()).doesNotContain(first.toString());
        assertThat(refusals(as(steward, () -> putAside.run(why, steward)))).containsExactly("NOT_TO_LOOK_AT");

        // And should it come late after all, it has no effect there.
        var late = new Envelope.Message(
                first.toString(), person.toString(), 1, "SAY", clock.instant(), ExchangeBed.said("accept"));
        assertThat(new Wire(standIn.address(), Duration.ofSeconds(2), null)
                        .send(late)
                        .code())
                .isEqualTo(AnswerCode.REFUSED);
        assertThat(heard()).doesNotContain(first.toString());
    }

    @Test
    void a_refusal_is_told_and_stays_until_somebody_has_looked() {
        var person = bed.person();
        var refused = bed.put(person, "refuse");
        var next = bed.put(person, "later");
        soon(() -> state(person, next) == MessageState.PENDING);
        assertThat(state(person, refused)).isEqualTo(MessageState.REFUSED);
        assertThat(bed.counted("answered")).contains(refused + " REFUSED", next + " PENDING");
        assertThat(toLookAt(Side.OUT)).contains(refused).doesNotContain(next);

        var looked = new PutAside.Input(Side.OUT, refused, "Labots");
        as(steward, () -> done(putAside.run(looked, steward)));
        assertThat(toLookAt(Side.OUT)).doesNotContain(refused);
        assertThat(samples.entries(refused, PutAside.class)).isEqualTo(1);
        soon(() -> bed.counted("received").contains("back-" + next + " " + ExchangeBed.said("heard")));
    }

    @Test
    void while_nobody_is_there_no_message_dies() throws Exception {
        proxy.close();
        var person = bed.person();
        var id = bed.put(person, "accept");
        soon(() -> attempts(id).size() > SETTINGS.attempts() + 1);
        assertThat(state(person, id)).isEqualTo(MessageState.WAITING);
        assertThat(attempts(id)).containsOnly("UNREACHABLE");
        line.stop();
        line = bed.line(standIn.address(), SETTINGS);
        line.start();
        soon(() -> state(person, id) == MessageState.ACCEPTED);
    }

    @Test
    void an_answer_that_is_none_is_no_answer_and_fetches_nothing() {
        fault.set(Fault.GARBAGE);
        var person = bed.person();
        var id = bed.put(person, "accept");
        soon(() -> state(person, id) == MessageState.DEAD);
        assertThat(attempts(id)).containsOnly("UNREADABLE");
        // What came instead of a list of messages is kept, once.
        soon(() -> !stored("unreadable").isEmpty());
        assertThat(stored("unreadable"))
                .singleElement()
                .satisfies(text -> assertThat(text).contains("<!DOCTYPE"));
        fault.set(Fault.NONE);
        as(steward, () -> done(sendAgain.run(id, steward)));
        soon(() -> state(person, id) == MessageState.ACCEPTED);
        assertThat(heard()).containsOnlyOnce(id.toString());
    }

    private List<String> told() {
        return standIn.taken().stream().filter(one -> !one.startsWith("back-")).toList();
    }

    @Test
    void what_comes_in_broken_or_unknown_is_kept_shown_and_answered() {
        tell("broken", "SAY", "<said");
        tell("other", "SAY", "<other/>");
        tell("entity", "SAY", "<!DOCTYPE s [<!ENTITY a \"b\">]><said>&a;</said>");
        tell("foreign", "FOREIGN", ExchangeBed.said("for somebody else"));
        tell("good", "SAY", ExchangeBed.said("well"));
        tell("good", "SAY", ExchangeBed.said("well"));
        // What answers the messages of another test may still come.
        soon(() -> told().size() == 5);
        assertThat(told())
                .containsExactlyInAnyOrder(
                        "broken NOT_UNDERSTOOD",
                        "other NOT_UNDERSTOOD",
                        "entity NOT_UNDERSTOOD",
                        "foreign NOT_FOR_US",
                        "good DONE");
        assertThat(bed.counted("received"))
                .containsExactly(
                        "foreign " + ExchangeBed.said("for somebody else"), "good " + ExchangeBed.said("well"));
        assertThat(toLookAt(Side.IN)).hasSize(4);
        assertThat(stored("SAY")).contains("<said");
        var one = toLookAt(Side.IN).getFirst();
        as(steward, () -> done(putAside.run(new PutAside.Input(Side.IN, one, "Apskatīts"), steward)));
        assertThat(toLookAt(Side.IN)).hasSize(3);
    }

    @Test
    void what_the_register_cannot_take_or_note_is_not_lost_and_holds_up_nobody_for_ever() {
        bed.fails(true);
        tell("stubborn", "SAY", ExchangeBed.said("well"));
        var person = bed.person();
        var id = bed.put(person, "refuse");
        soon(() -> state(person, id) == MessageState.DEAD);
        assertThat(attempts(id)).containsOnly("NOT_NOTED");
        soon(() -> standIn.taken().contains("stubborn NOT_UNDERSTOOD"));
        assertThat(bed.counted("received")).isEmpty();
        assertThat(bed.counted("answered")).isEmpty();
        bed.fails(false);
        as(steward, () -> done(sendAgain.run(id, steward)));
        soon(() -> state(person, id) == MessageState.REFUSED);
        assertThat(bed.counted("answered")).containsExactly(id + " REFUSED");
        assertThat(heard()).containsOnlyOnce(id.toString());
    }

    @Test
    void only_what_is_of_the_schema_is_put_and_only_with_an_act() {
        var person = bed.person();
        var message = new Outgoing(Ids.next(), Correspondent.NSIS, person, "SAY", "<other/>");
        assertThatThrownBy(() -> bed.put(person, "</said><said>")).hasMessageContaining("not of its schema");
        assertThatThrownBy(() -> as(steward, () -> {
                    bed.outbox.put(message);
                    return true;
                }))
                .hasMessageContaining("in the transaction of the act");
    }

    @Test
    void the_database_refuses_an_answer_out_of_order_and_a_changed_message() {
        line.stop();
        var person = bed.person();
        bed.put(person, "accept");
        var second = bed.put(person, "accept");
        assertThatThrownBy(() ->
                        update("update outbox set answer = 'ACCEPTED', answered_at = now() where id = :id", second))
                .hasStackTraceContaining("in their order");
        assertThatThrownBy(() -> update("update outbox set body = '<said>other</said>' where id = :id", second))
                .hasStackTraceContaining("stays as it was put");
    }

    private int update(String sql, UUID id) {
        return samples.reading(() -> jdbc.sql(sql).param("id", id).update());
    }

    private void tell(String id, String kind, String body) {
        standIn.tell(new StandIn.Telling(id, kind, body, clock.instant()));
    }

    private MessageState state(PersonId person, UUID id) {
        return samples.reading(() -> bed.outbox.of(person)).stream()
                .filter(row -> row.id().equals(id))
                .findFirst()
                .orElseThrow()
                .state();
    }

    private List<String> attempts(UUID id) {
        return samples.reading(
                () -> jdbc.sql("""
                        select fault from outbox_attempt where message_id = :id and fault is not null
                        """).param("id", id).query(String.class).list());
    }

    private List<String> stored(String kind) {
        return samples.reading(() -> jdbc.sql("select body from inbox where correspondent = 'NSIS' and kind = :kind")
                .param("kind", kind)
                .query(String.class)
                .list());
    }

    private List<UUID> toLookAt(Side side) {
        return samples
                .reading(() -> messages.list(
                        side,
                        MessageShow.LOOK_AT,
                        Correspondent.NSIS,
                        clock.instant().plusSeconds(60),
                        new UUID(-1, -1)))
                .stream()
                .map(MessageLine::id)
                .toList();
    }

    private String heard() {
        try {
            return java.nio.file.Files.readString(folder.resolve("nsis.jsonl"))
                    .lines()
                    .filter(text -> text.contains("\"heard\":{"))
                    .map(text -> text.substring(0, 60))
                    .collect(java.util.stream.Collectors.joining("\n"));
        } catch (IOException failure) {
            throw new java.io.UncheckedIOException(failure);
        }
    }
}
