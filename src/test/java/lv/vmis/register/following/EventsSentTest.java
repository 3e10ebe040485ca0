package lv.vmis.register.following;

import static lv.vmis.register.support.DecisionSamples.as;
import static lv.vmis.register.support.DecisionSamples.done;
import static lv.vmis.register.support.DecisionSamples.official;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import javax.net.ssl.SSLContext;
import lv.vmis.register.edge.Attribute;
import lv.vmis.register.edge.Countersign;
import lv.vmis.register.edge.Environment;
import lv.vmis.register.edge.Outward;
import lv.vmis.register.following.SentReceiver.Mood;
import lv.vmis.register.journal.Looks;
import lv.vmis.register.kernel.Actor;
import lv.vmis.register.kernel.Ids;
import lv.vmis.register.kernel.PartialDate;
import lv.vmis.register.kernel.Purpose;
import lv.vmis.register.partner.AgreementSamples;
import lv.vmis.register.person.JournalFollower;
import lv.vmis.register.reading.DocumentNumbers;
import lv.vmis.register.support.DecisionSamples;
import lv.vmis.register.support.RegisterTest;
import lv.vmis.register.support.Samples;
import lv.vmis.register.support.Soon;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.transaction.PlatformTransactionManager;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Events are sent to the address of the agreement, signed and in the order of each person, until they are taken. */
@RegisterTest
class EventsSentTest {

    private final int crashes = Integer.getInteger("proof.crashes", 10);
    private final Random random = new Random(Long.getLong("proof.seed", 20261128));

    private final FollowPerson follow;
    private final EndFollowing end;
    private final TellFollower tell;
    private final Feed feed;
    private final EventSendings sendings;
    private final EventReceiver standIn;
    private final SendEventsAgain again;
    private final JournalFollower acting;
    private final Looks looks;
    private final Countersign keys;
    private final JsonMapper json;
    private final DecisionSamples made;
    private final Samples samples;
    private final AgreementSamples agreements;
    private final MockMvcTester mvc;
    private final JdbcClient jdbc;
    private final Clock clock;
    private final LocalDate today;
    private final Actor machine = new Actor(new UUID(0, 4), "–", null, "–", "–", null, null, null, Ids.next());

    EventsSentTest(
            FollowPerson follow,
            EndFollowing end,
            TellFollower tell,
            Feed feed,
            EventSendings sendings,
            EventReceiver standIn,
            SendEventsAgain again,
            JournalFollower acting,
            Looks looks,
            Countersign keys,
            JsonMapper json,
            DecisionSamples made,
            AgreementSamples agreements,
            MockMvcTester mvc,
            JdbcClient jdbc,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.follow = follow;
        this.end = end;
        this.tell = tell;
        this.feed = feed;
        this.sendings = sendings;
        this.standIn = standIn;
        this.again = again;
        this.acting = acting;
        this.looks = looks;
        this.keys = keys;
        this.json = json;
        this.made = made;
        this.samples = new Samples(jdbc, transactions);
        this.agreements = agreements;
        this.mvc = mvc;
        this.jdbc = jdbc;
        this.clock = clock;
        this.today = LocalDate.now(clock);
    }

    private SentReceiver receiver() throws Exception {
        var published = mvc.get().uri("/api/v1/receipts/keys").exchange();
        return new SentReceiver(published.getResponse().getContentAsString());
    }

    private record Watched(UUID person, UUID followed, String number) {}

    private Watched watched(String agreement) {
        var person = samples.person(Samples.name(), "Amar", "1988-01-02", "IND");
        var number = Samples.number();
        samples.document(person, number, "IND");
        var system = new Actor(UUID.randomUUID(), "sistēma", null, "VP", "–", agreement, null, null, Ids.next());
        var bearer = new Bearer(DocumentNumbers.key(number), "IND", PartialDate.valueOf("1988-01-02"));
        var input = new FollowPerson.Input("lieta " + number, bearer, today.plusDays(30));
        var purpose = new Purpose("CRIMINAL", "1", null);
        return new Watched(person, as(system, () -> done(follow.run(input, purpose, system))), number);
    }

