package lv.vmis.register.contingency;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Checks that a device brings: what is whole is kept, whatever became of the rest.
 *
 * @param checks each with its place, from 1
 * @param damaged how many were changed or belong to another file
 * @param cut whether the file ends within a check
 */
record QueueFile(QueueHeader header, List<Placed> checks, int damaged, boolean cut) {

    private static final JsonMapper JSON = new JsonMapper();

    record Placed(int place, QueuedCheck check) {}

    /** Nothing when it is not such a file at all. */
    static Optional<QueueHeader> header(byte[] file) {
        var text = new String(file, 0, Math.min(file.length, QueueHeader.LONGEST), StandardCharsets.US_ASCII);
        var end = text.indexOf("\n\n");
        return end < 0 ? Optional.empty() : QueueHeader.of(text.substring(0, end + 2));
    }

    /** With the private key of either end and the public key of the other. */
    static QueueFile read(byte[] file, QueueHeader header, PrivateKey own, PublicKey other)
            throws GeneralSecurityException {
        var before = header.text().getBytes(StandardCharsets.UTF_8);
        var key = Sealing.key(Sealing.agreed(own, other), before);
        var checks = new ArrayList<Placed>();
        var damaged = 0;
        var rest = ByteBuffer.wrap(file, before.length, file.length - before.length);
        for (var place = 0; rest.hasRemaining(); place++) {
            if (rest.remaining() < Integer.BYTES) {
                return new QueueFile(header, checks, damaged, true);
            }
            var length = rest.getInt();
            if (length < Sealing.TAG || length > rest.remaining()) {
                return new QueueFile(header, checks, damaged, true);
            }
            var at = rest.arrayOffset() + rest.position();
            rest.position(rest.position() + length);
            try {
                var text = Sealing.open(key, place, false, Arrays.copyOfRange(file, at, at + length));
                checks.add(new Placed(place + 1, JSON.readValue(text, QueuedCheck.class)));
            } catch (GeneralSecurityException | JacksonException changed) {
                damaged++;
            }
        }
        return new QueueFile(header, checks, damaged, false);
    }
}
