package lv.vmis.register.contingency;

import java.security.GeneralSecurityException;
import java.util.List;
import java.util.Objects;
import lv.vmis.register.kernel.Actor;
import lv.vmis.register.kernel.Outcome;
import lv.vmis.register.kernel.Outcome.Done;
import lv.vmis.register.kernel.Outcome.Refused;
import lv.vmis.register.kernel.Refusal;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Enters what a device brings, check by check: each is an act of its own, so that what was entered stays entered. */
@Component
public class EnterQueue {

    /** Some ten thousand checks. */
    static final int LARGEST = 16 << 20;

    private final Devices devices;
    private final ContingencyKeys keys;
    private final EnterOfflineCheck enter;
    private final TransactionTemplate reading;

    EnterQueue(
            Devices devices, ContingencyKeys keys, EnterOfflineCheck enter, PlatformTransactionManager transactions) {
        this.devices = devices;
        this.keys = keys;
        this.enter = enter;
        this.reading = new TransactionTemplate(transactions);
        this.reading.setReadOnly(true);
    }

    /**
     * What became of a file.
     *
     * @param known how many had been entered before
     * @param refused how many name a purpose that the register does not know
     * @param damaged how many were changed on the way
     * @param cut whether the file ends within a check
     */
    public record Report(int entered, int known, int refused, int damaged, boolean cut) {

        static final Report NOTHING = new Report(0, 0, 0, 0, false);

        public boolean isThere() {
            return !equals(NOTHING);
        }

        String query() {
            return "?entered=%d&known=%d&refused=%d&damaged=%d&cut=%s".formatted(entered, known, refused, damaged, cut);
        }
    }

    Outcome<Report> run(byte[] file, Actor by) {
        var header = QueueFile.header(file);
        if (header.isEmpty()) {
            return refused(ContingencyRefusal.QUEUE_BROKEN);
        }
        var device = Objects.requireNonNull(
                reading.execute(_ -> devices.withFingerprint(header.get().device())));
        var own = keys.current();
        if (device.isEmpty() || !header.get().sealedTo().equals(own.fingerprint())) {
            return refused(ContingencyRefusal.QUEUE_OF_ANOTHER);
        }
        try {
            var key = Sealing.publicKey(Sealing.X25519, device.get().publicKey());
            return Outcome.done(entered(device.get(), QueueFile.read(file, header.get(), own.seal(), key), by));
        } catch (GeneralSecurityException unusable) {
            return refused(ContingencyRefusal.QUEUE_BROKEN);
        }
    }

    private Report entered(Device device, QueueFile file, Actor by) {
        var entered = 0;
        var known = 0;
        var refused = 0;
        for (var one : file.checks()) {
            var input = new EnterOfflineCheck.Input(device, file.header().queue(), one.place(), one.check());
            switch (enter.run(input, by)) {
                case Done<?> _ -> entered++;
                case Refused<?>(var reasons) -> {
                    if (reasons.getFirst().code() == ContingencyRefusal.ALREADY_ENTERED) {
                        known++;
                    } else {
                        refused++;
                    }
                }
            }
        }
        return new Report(entered, known, refused, file.damaged(), file.cut());
    }

    private static Outcome<Report> refused(ContingencyRefusal why) {
        return Outcome.refused(List.of(Refusal.at("files", why)));
    }
}
