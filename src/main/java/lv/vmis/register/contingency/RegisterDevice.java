package lv.vmis.register.contingency;

import static lv.vmis.register.kernel.Outcome.done;
import static lv.vmis.register.kernel.Outcome.refused;

import java.security.PublicKey;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import lv.vmis.register.journal.Entry;
import lv.vmis.register.journal.Journal;
import lv.vmis.register.kernel.Action;
import lv.vmis.register.kernel.Actor;
import lv.vmis.register.kernel.Ids;
import lv.vmis.register.kernel.Outcome;
import lv.vmis.register.kernel.Refusal;

/** Registers a device by its public key, so that lists can be sealed to it. Its private key never leaves it. */
@Action
public class RegisterDevice {

    public record Input(String name, String unit, PublicKey key) {}

    private final Devices devices;
    private final Journal journal;
    private final Clock clock;

    RegisterDevice(Devices devices, Journal journal, Clock clock) {
        this.devices = devices;
        this.journal = journal;
        this.clock = clock;
    }

    public Outcome<UUID> run(Input in, Actor by) {
        var fingerprint = Sealing.fingerprint(in.key());
        if (devices.withFingerprint(fingerprint).isPresent()) {
            return refused(List.of(Refusal.at("publicKey", ContingencyRefusal.KEY_KNOWN)));
        }
        if (devices.isNameTaken(in.name())) {
            return refused(List.of(Refusal.at("name", ContingencyRefusal.NAME_TAKEN)));
        }
        var id = Ids.next();
        devices.add(id, in, fingerprint, Sealing.written(in.key()), by, clock.instant());
        journal.record(
                by,
                Entry.act(RegisterDevice.class)
                        .on("contingency_device", id, 0)
                        .with(Map.of("name", in.name(), "unit", in.unit(), "fingerprint", fingerprint)));
        return done(id);
    }
}
