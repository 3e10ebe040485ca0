package lv.vmis.register.exchange;

import jakarta.annotation.PreDestroy;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import lv.vmis.register.edge.EdgeSettings;
import lv.vmis.register.edge.Environment;
import org.springframework.stereotype.Component;

/** Those who stand in for systems without an address: in a demonstration, in training and in tests, and never in production. */
@Component
public class StandIns {

    static final String HERE = "stand-in";

    private final Map<Correspondent, StandInServer> servers = new EnumMap<>(Correspondent.class);

    StandIns(List<StandIn> standIns, ExchangeSettings settings, EdgeSettings installation, Clock clock)
            throws IOException {
        for (var standIn : standIns) {
            var url = settings.url(standIn.as());
            if (url.equals(HERE) && installation.env() == Environment.PRODUCTION) {
                throw new IllegalStateException("Nobody stands in for %s in production".formatted(standIn.as()));
            }
            if (url.equals(HERE) || (url.isEmpty() && installation.env() != Environment.PRODUCTION)) {
                var file = settings.folder().resolve(standIn.as().name().toLowerCase(Locale.ROOT) + ".jsonl");
                servers.put(standIn.as(), new StandInServer(standIn, file, clock));
            }
        }
    }

    /** Whether somebody stands in for that system. */
    public boolean isHere(Correspondent correspondent) {
        return servers.containsKey(correspondent);
    }

    /** Lets whoever stands in for that system tell the Register something by himself; nothing happens where nobody does. */
    public void tell(Correspondent correspondent, StandIn.Telling telling) {
        var server = servers.get(correspondent);
        if (server != null) {
            server.tell(telling);
        }
    }

    Optional<URI> address(Correspondent correspondent) {
        return Optional.ofNullable(servers.get(correspondent)).map(StandInServer::address);
    }

    @PreDestroy
    void stop() {
        servers.values().forEach(StandInServer::close);
    }
}
