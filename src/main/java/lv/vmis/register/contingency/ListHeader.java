package lv.vmis.register.contingency;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What stands before a list, in the clear.
 *
 * @param device fingerprint of the key it is sealed to
 * @param since the list whose changes it holds; none: it is whole
 * @param sealedTo fingerprint of the register's keys
 * @param secret what the device makes the key of the file from (RFC 9180, 4.1: the encapsulated secret)
 */
record ListHeader(
        int number,
        String device,
        String deviceName,
        Instant madeAt,
        Instant until,
        @Nullable Since since,
        String sealedTo,
        String secret) {

    static final int LONGEST = 2_000;

    private static final Pattern FORM = Pattern.compile("register-list/v1\nnumber (?<number>[1-9][0-9]{0,8})\n"
            + "device (?<device>[A-Za-z0-9_-]{43}) (?<name>[^\n]{1,100})\nmade (?<made>[0-9TZ:.-]+)\nuntil (?<until>[0-9TZ:.-]+)\n"
            + "since (?<since>whole|(?<before>[1-9][0-9]{0,8}) (?<digest>[A-Za-z0-9_-]{86}))\n"
            + "register (?<register>[A-Za-z0-9_-]{43})\nkey (?<secret>[A-Za-z0-9_-]{43})\n\n");

    /** A list by its number and the hash of its file. */
    record Since(int number, String digest) {}

    String text() {
        return "register-list/v1\nnumber %d\ndevice %s %s\nmade %s\nuntil %s\nsince %s\nregister %s\nkey %s\n\n"
                .formatted(
                        number,
                        device,
                        deviceName,
                        madeAt,
                        until,
                        since == null ? "whole" : since.number() + " " + since.digest(),
                        sealedTo,
                        secret);
    }

    static Optional<ListHeader> of(String text) {
        var read = FORM.matcher(text);
        if (!read.matches()) {
            return Optional.empty();
        }
        try {
            var digest = (@Nullable String) read.group("digest");
            return Optional.of(new ListHeader(
                    Integer.parseInt(read.group("number")),
                    read.group("device"),
                    read.group("name"),
                    Instant.parse(read.group("made")),
                    Instant.parse(read.group("until")),
                    digest == null ? null : new Since(Integer.parseInt(read.group("before")), digest),
                    read.group("register"),
                    read.group("secret")));
        } catch (DateTimeException broken) {
            return Optional.empty();
        }
    }
}
