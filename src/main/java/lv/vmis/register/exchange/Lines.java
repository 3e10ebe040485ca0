package lv.vmis.register.exchange;

import java.net.URI;
import java.time.Clock;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.ssl.SslBundles;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The lines to all systems that have an address and somebody here who understands them. */
@Component
@EnableConfigurationProperties(ExchangeSettings.class)
class Lines implements SmartLifecycle {

    private final Map<Correspondent, Line> lines = new EnumMap<>(Correspondent.class);
    private final ExchangeSettings settings;
    private final StandIns standIns;
    private final Correspondences correspondences;
    private final Line.Desk desk;
    private final SslBundles bundles;
    private volatile boolean running;

    Lines(
            ExchangeSettings settings,
            StandIns standIns,
            Correspondences correspondences,
            OutboxQueue queue,
            Inbox inbox,
            NoteAnswer note,
            TakeMessage take,
            PlatformTransactionManager transactions,
            SslBundles bundles,
            Clock clock) {
        this.settings = settings;
        this.standIns = standIns;
        this.correspondences = correspondences;
        this.bundles = bundles;
        this.desk = new Line.Desk(queue, inbox, note, take, new TransactionTemplate(transactions), clock);
    }

    /** Where a system is reached; nowhere means that its messages wait. */
    Optional<URI> address(Correspondent correspondent) {
        var url = settings.url(correspondent);
        return switch (url) {
            case "", StandIns.HERE -> standIns.address(correspondent);
            case "none" -> Optional.empty();
            default -> Optional.of(URI.create(url));
        };
    }

    @Override
    public synchronized void start() {
        running = true;
        for (var correspondent : Correspondent.values()) {
            if (correspondences.with(correspondent).isPresent()) {
                address(correspondent).ifPresent(base -> {
                    var line = new Line(correspondent, base, settings, desk, settings.trust(correspondent, bundles));
                    lines.put(correspondent, line);
                    line.start();
                });
            }
        }
    }

    @Override
    public synchronized void stop() {
        running = false;
        lines.values().forEach(Line::stop);
        lines.clear();
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** Something was put for that system. */
    synchronized void wake(Correspondent correspondent) {
        var line = lines.get(correspondent);
        if (line != null) {
            line.wake();
        }
    }
}
