import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.Signature;
import java.security.spec.EdECPoint;
import java.security.spec.EdECPublicKeySpec;
import java.security.spec.NamedParameterSpec;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Verifies a receipt of the Register of Removed Foreigners and Entry Bans: without the register, without a network, without
 * a library. Any Java from 17 on runs it as it is:
 *
 * <pre>java VerifyReceipt.java keys.json receipt request answer [--proof proof.json]</pre>
 *
 * <p>{@code keys.json} is what {@code /api/v1/receipts/keys} answers, {@code receipt} the header {@code X-Register-Receipt},
 * {@code request} and {@code answer} the two bodies, byte for byte, {@code proof.json} what {@code /api/v1/receipts/{call}/proof}
 * answers: that the journal of the register holds the entries of the call. It prints the statement and exits with 0, or says what is
 * wrong and exits with 1. The format is described in docs/receipts.md.
 */
public final class VerifyReceipt {

    private static final Pattern RECEIPT = Pattern.compile("(register-receipt/v1\n"
            + "call [0-9a-f-]{36}\nat [0-9T:.-]+Z\npermission [^\n]+\nclient [0-9a-f-]{36}\npurpose [^\n]+\ncase [^\n]*\n"
            + "request [A-Z]+ [^ \n]+ (?<request>[A-Za-z0-9_-]{86})\nanswer [0-9]{3} (?<answer>[A-Za-z0-9_-]{86})\n)"
            + "\nleaf (?<index>0|[1-9][0-9]{0,8}) (?<size>[1-9][0-9]{0,8})\n(?<path>(?:[A-Za-z0-9_-]{43}\n)*)"
            + "jws (?<header>[A-Za-z0-9_-]+)\\.\\.(?<signature>[A-Za-z0-9_-]{86})\n");

    private static final Pattern HEADER =
            Pattern.compile("\\{\"alg\":\"EdDSA\",\"kid\":\"(?<kid>[A-Za-z0-9_-]{43})\"}");

    private static final Pattern PROOF = Pattern.compile("register-proof/v1\n(?<entry>register-entry/v1\nnumber (?<number>[0-9a-f-]{36})\n"
            + "at [0-9T:.-]+Z\nkind [a-z]+\noperation [^\n]+\n(?<same>call [0-9a-f-]{36}\nclient [0-9a-f-]{36}\npermission [^\n]+\n"
            + "purpose [^\n]+\ncase [^\n]*\n)content [A-Za-z0-9_-]{43}\n)"
            + "\nleaf (?<index>0|[1-9][0-9]{0,8}) (?<size>[1-9][0-9]{0,8})\n(?<path>(?:[A-Za-z0-9_-]{43}\n)*)"
            + "(?<checkpoint>register-checkpoint/v1\nnumber (?<named>[1-9][0-9]{0,17})\nat (?<at>[0-9T:.-]+Z)\n"
            + "entries (?<entries>[1-9][0-9]{0,8})\nroot (?<root>[A-Za-z0-9_-]{43})\nprevious (?:[A-Za-z0-9_-]{43})?\n)"
            + "jws (?<header>[A-Za-z0-9_-]+)\\.\\.(?<signature>[A-Za-z0-9_-]{86})\n");

    private VerifyReceipt() {}

    /** Why a receipt is refused. */
    public static final class Refused extends Exception {
        Refused(String why) {
            super(why, null, false, false);
        }
    }

    public static void main(String[] args) throws Exception {
        boolean isProven = args.length == 6 && args[4].equals("--proof");
        if (args.length != 4 && !isProven) {
            System.err.println("java VerifyReceipt.java keys.json receipt request answer [--proof proof.json]");
            System.exit(2);
        }
        try {
            String keys = Files.readString(Path.of(args[0]));
            byte[] answer = Files.readAllBytes(Path.of(args[3]));
            String statement = verify(
                    keys, Files.readString(Path.of(args[1])).strip(), Files.readAllBytes(Path.of(args[2])), answer);
            System.out.print(statement);
            System.out.println("The receipt is good.");
            if (isProven) {
                System.out.print(prove(keys, statement, answer, Files.readString(Path.of(args[5]))));
                System.out.println("The proof is good.");
            }
        } catch (Refused refused) {
            System.err.println("REFUSED: " + refused.getMessage());
            System.exit(1);
        }
    }

    /** The statement of a good receipt: what was asked under which agreement, for what, when, and what was answered. */
    public static String verify(String keys, String receipt, byte[] request, byte[] answer) throws Refused {
        Matcher read = RECEIPT.matcher(text(decoded(receipt, "the receipt is not base64url")));
        if (!read.matches()) {
            throw new Refused("this is not a receipt");
        }
        String statement = read.group(1);
        if (!read.group("request").equals(encoded(hash("SHA-512", request)))) {
            throw new Refused("the receipt is for another request");
        }
        if (!read.group("answer").equals(encoded(hash("SHA-512", answer)))) {
            throw new Refused("the receipt is for another answer");
        }
        byte[] root = root(statement, read);
        verifySigned(keys, read, "register-receipts/v1\n" + read.group("size") + "\n" + encoded(root) + "\n");
        return statement;
    }

