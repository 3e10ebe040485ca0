package lv.vmis.register.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.sql.DataSource;
import lv.vmis.register.exchange.ExchangeSettings.Address;
import lv.vmis.register.exchange.FaultProxy.Fault;
import lv.vmis.register.kernel.PersonId;
import lv.vmis.register.support.DecisionSamples;
import lv.vmis.register.support.RegisterTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.json.JsonMapper;

/**
 * Two processes of the register and a stand-in for N.SIS, while everything between and beside them breaks at random: nothing is
 * lost, nothing has an effect twice, and the order of each person is kept. {@code ./register prove exchange} makes a thousand faults.
 */
@RegisterTest
@TestPropertySource(properties = ExchangeBed.NO_LINE)
class ExchangeFaultsTest {

    private static final int PERSONS = 12;

    private static final ExchangeSettings SETTINGS = new ExchangeSettings(
            new Address("", ""),
            new Address("", ""),
            new Address("", ""),
            Duration.ofMillis(40),
            Duration.ofMillis(400),
            Duration.ofMillis(20),
            Duration.ofMillis(200),
            // None becomes a dead letter here: that is another test.
            1_000_000,
            4,
            Path.of("unused"));

    private final ExchangeBed bed;
    private final DecisionSamples samples;
    private final JdbcClient jdbc;
    private final DataSource database;
    private final Clock clock;
    private final int wanted = Integer.getInteger("proof.faults", 40);
    private final long seed = Long.getLong("proof.seed", System.nanoTime());
    private final Random random = new Random(seed);
    private final AtomicInteger faults = new AtomicInteger();

    ExchangeFaultsTest(ExchangeBed bed, DecisionSamples samples, JdbcClient jdbc, DataSource database, Clock clock) {
        this.bed = bed;
        this.samples = samples;
        this.jdbc = jdbc;
        this.database = database;
        this.clock = clock;
    }

    @Test
    void whatever_breaks_each_message_has_its_effect_once_and_in_order(@TempDir Path folder) throws Exception {
        bed.prepare();
        var persons = Stream.generate(bed::person).limit(PERSONS).toList();
        var kept = new ArrayList<UUID>();
        var undone = new ArrayList<UUID>();
        var file = folder.resolve("nsis.jsonl");
        var crashes = new int[3];
        var lines = new ArrayList<Line>();
        var begun = System.nanoTime();
        var standIn = new StandInServer(new Recorder(), file, clock);
        try (var proxy = new FaultProxy(standIn.address(), 900, this::next)) {
            lines.add(started(proxy));
            lines.add(started(proxy));
            while (faults.get() < wanted) {
                put(persons.get(random.nextInt(PERSONS)), kept, undone);
                if (random.nextInt(8) == 0) {
                    faults.incrementAndGet();
                    var kind = random.nextInt(3);
                    crashes[kind]++;
                    switch (kind) {
                        case 0 -> {
                            lines.remove(random.nextInt(lines.size())).stop();
                            lines.add(started(proxy));
                        }
                        case 1 -> {
                            standIn.close();
                            Thread.sleep(random.nextInt(150));
                            standIn = new StandInServer(new Recorder(), file, clock);
                            proxy.turnTo(standIn.address());
                        }
                        default -> cutConnection();
                    }
                }
                Thread.sleep(random.nextInt(80));
            }
            faults.addAndGet(wanted);
            awaitQuiet(standIn, kept.size());
            lines.forEach(Line::stop);
            var took = (System.nanoTime() - begun) / 1_000_000_000;
            holds(file, standIn, persons, kept, undone);
            System.out.printf(
                    "| %s | %d | %d lost questions, %d lost answers, %d doubled, %d late, %d cut, %d garbled, %d turned away; %d and %d stops, %d connections cut | %d + %d | 0 | 0 | 0 | %d s |%n",
                    LocalDate.now(clock),
                    wanted,
                    proxy.made(Fault.LOSE_QUESTION),
                    proxy.made(Fault.LOSE_ANSWER),
                    proxy.made(Fault.DUPLICATE),
                    proxy.made(Fault.DELAY),
                    proxy.made(Fault.CUT),
                    proxy.made(Fault.GARBAGE),
                    proxy.made(Fault.STATUS),
                    crashes[0],
                    crashes[1],
                    crashes[2],
                    kept.size(),
                    bed.counted("received").size(),
                    took);
        } finally {
            lines.forEach(Line::stop);
            standIn.close();
        }
    }

    private Line started(FaultProxy proxy) {
        var line = bed.line(proxy.address(), SETTINGS);
        line.start();
        return line;
    }

