package lv.vmis.register.following;

import java.net.InetSocketAddress;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import javax.net.ssl.SSLContext;
import lv.vmis.register.edge.AgreedOnly;
import lv.vmis.register.edge.Countersign;
import lv.vmis.register.edge.EdgeSettings;
import lv.vmis.register.edge.Repeating;
import lv.vmis.register.following.EventSendings.Turn;
import lv.vmis.register.journal.Looks;
import lv.vmis.register.kernel.Actor;
import lv.vmis.register.kernel.Ids;
import lv.vmis.register.person.JournalFollower;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.ssl.SslBundles;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Sends events to the addresses that agreements name: to each institution one at a time, about each person in their order, until it was
 * taken. What it knows stands in the tables: stopped anywhere, it or another process goes on, and what is then sent twice has the same id.
 */
@Component
@EnableConfigurationProperties(EventSettings.class)
class EventSender implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(EventSender.class);

    /** Connecting takes no longer than waiting for the answer; then somebody else may try. */
    private static final int LEASE = 3;

    private final EventSendings sendings;
    private final JournalFollower acting;
    private final Looks looks;
    private final Countersign keys;
    private final JsonMapper json;
    private final Clock clock;
    private final EventSettings settings;
    private final EventPost post;
    private final Optional<EventReceiver> receiver;
    private final Semaphore free;
    private final Set<Thread> senders = ConcurrentHashMap.newKeySet();
    private final Repeating work = new Repeating("events", this::send);

    @Autowired
    EventSender(
            EventSendings sendings,
            JournalFollower acting,
            Looks looks,
            Countersign keys,
            JsonMapper json,
            Clock clock,
            EventSettings settings,
            EdgeSettings installation,
            SslBundles bundles,
            Optional<EventReceiver> receiver) {
        this(
                sendings,
                acting,
                looks,
                keys,
                json,
                clock,
                settings,
                new EventPost(
                        trust(settings, bundles), settings.patience(), settings.mayCallInside(installation.env())),
                receiver);
    }

    EventSender(
            EventSendings sendings,
            JournalFollower acting,
            Looks looks,
            Countersign keys,
            JsonMapper json,
            Clock clock,
            EventSettings settings,
            EventPost post,
            Optional<EventReceiver> receiver) {
        this.sendings = sendings;
        this.acting = acting;
        this.looks = looks;
        this.keys = keys;
        this.json = json;
        this.clock = clock;
        this.settings = settings;
        this.post = post;
        this.receiver = receiver;
        this.free = new Semaphore(settings.atOnce());
    }

    private static SSLContext trust(EventSettings settings, SslBundles bundles) {
        try {
            return settings.sslBundle().isBlank()
                    ? SSLContext.getDefault()
                    : bundles.getBundle(settings.sslBundle().strip()).createSslContext();
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every JDK has TLS", impossible);
        }
    }

    @Override
    public void start() {
        work.start();
    }

    @Override
    public void stop() {
        work.stop();
        senders.forEach(Thread::interrupt);
    }

    @Override
    public boolean isRunning() {
        return work.isRunning();
    }

    private boolean send() throws Exception {
        var room = free.drainPermits();
        var used = 0;
        try {
            if (room == 0) {
                return false;
            }
            var turns = acting.reading(() -> take(null, room));
            for (var turn : turns) {
                var sender = Thread.ofVirtual().unstarted(() -> deliver(turn));
                senders.add(sender);
                sender.start();
                used++;
            }
            return used > 0;
        } finally {
            free.release(room - used);
        }
    }

    /** Each is recorded as looked at by its institution before it leaves. */
    private List<Turn> take(@Nullable String only, int most) {
        var until = clock.instant().plus(settings.patience().multipliedBy(LEASE));
        var turns = sendings.take(only, most, until);
        for (var turn : turns) {
            if (turn.isNew()) {
                looks.at(of(turn), "events.sent", turn.purpose(), turn::event, event -> event.persons());
                sendings.told(turn);
            }
        }
        return turns;
    }

    /** Goes on with what else the institution is to be told, while it takes it. */
    private void deliver(Turn first) {
        try {
            var next = Optional.of(first);
            while (next.isPresent() && isRunning()) {
                var turn = next.get();
                next = isTaken(turn)
                        ? acting.reading(
                                () -> take(turn.agreement(), 1).stream().findFirst())
                        : Optional.empty();
            }
        } catch (Exception failure) {
            if (isRunning()) {
                LOG.warn(
                        "What came of an event for {} could not be noted; it is sent again",
                        first.agreement(),
                        failure);
            }
        } finally {
            senders.remove(Thread.currentThread());
            free.release();
        }
    }

    private boolean isTaken(Turn turn) throws Exception {
        try {
            var body = json.writer(AgreedOnly.of(turn.attributes()))
                    .writeValueAsBytes(EventsOut.out(turn.agreement(), turn.event()));
            post.send(turn.to(), instead(turn), EventSignature.headers(turn.to(), body, clock.instant(), keys), body);
        } catch (EventFailure failure) {
            var failed = turn.attempts() + 1;
            var next = failed >= settings.attempts() ? null : clock.instant().plus(settings.pause(failed));
            acting.reading(() -> {
                sendings.failed(turn, failure, next);
                return true;
            });
            return false;
        }
        acting.reading(() -> {
            sendings.delivered(turn);
            return true;
        });
        return true;
    }

    private @Nullable InetSocketAddress instead(Turn turn) {
        return receiver.filter(_ -> turn.to().equals(EventReceiver.ADDRESS))
                .map(EventReceiver::listensAt)
                .orElse(null);
    }

    private static Actor of(Turn turn) {
        var itself = JournalFollower.itself();
        return new Actor(
                itself.account(),
                itself.name(),
                null,
                turn.institution(),
                turn.institution(),
                turn.agreement(),
                null,
                turn.to().getHost(),
                Ids.next());
    }
}
