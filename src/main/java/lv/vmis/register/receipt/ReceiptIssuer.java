package lv.vmis.register.receipt;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.Signature;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import lv.vmis.register.edge.Countersign;
import lv.vmis.register.kernel.Gathering;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/**
 * Issues receipts. A signature takes most of a millisecond of a processor, so it is made for all answers that leave at about
 * the same time: over the root of a Merkle tree of their statements, and each receipt says how its own leads to the root.
 *
 * <p>The text is described in docs/receipts.md, for whoever writes a verifier of his own.
 */
@Component
class ReceiptIssuer implements Countersign, DisposableBean {

    private static final int MOST = 256;

    private final ReceiptKeys keys;
    private final Clock clock;
    private final Gathering<String, String> signing = new Gathering<>("receipts", 1, MOST, this::sign);

    ReceiptIssuer(ReceiptKeys keys, Clock clock) {
        this.keys = keys;
        this.clock = clock;
    }

    @Override
    public String receipt(Call call) {
        return signing.ask(statement(call));
    }

    @Override
    public void destroy() {
        signing.close();
    }

    private String statement(Call call) {
        return """
                register-receipt/v1
                call %s
                at %s
                permission %s
                client %s
                purpose %s
                case %s
                request %s %s
                answer %d %s
                """.formatted(
                        call.number(),
                        clock.instant(),
                        call.permission(),
                        call.client(),
                        call.purpose().code(),
                        Objects.requireNonNullElse(call.purpose().caseRef(), ""),
                        call.route(),
                        digest(call.asked()),
                        call.status(),
                        digest(call.answered()));
    }

    private List<String> sign(List<String> statements) {
        var leaves = statements.stream()
                .map(statement -> Merkle.leaf(statement.getBytes(StandardCharsets.UTF_8)))
                .toList();
        var jws = jws("register-receipts/v1\n%d\n%s\n".formatted(leaves.size(), base64(Merkle.root(leaves))));
        var receipts = new ArrayList<String>();
        for (int i = 0; i < statements.size(); i++) {
            var receipt = new StringBuilder(statements.get(i)).append('\n');
            receipt.append("leaf %d %d\n".formatted(i, leaves.size()));
            Merkle.path(leaves, i).forEach(hash -> receipt.append(base64(hash)).append('\n'));
            receipts.add(receipt.append("jws ").append(jws).append('\n').toString());
        }
        return receipts;
    }

    /** A JWS in compact form with its payload left out (RFC 7515, appendix F). */
    String jws(String payload) {
        var signed = sign(key -> (header(key) + "." + base64(payload.getBytes(StandardCharsets.UTF_8)))
                .getBytes(StandardCharsets.US_ASCII));
        return header(signed.key()) + ".." + base64(signed.signature());
    }

    private static String header(String key) {
        return base64("{\"alg\":\"EdDSA\",\"kid\":\"%s\"}".formatted(key).getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public Signed sign(Function<String, byte[]> text) {
        var key = keys.current();
        try {
            var signature = Signature.getInstance("Ed25519");
            signature.initSign(key.secret());
            signature.update(text.apply(key.kid()));
            return new Signed(key.kid(), signature.sign());
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every JDK since 15 has Ed25519", impossible);
        }
    }

    @Override
    public Optional<byte[]> verifiedBy(String key) {
        return keys.all().stream()
                .filter(one -> one.kid().equals(key))
                .findFirst()
                .map(one -> Base64.getUrlDecoder().decode(one.x()));
    }

    private static String digest(byte[] bytes) {
        try {
            return base64(MessageDigest.getInstance("SHA-512").digest(bytes));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every JDK has SHA-512", impossible);
        }
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
