package lv.vmis.register.edge;

import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import lv.vmis.register.kernel.Purpose;

/** Gives the caller of the API a receipt for what he was answered. Implemented by receipt. */
public interface Countersign {

    /**
     * A call and its answer.
     *
     * @param number the request of its journal entries
     * @param permission number of the agreement
     * @param route method and path
     * @param asked the body as it came
     * @param status HTTP status of the answer
     * @param answered the body as it leaves, before any compression
     */
    record Call(
            UUID number,
            UUID client,
            String permission,
            Purpose purpose,
            String route,
            byte[] asked,
            int status,
            byte[] answered) {}

    /** The receipt, as the text that the verifier reads. */
    String receipt(Call call);

    /** A signature (Ed25519), and the name of the key that verifies it. */
    record Signed(String key, byte[] signature) {}

    /** Signs a text that may name the key. */
    Signed sign(Function<String, byte[]> text);

    /** The public part of a key (RFC 8037), also of one that signs no longer. */
    Optional<byte[]> verifiedBy(String key);
}
