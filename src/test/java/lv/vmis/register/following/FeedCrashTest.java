package lv.vmis.register.following;

import static lv.vmis.register.support.DecisionSamples.as;
import static lv.vmis.register.support.DecisionSamples.done;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import lv.vmis.register.kernel.Actor;
import lv.vmis.register.kernel.Ids;
import lv.vmis.register.kernel.PartialDate;
import lv.vmis.register.kernel.Purpose;
import lv.vmis.register.partner.AgreementSamples;
import lv.vmis.register.reading.DocumentNumbers;
import lv.vmis.register.support.DecisionSamples;
import lv.vmis.register.support.RegisterTest;
import lv.vmis.register.support.Samples;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** However often sender and receiver break down, the receiver ends up knowing what the register does, each event once. */
@RegisterTest
class FeedCrashTest {

    private static final int CRASHES = 100;
    private static final int EVENTS = 50;
    private static final int ROUNDS = 2_000;

    private final FollowPerson follow;
    private final TellFollower tell;
    private final Followings followings;
    private final Feed feed;
    private final DecisionSamples made;
    private final Samples samples;
    private final AgreementSamples agreements;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final LocalDate today;
    private final Random random = new Random(20261127);

    FeedCrashTest(
            FollowPerson follow,
            TellFollower tell,
            Followings followings,
            Feed feed,
            DecisionSamples made,
            AgreementSamples agreements,
            JdbcClient jdbc,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.follow = follow;
        this.tell = tell;
        this.followings = followings;
        this.feed = feed;
        this.made = made;
        this.samples = new Samples(jdbc, transactions);
        this.agreements = agreements;
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
        this.today = LocalDate.now(clock);
    }

    private static final class Crash extends RuntimeException {
        private static final long serialVersionUID = 1;
    }

    /** What an institution keeps: how far it has read, which events it took, and how many bans each person has by them. */
    private final class Receiver {
        private long cursor;
        private final Set<UUID> taken = new LinkedHashSet<>();
        private final Map<UUID, Integer> bans = new HashMap<>();
        private long last;

        /** It may break down before it has taken anything, or after, before it notes how far it came. */
        boolean reads(String agreement) {
            var events = made.reading(() -> feed.after(agreement, cursor, 3));
            if (random.nextInt(4) == 0) {
                return true;
            }
            for (var event : events) {
                assertThat(event.place()).as("in order").isLessThanOrEqualTo(last + 1);
                last = Math.max(last, event.place());
                if (taken.add(event.id())) {
                    switch (event.happened().type()) {
                        case BAN_SET -> bans.merge(event.followed(), 1, Integer::sum);
                        case BAN_ENDED -> bans.merge(event.followed(), -1, Integer::sum);
                        case BAN_CHANGED, DEPARTURE_CONFIRMED -> {}
                    }
                }
            }
            if (random.nextInt(4) == 0) {
                return true;
            }
            cursor = events.isEmpty() ? cursor : events.getLast().place();
            return false;
        }
    }

    @Test
    void no_event_is_lost_or_counted_twice() {
        var agreement = agreements.following(today);
        var system = new Actor(UUID.randomUUID(), "sistēma", null, "VP", "–", agreement, null, null, Ids.next());
        var machine = new Actor(new UUID(0, 4), "–", null, "–", "–", null, null, null, Ids.next());
        var persons = List.of(person(), person(), person());
        var followed = new HashMap<UUID, UUID>();
        for (var person : persons) {
            var bearer = new Bearer(DocumentNumbers.key(numberOf(person)), "IND", PartialDate.valueOf("1988-01-02"));
            var input = new FollowPerson.Input("lieta " + person, bearer, today.plusDays(30));
            followed.put(person, as(system, () -> done(follow.run(input, new Purpose("CRIMINAL", "1", null), system))));
        }
        var receiver = new Receiver();
        var crashes = 0;
        for (var round = 0; crashes < CRASHES || receiver.taken.size() <= EVENTS; round++) {
            assertThat(round).isLessThan(ROUNDS);
            var person = persons.get(random.nextInt(persons.size()));
            happen(person);
            var isBroken = random.nextBoolean();
            try {
                as(
                        machine,
                        () -> transaction.execute(_ -> {
                            done(tell.run(Objects.requireNonNull(followed.get(person)), machine));
                            if (isBroken) {
                                throw new Crash();
                            }
                            return true;
                        }));
            } catch (Crash crash) {
                crashes++;
            }
            crashes += receiver.reads(agreement) ? 1 : 0;
        }
        for (var one : followed.values()) {
            as(machine, () -> done(tell.run(one, machine)));
        }
        for (var i = 0; i < 2_000; i++) {
            receiver.reads(agreement);
        }
        for (var person : persons) {
            var lasting = made.reading(() -> followings.standing(List.of(person))).bans().values().stream()
                    .filter(ban -> !ban.hasEnded())
                    .count();
            assertThat(receiver.bans.getOrDefault(followed.get(person), 0).longValue())
                    .isEqualTo(lasting);
        }
        assertThat(receiver.taken).hasSize((int) receiver.last);
    }

    private UUID person() {
        var person = samples.person(Samples.name(), "Amar", "1988-01-02", "IND");
        samples.document(person, Samples.number(), "IND");
        return person;
    }

    private String numberOf(UUID person) {
        return made.reading(() -> jdbc.sql("select number from document where person_id = :person")
                .param("person", person)
                .query(String.class)
                .single());
    }

    /** He gets another ban, leaves, or one of his bans is cancelled. */
    private void happen(UUID person) {
        switch (random.nextInt(3)) {
            case 0 -> samples.ban(person, samples.decision(person, today.minusDays(20)), "LV", 12);
            case 1 ->
                made.reading(() -> jdbc.sql("""
                                select id from decision d
                                 where person_id = :person and departed_on is null
                                   and left_under_any(d) is null
                                 limit 1
                                """)
                                .param("person", person)
                                .query(UUID.class)
                                .list())
                        .forEach(decision -> samples.departure(person, decision, today.minusDays(random.nextInt(10))));
            default ->
                made.reading(() -> jdbc.sql("""
                        update ban set cancelled_on = :day
                         where id = (select id from ban where person_id = :person and cancelled_on is null limit 1)
                        """)
                        .param("day", today)
                        .param("person", person)
                        .update());
        }
    }
}
