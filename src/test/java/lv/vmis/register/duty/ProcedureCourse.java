package lv.vmis.register.duty;

import static lv.vmis.register.support.DecisionSamples.as;
import static lv.vmis.register.support.DecisionSamples.official;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Consumer;
import lv.vmis.register.kernel.Actor;
import lv.vmis.register.kernel.Outcome;
import lv.vmis.register.kernel.PersonId;
import lv.vmis.register.kernel.RegisterClock;
import lv.vmis.register.support.RegisterTest;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestContextManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The time of a random course, what chance picks in it, and the register it is lived in: each act is done as its official and held to what the model says. */
final class ProcedureCourse {

    static final ZoneId RIGA = ZoneId.of("Europe/Riga");

    /** The application of all tests of the run. */
    @RegisterTest
    static class Application {}

    static final ApplicationContext CONTEXT =
            new TestContextManager(Application.class).getTestContext().getApplicationContext();

    static final Map<ProcedureModel.Official, Actor> OFFICIALS = new HashMap<>();
    static final List<ProcedureModel.Official> VRS = List.of(known("inspektore"), known("vrs.vaditajs"));
    static final List<ProcedureModel.Official> PMLP = List.of(known("lietvede"), known("pmlp.vaditajs"));

    /** What happened in how many steps. */
    static final class Tally {
        int steps;
        int accepted;
        int removed;
        /** How often each act took place. */
        final Map<String, Integer> done = new TreeMap<>();

        final Set<String> refusals = new TreeSet<>();
        final Set<String> states = new TreeSet<>();
    }

    final Random random;
    final Tally tally;
    final List<String> log = new ArrayList<>();
    final List<PaperCase> cases = new ArrayList<>();
    final JdbcClient jdbc = CONTEXT.getBean(JdbcClient.class);
    final Map<UUID, Integer> versions = new HashMap<>();
    Instant now;

    ProcedureCourse(long seed, LocalDate begin, Tally tally) {
        this.random = new Random(seed);
        this.now = begin.atTime(9, 0).atZone(RIGA).toInstant();
        this.tally = tally;
    }

    Duration pause() {
        var seconds = 1 + random.nextInt(60);
        return switch (random.nextInt(10)) {
            case 0, 1, 2, 3, 4 -> Duration.ofMinutes(random.nextInt(300)).plusSeconds(seconds);
            case 5, 6, 7 -> Duration.ofHours(random.nextInt(72)).plusSeconds(seconds);
            case 8 -> Duration.ofDays(1 + random.nextInt(25)).plusSeconds(seconds);
            default ->
                Duration.ofDays(random.nextInt(10) == 0 ? random.nextInt(400) : random.nextInt(40))
                        .plusSeconds(seconds);
        };
    }

    LocalDate today() {
        return ProcedureModel.day(now);
    }

    <T> T pick(List<T> from) {
        return from.get(random.nextInt(from.size()));
    }

    boolean once(int times) {
        return random.nextInt(times) == 0;
    }

    /** Mostly today or shortly before, now and then too early or in the future. */
    LocalDate date(LocalDate earliest) {
        return switch (random.nextInt(12)) {
            case 0 -> earliest.minusDays(1 + random.nextInt(3));
            case 1 -> today().plusDays(1 + random.nextInt(3));
            case 2, 3, 4 -> today().minusDays(random.nextInt(4));
            default -> today();
        };
    }

    Instant moment(Instant earliest) {
        return switch (random.nextInt(12)) {
            case 0 -> earliest.minusSeconds(random.nextInt(90_000));
            case 1 -> now.plusSeconds(1 + random.nextInt(90_000));
            case 2, 3, 4 -> now.minusSeconds(random.nextInt(200_000));
            default -> now;
        };
    }

    ProcedureModel.Official worker(String institution) {
        var own = institution.equals("VRS") ? VRS : PMLP;
        return once(15) ? pick(own.equals(VRS) ? PMLP : VRS) : own.get(once(8) ? 1 : 0);
    }

    ProcedureModel.Official decider(String institution) {
        var own = institution.equals("VRS") ? VRS : PMLP;
        return once(15) ? pick(own.equals(VRS) ? PMLP : VRS) : own.get(once(8) ? 0 : 1);
    }

    interface Work<I, T> {
        Outcome<T> run(I in, Actor by);
    }

    <I, T> void run(
            ProcedureModel.Official by, String what, Set<String> expected, Work<I, T> work, I in, Consumer<T> made) {
        log.add("%s %s %s".formatted(now.atZone(RIGA), by.login(), what));
        tally.steps++;
        var actor = actor(by);
        var outcome = as(actor, () -> RegisterClock.at(now, () -> work.run(in, actor)));
        Set<String> refused = switch (outcome) {
            case Outcome.Done<T>(var value) -> {
                if (expected.isEmpty()) {
                    made.accept(value);
                }
                yield Set.of();
            }
            case Outcome.Refused<T>(var reasons) ->
                new TreeSet<>(
                        reasons.stream().map(reason -> reason.code().name()).toList());
        };
        if (!refused.equals(expected)) {
            throw new AssertionError("%s: the register %s, the model %s".formatted(what, refused, expected));
        }
        tally.refusals.addAll(refused);
        if (refused.isEmpty()) {
            tally.accepted++;
            tally.done.merge(what.split(" ")[0], 1, Integer::sum);
        }
    }

    /** All of the course is one transaction, of which nothing stays. */
    void rolledBack(Runnable work) {
        var transaction = new TransactionTemplate(bean(PlatformTransactionManager.class));
        as(actor(VRS.getFirst()), () -> {
            transaction.executeWithoutResult(status -> {
                status.setRollbackOnly();
                // Few rows and long views: planning a question anew takes longer than answering it.
                jdbc.sql("set local plan_cache_mode = force_generic_plan").update();
                work.run();
            });
            return true;
        });
    }

    static <T> T jdbcAs(java.util.concurrent.Callable<T> work) {
        var transaction = new TransactionTemplate(CONTEXT.getBean(PlatformTransactionManager.class));
        return as(
                actor(VRS.getFirst()),
                () -> Objects.requireNonNull(transaction.execute(_ -> {
                    try {
                        return work.call();
                    } catch (Exception failure) {
                        throw new IllegalStateException(failure);
                    }
                })));
    }

    int version(@Nullable UUID id) {
        return Objects.requireNonNull(versions.get(id));
    }

    static UUID id(@Nullable UUID id) {
        return Objects.requireNonNull(id);
    }

    static PersonId known(@Nullable PersonId person) {
        return Objects.requireNonNull(person);
    }

    static <T> T bean(Class<T> type) {
        return CONTEXT.getBean(type);
    }

    static Actor actor(ProcedureModel.Official official) {
        return Objects.requireNonNull(OFFICIALS.get(official));
    }

    static ProcedureModel.Official known(String login) {
        var actor = official(login);
        var known = new ProcedureModel.Official(
                login, Objects.requireNonNull(actor.institution()), Objects.requireNonNull(actor.unit()));
        OFFICIALS.put(known, actor);
        return known;
    }
}
