package lv.vmis.register.exchange;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLContext;
import lv.vmis.register.exchange.OutboxQueue.Turn;
import lv.vmis.register.kernel.Acting;
import lv.vmis.register.kernel.Actor;
import lv.vmis.register.kernel.Ids;
import lv.vmis.register.kernel.Outcome;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Sends what waits for one system and takes what that system tells. Nothing it knows is only in its memory: stopped anywhere, it
 * or another process goes on from the tables, and what is then sent or taken a second time has no second effect.
 */
final class Line {

    private static final Logger LOG = LoggerFactory.getLogger(Line.class);

    /** How often a message that fails here is taken before it is kept for somebody to look at. */
    private static final int FAILURES = 3;

    /** What came of a message is told again after the pause that follows so many failures. */
    private static final int TELL_AGAIN = 4;

    /** Beside the answer waited for: connecting, and keeping what came. */
    private static final Duration SLACK = Duration.ofSeconds(10);

    /** While nobody is there, nothing is sent for longer. */
    private static final Duration UNREACHED = Duration.ofSeconds(30);

    /** What a line works with: the tables, and the actions on them. */
    record Desk(
            OutboxQueue queue,
            Inbox inbox,
            NoteAnswer note,
            TakeMessage take,
            TransactionTemplate transaction,
            Clock clock) {}

    private final Correspondent correspondent;
    private final Wire wire;
    private final ExchangeSettings settings;
    private final Desk desk;
    private final Duration lease;
    private final Semaphore free;
    private final Semaphore woken = new Semaphore(0);
    private final AtomicInteger unreached = new AtomicInteger();
    private final Map<String, Integer> failures = new HashMap<>();
    private final List<Thread> threads = new ArrayList<>();
    private final Set<Thread> senders = ConcurrentHashMap.newKeySet();
    private volatile boolean running;

    Line(Correspondent correspondent, URI base, ExchangeSettings settings, Desk desk, @Nullable SSLContext trust) {
        this.correspondent = correspondent;
        this.wire = new Wire(base, settings.patience(), trust);
        this.settings = settings;
        this.desk = desk;
        this.lease = settings.patience().plus(shorter(settings.patience(), SLACK));
        this.free = new Semaphore(settings.atOnce());
    }

    void start() {
        running = true;
        threads.add(Thread.ofVirtual().name("to " + correspondent).start(() -> repeat(this::send)));
        threads.add(Thread.ofVirtual().name("from " + correspondent).start(() -> repeat(this::read)));
    }

