package lv.vmis.register.reading;

import com.ibm.icu.text.Transliterator;
import java.util.concurrent.ConcurrentHashMap;

/** The transliterators of ICU, each loaded when its script is first met; they may be used by many threads at once. */
final class Icu {

    private static final ConcurrentHashMap<String, Transliterator> LOADED = new ConcurrentHashMap<>();

    private Icu() {}

    /** The text as the transliterator of this name writes it: small letters with marks, the rest as it was. */
    static String write(String name, String text) {
        return LOADED.computeIfAbsent(name, Transliterator::getInstance).transliterate(text);
    }
}
