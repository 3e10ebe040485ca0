package lv.vmis.register.kernel;

import java.util.Locale;

/**
 * A reason to refuse, one enum per module. Each constant has a text in every language under {@link #key()}; a test
 * holds that.
 */
public interface RefusalCode {

    String name();

    /** The key of the text: {@code BanRefusal.TERM_TOO_LONG} is {@code ban.refusal.term-too-long}. */
    default String key() {
        var module = getClass().getSimpleName().replace("Refusal", "").toLowerCase(Locale.ROOT);
        return module + ".refusal." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
