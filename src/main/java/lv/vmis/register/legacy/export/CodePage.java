package lv.vmis.register.legacy.export;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/** The code pages that old Latvian systems write. */
public enum CodePage {
    UTF_8(StandardCharsets.UTF_8),
    WINDOWS_1257(Charset.forName("windows-1257")),
    ISO_8859_13(Charset.forName("ISO-8859-13"));

    private final Charset charset;

    CodePage(Charset charset) {
        this.charset = charset;
    }

    public Charset charset() {
        return charset;
    }

    /** The name everybody knows it by: {@code windows-1257}. */
    public String shown() {
        return charset.name();
    }
}
