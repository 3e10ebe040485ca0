package lv.vmis.register.contingency;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.PublicKey;
import java.util.Arrays;
import java.util.Base64;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** What a device believes of the register: put beside the program once, by hand, and compared by its fingerprint. */
record RegisterKeys(PublicKey sign, PublicKey seal) {

    private static final Pattern PEM = Pattern.compile("-----BEGIN PUBLIC KEY-----([^-]*)-----END PUBLIC KEY-----");
    private static final int RAW = 32;

    static RegisterKeys of(Path file) throws IOException {
        var keys = PEM.matcher(Files.readString(file))
                .results()
                .map(RegisterKeys::written)
                .toList();
        if (keys.size() != 2) {
            throw new IOException(file + " does not hold the two public keys of a register");
        }
        return new RegisterKeys(
                Sealing.publicKey(Sealing.ED25519, keys.getFirst()), Sealing.publicKey(Sealing.X25519, keys.getLast()));
    }

    private static String written(MatchResult pem) {
        var spki = Base64.getMimeDecoder().decode(pem.group(1));
        return Sealing.base64(Arrays.copyOfRange(spki, Math.max(0, spki.length - RAW), spki.length));
    }

    String fingerprint() {
        return Sealing.fingerprint(sign, seal);
    }
}
