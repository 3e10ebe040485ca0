package lv.vmis.register.kernel;

import java.util.Locale;

/** A language of the interface. Latvian is the language of the State and the default. */
public enum Language {
    LV(Locale.of("lv")),
    EN(Locale.ENGLISH);

    private final Locale locale;

    Language(Locale locale) {
        this.locale = locale;
    }

    public Locale locale() {
        return locale;
    }

    public String tag() {
        return locale.getLanguage();
    }
}
