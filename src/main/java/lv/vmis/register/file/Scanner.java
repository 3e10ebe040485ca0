package lv.vmis.register.file;

import java.io.InputStream;

/** Searches contents for malware. */
interface Scanner {

    /** Reads the content to its end, or as far as it needs to. */
    Verdict scan(InputStream content);

    /** What the search found. */
    sealed interface Verdict {

        record Clean(String with) implements Verdict {}

        record Infected(String malware, String with) implements Verdict {}

        /** The scanner does not answer. */
        record Silent(String why) implements Verdict {}

        /** The scanner answers, but cannot say anything of this content. */
        record Unsure(String answer) implements Verdict {}
    }
}
