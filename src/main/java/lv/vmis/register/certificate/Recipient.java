package lv.vmis.register.certificate;

import org.jspecify.annotations.Nullable;

/**
 * Who receives a certificate or an extract.
 *
 * @param name of the authority or the representative; nothing: the person himself
 */
public record Recipient(Kind kind, @Nullable String name) {

    public static final Recipient PERSON = new Recipient(Kind.PERSON, null);

    public enum Kind {
        PERSON,
        REPRESENTATIVE,
        AUTHORITY
    }

    public static Recipient authority(String name) {
        return new Recipient(Kind.AUTHORITY, name);
    }

    public static Recipient representative(String name) {
        return new Recipient(Kind.REPRESENTATIVE, name);
    }
}