    /**
     * Which entries of the journal the call of a good receipt left, and in which checkpoint each stands. What the entry says of persons is
     * in the proof only as a hash.
     */
    public static String prove(String keys, String statement, byte[] answer, String proofs) throws Refused {
        StringBuilder said = new StringBuilder();
        Matcher list = Pattern.compile("\"proofs\"\\s*:\\s*\\[([^\\]]*)]").matcher(proofs);
        Matcher one = Pattern.compile("\"([^\"]*)\"").matcher(list.find() ? list.group(1) : "");
        while (one.find()) {
            said.append(proven(keys, statement, one.group(1)));
        }
        if (said.length() == 0) {
            throw new Refused("there is no proof");
        }
        Matcher number = Pattern.compile("\"journalNumber\"\\s*:\\s*\"([0-9a-f-]{36})\"")
                .matcher(new String(answer, StandardCharsets.UTF_8));
        while (number.find()) {
            if (said.indexOf("entry " + number.group(1) + " ") < 0) {
                throw new Refused("entry " + number.group(1) + " is not proven");
            }
        }
        return said.toString();
    }

    private static String proven(String keys, String statement, String proof) throws Refused {
        Matcher read = PROOF.matcher(text(decoded(proof, "the proof is not base64url")));
        if (!read.matches()) {
            throw new Refused("this is not a proof");
        }
        for (String line : read.group("same").split("\n")) {
            if (!statement.contains("\n" + line + "\n")) {
                throw new Refused("the proof is for another call");
            }
        }
        if (!read.group("size").equals(read.group("entries"))
                || !read.group("root").equals(encoded(root(read.group("entry"), read)))) {
            throw new Refused("the checkpoint does not hold the entry");
        }
        verifySigned(keys, read, read.group("checkpoint"));
        return "entry " + read.group("number") + " stands in checkpoint " + read.group("named") + ", signed at "
                + read.group("at") + "\n";
    }

    private static void verifySigned(String keys, Matcher read, String payload) throws Refused {
        String signed = read.group("header") + "." + encoded(payload.getBytes(StandardCharsets.UTF_8));
        Matcher header = HEADER.matcher(text(decoded(read.group("header"), "the header is not base64url")));
        if (!header.matches()) {
            throw new Refused("the header of the signature is not understood");
        }
        byte[] signature = decoded(read.group("signature"), "the signature is not base64url");
        if (!isGood(key(keys, header.group("kid")), signed.getBytes(StandardCharsets.US_ASCII), signature)) {
            throw new Refused("the signature is not good");
        }
    }

    /** From the leaf upwards, as RFC 9162, 2.1.3.2 does it. */
    private static byte[] root(String statement, Matcher read) throws Refused {
        int index = Integer.parseInt(read.group("index"));
        int last = Integer.parseInt(read.group("size")) - 1;
        if (index > last) {
            throw new Refused("the leaf is outside the tree");
        }
        byte[] hash = hash("SHA-256", new byte[] {0}, statement.getBytes(StandardCharsets.UTF_8));
        String path = read.group("path");
        for (String line : path.isEmpty() ? new String[0] : path.split("\n")) {
            byte[] beside = decoded(line, "the path is not base64url");
            if (last == 0) {
                throw new Refused("the path is too long");
            }
            if ((index & 1) == 1 || index == last) {
                hash = hash("SHA-256", new byte[] {1}, beside, hash);
                while ((index & 1) == 0 && index != 0) {
                    index >>= 1;
                    last >>= 1;
                }
            } else {
                hash = hash("SHA-256", new byte[] {1}, hash, beside);
            }
            index >>= 1;
            last >>= 1;
        }
        if (last != 0) {
            throw new Refused("the path is too short");
        }
        return hash;
    }

    private static byte[] key(String keys, String kid) throws Refused {
        Matcher one = Pattern.compile("\\{[^{}]*}").matcher(keys);
        while (one.find()) {
            if (member(one.group(), "kid").equals(kid)) {
                return decoded(member(one.group(), "x"), "the key is not base64url");
            }
        }
        throw new Refused("the key " + kid + " is not among the keys given");
    }

    private static String member(String object, String name) {
        Matcher found = Pattern.compile("\"" + name + "\"\\s*:\\s*\"([A-Za-z0-9_-]*)\"").matcher(object);
        return found.find() ? found.group(1) : "";
    }

    private static boolean isGood(byte[] key, byte[] signed, byte[] signature) throws Refused {
        if (key.length != 32) {
            throw new Refused("the key is not one of Ed25519");
        }
        // RFC 8032, 5.1.2: little-endian, the last bit is the sign of x.
        byte[] y = new byte[32];
        for (int i = 0; i < 32; i++) {
            y[i] = key[31 - i];
        }
        boolean isOdd = (y[0] & 0x80) != 0;
        y[0] &= 0x7f;
        try {
            Signature ed25519 = Signature.getInstance("Ed25519");
            ed25519.initVerify(KeyFactory.getInstance("Ed25519")
                    .generatePublic(new EdECPublicKeySpec(
                            NamedParameterSpec.ED25519, new EdECPoint(isOdd, new BigInteger(1, y)))));
            ed25519.update(signed);
            return ed25519.verify(signature);
        } catch (GeneralSecurityException unusable) {
            return false;
        }
    }

    private static byte[] hash(String algorithm, byte[]... parts) {
        try {
            MessageDigest digest = MessageDigest.getInstance(algorithm);
            for (byte[] part : parts) {
                digest.update(part);
            }
            return digest.digest();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static String encoded(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** Only what encodes to the same text again: spare bits at the end say nothing, so they must be none. */
    private static byte[] decoded(String text, String otherwise) throws Refused {
        try {
            byte[] bytes = Base64.getUrlDecoder().decode(text);
            if (encoded(bytes).equals(text)) {
                return bytes;
            }
        } catch (IllegalArgumentException broken) {
            // Said below.
        }
        throw new Refused(otherwise);
    }

    private static String text(byte[] utf8) throws Refused {
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(utf8)).toString();
        } catch (CharacterCodingException broken) {
            throw new Refused("the receipt is not UTF-8");
        }
    }
}