    /** Breaks off whatever it does, and waits until it has stopped. */
    void stop() {
        running = false;
        var all = new ArrayList<>(threads);
        all.addAll(senders);
        all.forEach(Thread::interrupt);
        try {
            for (var thread : all) {
                thread.join(SLACK.toMillis());
            }
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
    }

    /** Something was put. */
    void wake() {
        woken.release();
    }

    private void repeat(Callable<Duration> step) {
        while (running) {
            try {
                rest(step.call());
            } catch (InterruptedException stopped) {
                return;
            } catch (Exception | OutOfMemoryError failure) {
                if (running) {
                    LOG.warn("The exchange with {} goes on where it was", correspondent, failure);
                    try {
                        Thread.sleep(shorter(settings.longestPause(), SLACK));
                    } catch (InterruptedException stopped) {
                        return;
                    }
                }
            }
        }
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }

    private static void rest(Duration pause) throws InterruptedException {
        if (!pause.isZero()) {
            Thread.sleep(pause);
        }
    }

    // Out ------------------------------------------------------------------------------------------------------------

    private Duration send() throws Exception {
        free.acquire();
        var turn = Optional.<Turn>empty();
        try {
            turn = acting(() -> desk.queue().take(correspondent, lease));
        } finally {
            if (turn.isEmpty()) {
                free.release();
            }
        }
        if (turn.isPresent()) {
            var taken = turn.get();
            var sender = Thread.ofVirtual().unstarted(() -> deliver(taken));
            senders.add(sender);
            sender.start();
            return unreached.get() == 0 ? Duration.ZERO : shorter(settings.pause(unreached.get()), UNREACHED);
        }
        if (woken.tryAcquire(1, TimeUnit.SECONDS)) {
            woken.drainPermits();
        }
        return Duration.ZERO;
    }

    private void deliver(Turn turn) {
        try {
            attempt(turn);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } catch (Exception failure) {
            if (running) {
                LOG.warn(
                        "What came of message {} to {} could not be kept; it is sent again",
                        turn.id(),
                        correspondent,
                        failure);
            }
        } finally {
            senders.remove(Thread.currentThread());
            free.release();
            wake();
        }
    }

    private void attempt(Turn turn) throws Exception {
        try {
            var answer = wire.send(turn.envelope());
            unreached.set(0);
            note(turn, answer);
        } catch (LineFailure failure) {
            if (failure.fault() == SendFault.UNREACHABLE) {
                unreached.incrementAndGet();
            } else {
                unreached.set(0);
            }
            failed(turn, failure);
        }
    }

    private void note(Turn turn, Envelope.Answer answer) throws Exception {
        try {
            var actor = actor();
            Acting.as(actor, () -> desk.note().run(new NoteAnswer.Input(turn, answer), actor));
        } catch (RuntimeException failure) {
            LOG.warn("The answer to message {} to {} could not be kept", turn.id(), correspondent, failure);
            failed(turn, new LineFailure(SendFault.NOT_NOTED, failure.getClass().getSimpleName()));
        }
    }

    private void failed(Turn turn, LineFailure failure) throws Exception {
        var isLast = failure.fault() != SendFault.UNREACHABLE && turn.attempts() >= settings.attempts();
        var next = isLast ? null : desk.clock().instant().plus(settings.pause(turn.attempts()));
        acting(() -> {
            desk.queue().failed(turn, failure.fault(), failure.detail(), next);
            return Optional.empty();
        });
    }

    // In -------------------------------------------------------------------------------------------------------------

    private Duration read() throws Exception {
        try {
            var cursor = acting(() -> desk.inbox().cursor(correspondent)).orElse(null);
            var tellings = wire.after(cursor);
            for (var telling : tellings) {
                if (!take(telling, cursor)) {
                    return settings.every();
                }
                cursor = telling.cursor();
            }
            tellBack();
            heard(null);
            return tellings.isEmpty() ? settings.every() : Duration.ZERO;
        } catch (LineFailure failure) {
            keepUnreadable(failure);
            heard(failure.fault() + " " + failure.detail());
            return settings.every();
        }
    }

    /** False when another process reads. */
    private boolean take(Envelope.Telling telling, @Nullable String after) throws Exception {
        var failed = failures.getOrDefault(telling.id(), 0);
        var actor = actor();
        var input = new TakeMessage.Input(
                correspondent, telling, after, failed < FAILURES ? null : "it could not be taken " + failed + " times");
        try {
            var outcome = Acting.as(actor, () -> desk.take().run(input, actor));
            failures.remove(telling.id());
            return outcome.equals(Outcome.done(true));
        } catch (RuntimeException failure) {
            failures.put(telling.id(), failed + 1);
            throw failure;
        }
    }

    /** One that the system does not take holds up no other. */
    private void tellBack() throws Exception {
        var untold = Objects.requireNonNull(Acting.as(
                actor(),
                () -> desk.transaction().execute(_ -> desk.inbox().untold(correspondent, settings.pause(TELL_AGAIN)))));
        LineFailure failed = null;
        for (var one : untold) {
            try {
                wire.tell(new Envelope.Outcome(one.id(), one.taken()));
                acting(() -> {
                    desk.inbox().told(one.key());
                    return Optional.empty();
                });
            } catch (LineFailure failure) {
                failed = failure;
            }
        }
        if (failed != null) {
            throw failed;
        }
    }

    /** An answer that is no list of messages: kept once, to be looked at; the place stays where it was. */
    private void keepUnreadable(LineFailure failure) throws Exception {
        var content = failure.content();
        if (content != null) {
            var received = new Received(
                    correspondent,
                    "sha256:" + hash(content),
                    "unreadable",
                    content,
                    desk.clock().instant());
            acting(() -> {
                desk.inbox().add(Ids.next(), received, null, Taken.NOT_UNDERSTOOD, failure.detail());
                return Optional.empty();
            });
        }
    }

    private void heard(@Nullable String fault) throws Exception {
        acting(() -> {
            desk.inbox().heard(correspondent, fault);
            return Optional.empty();
        });
    }

    private static String hash(String content) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(content.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private <T> Optional<T> acting(Callable<Optional<T>> work) throws Exception {
        return Objects.requireNonNull(Acting.as(
                actor(),
                () -> desk.transaction().execute(_ -> {
                    try {
                        return work.call();
                    } catch (RuntimeException failure) {
                        throw failure;
                    } catch (Exception impossible) {
                        throw new IllegalStateException(impossible);
                    }
                })));
    }

    private static Actor actor() {
        return new Actor(new UUID(0, 0), "–", null, "–", "–", null, null, null, Ids.next());
    }
}