    /** Every other exchange of HTTP goes wrong in some way until there were enough faults. */
    private synchronized Fault next() {
        if (faults.get() >= wanted || random.nextBoolean()) {
            return Fault.NONE;
        }
        faults.incrementAndGet();
        return Fault.values()[1 + random.nextInt(Fault.values().length - 1)];
    }

    /** One of ten acts is undone, and its message with it. */
    private void put(PersonId person, List<UUID> kept, List<UUID> undone) {
        var isKept = random.nextInt(10) > 0;
        var said = List.of("accept", "later", "refuse").get(random.nextInt(3));
        try {
            (isKept ? kept : undone).add(bed.put(person, said, isKept));
        } catch (RuntimeException cut) {
            // The act of an official whose connection was cut: whether it was kept is asked at the end.
            assertThat(cut.getClass().getName()).contains("spring");
        }
    }

    private void cutConnection() throws Exception {
        try (var connection = database.getConnection()) {
            connection.setAutoCommit(false);
            try (var statement = connection.createStatement()) {
                statement.execute("set local role none");
                statement.execute("""
                        select pg_terminate_backend(pid)
                          from pg_stat_activity
                         where usename = session_user and pid <> pg_backend_pid() and query ~ '(outbox|inbox)'
                         order by (state = 'idle'), random()
                         limit 1
                        """);
            }
            connection.rollback();
            connection.setAutoCommit(true);
        }
    }

    private void awaitQuiet(StandInServer standIn, int messages) throws InterruptedException {
        var until = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        while (System.nanoTime() < until) {
            var open = samples.reading(() -> jdbc.sql("""
                            select (select count(*) from outbox where not settled)
                                   + (select count(*) from inbox where tell_at is not null)
                            """).query(Integer.class).single());
            var backs = bed.counted("answered").stream()
                    .filter(line -> !line.endsWith("REFUSED"))
                    .count();
            if (open == 0
                    && bed.counted("received").size() >= backs
                    && standIn.taken().size() >= backs) {
                return;
            }
            Thread.sleep(100);
        }
        throw new AssertionError("not quiet after a minute with %d messages, seed %d".formatted(messages, seed));
    }

    private void holds(Path file, StandInServer standIn, List<PersonId> persons, List<UUID> kept, List<UUID> undone)
            throws IOException {
        var json = JsonMapper.builder().build();
        var heard = Files.readAllLines(file).stream()
                .filter(line -> line.contains("\"heard\":{") && line.endsWith("}"))
                .map(line -> json.readValue(line, StandInServer.Kept.class).heard())
                .toList();
        var ids = heard.stream().map(StandIn.Heard::id).toList();
        var stored = ofPersons(
                "select id::text from outbox where correspondent = 'NSIS' and person_id in (:persons)", persons);

        assertThat(stored)
                .as("every act that was kept left its message, seed %d", seed)
                .containsAll(kept.stream().map(UUID::toString).toList())
                .noneMatch(id -> undone.contains(UUID.fromString(id)));
        assertThat(ids).as("no message lost or doubled, seed %d", seed).containsExactlyInAnyOrderElementsOf(stored);
        heard.stream()
                .collect(Collectors.groupingBy(StandIn.Heard::person))
                .forEach((person, messages) -> assertThat(messages.stream().map(StandIn.Heard::place))
                        .as("order of %s, seed %d", person, seed)
                        .containsExactlyElementsOf(IntStream.rangeClosed(1, messages.size())
                                .mapToObj(place -> (long) place)
                                .toList()));
        assertThat(bed.counted("answered"))
                .as("every answer has its effect once, seed %d", seed)
                .extracting(line -> line.substring(0, 36))
                .containsExactlyInAnyOrderElementsOf(stored);
        var backs = heard.stream()
                .filter(message -> !message.body().contains("refuse"))
                .map(message -> "back-" + message.id())
                .toList();
        assertThat(bed.counted("received"))
                .as("everything told is taken once, seed %d", seed)
                .extracting(line -> line.substring(0, line.indexOf(' ')))
                .containsExactlyInAnyOrderElementsOf(backs);
        assertThat(standIn.taken())
                .as("and answered, seed %d", seed)
                .containsExactlyInAnyOrderElementsOf(
                        backs.stream().map(back -> back + " DONE").toList());
        var entries = ofPersons("""
                select e.object_id::text
                  from entry e
                  join outbox o on o.id = e.object_id
                 where e.operation = 'NoteAnswer' and o.person_id in (:persons)
                """, persons);
        assertThat(entries).as("each with one entry, seed %d", seed).containsExactlyInAnyOrderElementsOf(stored);
    }

    private List<String> ofPersons(String sql, List<PersonId> persons) {
        return samples.reading(() -> jdbc.sql(sql)
                .param("persons", persons.stream().map(PersonId::value).toList())
                .query(String.class)
                .list());
    }
}
