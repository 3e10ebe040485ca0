package lv.vmis.register.contingency;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * What stands before checks that wait, in the clear.
 *
 * @param device fingerprint of the device
 * @param sealedTo fingerprint of the register's keys
 */
record QueueHeader(UUID queue, String device, String sealedTo, Instant begun) {

    static final int LONGEST = 400;

    private static final Pattern FORM = Pattern.compile(
            "register-queue/v1\nqueue (?<queue>[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\ndevice (?<device>[A-Za-z0-9_-]{43})\n"
                    + "register (?<register>[A-Za-z0-9_-]{43})\nbegun (?<begun>[0-9TZ:.-]+)\n\n");

    String text() {
        return "register-queue/v1\nqueue %s\ndevice %s\nregister %s\nbegun %s\n\n"
                .formatted(queue, device, sealedTo, begun);
    }

    static Optional<QueueHeader> of(String text) {
        var read = FORM.matcher(text);
        if (!read.matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(new QueueHeader(
                    UUID.fromString(read.group("queue")),
                    read.group("device"),
                    read.group("register"),
                    Instant.parse(read.group("begun"))));
        } catch (DateTimeException broken) {
            return Optional.empty();
        }
    }
}
