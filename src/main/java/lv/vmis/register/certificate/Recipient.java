package lv.vmis.register.certificate;

import org.jspecify.annotations.Nullable;

/**
 * Who receives a certificate.
 *
 * @param authority its name; nothing: the person himself
 */
public record Recipient(@Nullable String authority) {

    enum Kind {
        PERSON,
        AUTHORITY
    }

    Kind kind() {
        return authority == null ? Kind.PERSON : Kind.AUTHORITY;
    }
}