    private void banned(Watched who) {
        samples.ban(who.person(), samples.decision(who.person(), today.minusDays(20)), "LV", 12);
        tell(who);
    }

    private void tell(Watched who) {
        as(machine, () -> done(tell.run(who.followed(), machine)));
    }

    private List<UUID> told(String agreement) {
        return made.reading(() -> feed.after(agreement, 0, 10_000)).stream()
                .map(Feed.Event::id)
                .toList();
    }

    private static List<UUID> ids(List<JsonNode> events) {
        return events.stream()
                .map(event -> UUID.fromString(event.get("id").asString()))
                .toList();
    }

    private EventsSent standing(String agreement) {
        return made.reading(() -> sendings.of(agreement)).getFirst();
    }

    @Test
    void what_is_told_is_sent_signed_and_names_nobody() throws Exception {
        try (var receiver = receiver()) {
            var agreement = agreements.followingAt(receiver.address(), today, Attribute.BAN_TERRITORY);
            var who = watched(agreement);
            banned(who);
            Soon.soon(() -> standing(agreement).waiting() == 0 && receiver.calls() == 1);

            var event = receiver.taken().getFirst();
            assertThat(receiver.unsigned()).isEmpty();
            assertThat(event.get("type").asString()).isEqualTo("lv.vmis.register.ban.set");
            assertThat(event.get("subject").asString()).isEqualTo(who.followed().toString());
            assertThat(event.get("data").propertyNames()).containsExactlyInAnyOrder("reference", "state", "territory");
            ((tools.jackson.databind.node.ObjectNode) event).remove("data");
            assertThat(event.toString())
                    .doesNotContain(who.number(), who.person().toString(), "Amar");
            assertThat(looks(who)).isOne();
        }
    }

    private int looks(Watched who) {
        return made.reading(() ->
                jdbc.sql("""
                        select count(*) from entry
                         where kind = 'look' and operation = 'events.sent' and :person = any(persons) and purpose = 'CRIMINAL'
                        """).param("person", who.person()).query(Integer.class).single());
    }

    @Test
    void the_receiver_of_the_demonstration_takes_what_is_signed_for_it_and_nothing_else() {
        var agreement = agreements.followingAt(EventReceiver.ADDRESS.toString(), today);
        var who = watched(agreement);
        banned(who);
        Soon.soon(() -> standing(agreement).waiting() == 0);
        assertThat(ids(standIn.taken())).containsAll(told(agreement));

        var body = "{\"id\":\"1\"}".getBytes(java.nio.charset.StandardCharsets.UTF_8);
        var good = EventSignature.headers(EventReceiver.ADDRESS, body, clock.instant(), keys);
        var elsewhere = URI.create("https://other.invalid/notikumi");
        var other = "{\"id\":\"2\"}".getBytes(java.nio.charset.StandardCharsets.UTF_8);
        assertThat(isGood(EventReceiver.ADDRESS, body, Duration.ZERO, good)).isTrue();
        assertThat(isGood(EventReceiver.ADDRESS, other, Duration.ZERO, good)).isFalse();
        assertThat(isGood(elsewhere, body, Duration.ZERO, good)).isFalse();
        assertThat(isGood(EventReceiver.ADDRESS, body, Duration.ofMinutes(6), good))
                .as("sent again later by somebody else")
                .isFalse();
    }

    private boolean isGood(URI to, byte[] body, Duration later, Map<String, String> headers) {
        return EventSignature.isGood(to, body, clock.instant().plus(later), keys, headers::get);
    }

