package lv.vmis.register.contingency;

import static lv.vmis.register.kernel.Outcome.done;
import static lv.vmis.register.kernel.Outcome.refused;

import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import lv.vmis.register.edge.NotFound;
import lv.vmis.register.journal.Entry;
import lv.vmis.register.journal.Journal;
import lv.vmis.register.kernel.Action;
import lv.vmis.register.kernel.Actor;
import lv.vmis.register.kernel.Outcome;

/** Revokes a device, for good: it gets no more lists. What it holds ends with its term. */
@Action
public class RevokeDevice {

    public record Input(UUID device, String reason) {}

    private final Devices devices;
    private final Journal journal;
    private final Clock clock;

    RevokeDevice(Devices devices, Journal journal, Clock clock) {
        this.devices = devices;
        this.journal = journal;
        this.clock = clock;
    }

    public Outcome<UUID> run(Input in, Actor by) {
        var device = devices.find(in.device()).orElseThrow(NotFound::new);
        if (!devices.revoke(in.device(), in.reason(), by, clock.instant())) {
            return refused(ContingencyRefusal.DEVICE_REVOKED);
        }
        journal.record(
                by,
                Entry.act(RevokeDevice.class)
                        .on("contingency_device", in.device(), 1)
                        .because(in.reason())
                        .with(Map.of("name", device.name())));
        return done(in.device());
    }
}