    @Test
    void an_agreement_without_address_is_sent_nothing_and_who_is_followed_no_more_neither() throws Exception {
        try (var receiver = receiver()) {
            var read = agreements.following(today);
            banned(watched(read));
            assertThat(standing(read).waiting()).isZero();
            assertThat(told(read)).isNotEmpty();

            var agreement = agreements.followingAt(receiver.address(), today);
            var who = watched(agreement);
            var stays = watched(agreement);
            receiver.down();
            banned(who);
            var system = new Actor(UUID.randomUUID(), "sistēma", null, "VP", "–", agreement, null, null, Ids.next());
            as(system, () -> done(end.run(who.followed(), system)));
            receiver.up();
            banned(stays);
            Soon.soon(() -> standing(agreement).waiting() == 0);
            assertThat(receiver.unsigned()).isEmpty();
            assertThat(receiver.taken())
                    .extracting(event -> event.get("subject").asString())
                    .containsOnly(stays.followed().toString());
        }
    }

    @Test
    void what_is_not_taken_waits_for_an_official_and_later_events_about_the_same_person_wait_with_it()
            throws Exception {
        try (var receiver = receiver()) {
            var agreement = agreements.followingAt(receiver.address(), today);
            var who = watched(agreement);
            receiver.mood(() -> Mood.REDIRECTS);
            banned(who);
            Soon.soon(() -> standing(agreement).dead() == 1);
            assertThat(receiver.made.get(Mood.REDIRECTS)).hasValue(6);
            assertThat(made.reading(() -> sendings.dead(agreement, 10)))
                    .extracting(DeadEvent::detail)
                    .containsExactly("HTTP 307");

            receiver.mood(() -> Mood.TAKES);
            banned(who);
            var other = watched(agreement);
            banned(other);
            Soon.soon(() -> receiver.calls() == 1);
            assertThat(receiver.taken().getFirst().get("subject").asString())
                    .isEqualTo(other.followed().toString());
            Soon.soon(() -> standing(agreement).waiting() == 2);
            assertThatThrownBy(() -> made.reading(
                            () -> jdbc.sql("""
                                    update event_sending s
                                       set delivered_at = now(), told_under = (select terms from agreement where number = :agreement)
                                     where agreement = :agreement and place = 2
                                    """).param("agreement", agreement).update()))
                    .hasStackTraceContaining("taken before an earlier one about the same person");

            var page = mvc.get()
                    .uri("/agreements/" + agreement + "/events")
                    .with(user(String.valueOf(official("parzine").account())))
                    .exchange();
            assertThat(page).hasStatusOk();
            assertThat(page).bodyText().contains("HTTP 307").doesNotContain(who.number(), "Amar");

            var by = official("parzine");
            assertThat(as(by, () -> done(again.run(agreement, by)))).isEqualTo(1);
            Soon.soon(() -> standing(agreement).waiting() == 0);
            var about = told(agreement);
            assertThat(ids(receiver.taken())).containsExactly(about.get(2), about.get(0), about.get(1));
        }
    }

    /** Two senders, one of them broken off at random, and a receiver that breaks down in every way. */
    @Test
    void however_often_both_break_down_nothing_is_lost_or_out_of_order() throws Exception {
        try (var receiver = receiver()) {
            var agreement = agreements.followingAt(receiver.address(), today);
            var persons = List.of(watched(agreement), watched(agreement), watched(agreement));
            receiver.mood(() -> random(2) == 0 ? Mood.values()[random(Mood.values().length)] : Mood.TAKES);
            var stopped = 0;
            var second = sender();
            second.start();
            while (stopped + receiver.broken() < crashes) {
                banned(persons.get(random(persons.size())));
                banned(persons.get(random(persons.size())));
                switch (random(3)) {
                    case 0 -> {
                        second.stop();
                        second = sender();
                        second.start();
                        stopped++;
                    }
                    case 1 -> {
                        receiver.down();
                        Thread.sleep(random(60));
                        receiver.up();
                        stopped++;
                    }
                    default -> Thread.sleep(random(40));
                }
                Soon.soon(() -> {
                    as(machine, () -> again.run(agreement, machine));
                    return standing(agreement).waiting() < 3;
                });
            }
            receiver.mood(() -> Mood.TAKES);
            Soon.soon(() -> {
                as(machine, () -> again.run(agreement, machine));
                return standing(agreement).waiting() == 0;
            });
            second.stop();
            var told = told(agreement);
            var came = receiver.taken();
            assertThat(ids(came)).containsExactlyInAnyOrderElementsOf(told);
            assertThat(inOrder(came)).isEqualTo(inFeed(agreement));
            assertThat(receiver.unsigned()).isEmpty();
            System.out.printf(
                    "| %s | %d | %d | %d | %s |%n",
                    today, stopped + receiver.broken(), told.size(), receiver.calls() - told.size(), receiver.made);
        }
    }

    private synchronized int random(int below) {
        return random.nextInt(below);
    }

    private static Map<String, List<UUID>> inOrder(List<JsonNode> events) {
        var order = new HashMap<String, List<UUID>>();
        events.forEach(event -> order.computeIfAbsent(event.get("subject").asString(), _ -> new ArrayList<>())
                .add(UUID.fromString(event.get("id").asString())));
        return order;
    }

    private Map<String, List<UUID>> inFeed(String agreement) {
        var order = new HashMap<String, List<UUID>>();
        made.reading(() -> feed.after(agreement, 0, 10_000))
                .forEach(event -> order.computeIfAbsent(event.followed().toString(), _ -> new ArrayList<>())
                        .add(event.id()));
        return order;
    }

    /** As another process would. */
    private EventSender sender() throws Exception {
        var settings = new EventSettings(
                Duration.ofSeconds(1),
                Duration.ofMillis(20),
                Duration.ofMillis(80),
                6,
                4,
                "",
                "",
                java.nio.file.Path.of("target"));
        return new EventSender(
                sendings,
                acting,
                looks,
                keys,
                json,
                clock,
                settings,
                new EventPost(SSLContext.getDefault(), settings.patience(), true),
                Optional.empty());
    }

    @Test
    void nothing_is_called_that_only_the_register_reaches() throws IOException {
        try (var inside = new java.net.ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var post = new EventPost(Objects.requireNonNull(context()), Duration.ofSeconds(1), false);
            var to = URI.create("http://localhost:" + inside.getLocalPort() + "/");
            assertThatThrownBy(() -> post.send(to, null, Map.of(), new byte[0]))
                    .isInstanceOfSatisfying(
                            EventFailure.class,
                            failure -> assertThat(failure.fault()).isEqualTo(EventFault.NOT_ALLOWED));
        }
    }

    private static SSLContext context() {
        try {
            return SSLContext.getDefault();
        } catch (java.security.NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "10.1.2.3",
                "172.16.0.9",
                "192.168.1.1",
                "169.254.169.254",
                "100.64.0.1",
                "0.0.0.0",
                "198.18.0.1",
                "224.0.0.1",
                "255.255.255.255",
                "::1",
                "::",
                "fe80::1",
                "fd00:ec2::254",
                "::ffff:10.0.0.1",
                "64:ff9b::a00:1",
                "2002:a00:1::",
                "ff02::1"
            })
    void no_address_inside_is_public(String address) throws IOException {
        assertThat(Outward.isPublic(InetAddress.ofLiteral(address))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"8.8.8.8", "91.198.174.192", "100.128.0.1", "2001:4860:4860::8888"})
    void others_are(String address) throws IOException {
        assertThat(Outward.isPublic(InetAddress.ofLiteral(address))).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "https://vp.gov.lv/notikumi, true, true",
        "https://vp.gov.lv:8443/a?b=c, true, true",
        "http://vp.gov.lv/, false, false",
        "http://127.0.0.1:9000/, false, true",
        "https://user@vp.gov.lv/, false, false",
        "https://vp.gov.lv/#a, false, false",
        "ftp://vp.gov.lv/, false, false",
        "file:///etc/passwd, false, false",
        "https:///a, false, false",
        "vp.gov.lv, false, false"
    })
    void an_address_is_one_with_tls(String typed, boolean inProduction, boolean inDemo) {
        assertThat(Outward.read(typed, Environment.PRODUCTION).isPresent()).isEqualTo(inProduction);
        assertThat(Outward.read(typed, Environment.DEMO).isPresent()).isEqualTo(inDemo);
    }
}
