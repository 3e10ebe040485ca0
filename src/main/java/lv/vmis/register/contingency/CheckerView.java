package lv.vmis.register.contingency;

import java.time.Instant;
import java.util.List;
import lv.vmis.register.check.CheckAnswer;
import lv.vmis.register.check.CheckForm;
import lv.vmis.register.check.CheckWords;
import lv.vmis.register.edge.Option;
import lv.vmis.register.kernel.RefusalCode;
import org.jspecify.annotations.Nullable;

/**
 * What the page of the program without network shows.
 *
 * @param publicKey of the device; none before it has made one
 * @param registerFingerprint empty while the keys of the register are not beside the program
 * @param inspector none while the device is locked
 * @param list none while no list can be used
 * @param waiting how many checks wait to be entered, since the device was unlocked
 * @param alerts kinds of alerts in SIS of those who were found, in words
 */
public record CheckerView(
        String folder,
        @Nullable String publicKey,
        String fingerprint,
        String registerFingerprint,
        @Nullable String inspector,
        @Nullable ListFacts list,
        List<NotUsed> notUsed,
        int waiting,
        List<Option> purposes,
        String purpose,
        @Nullable String reason,
        CheckForm form,
        @Nullable CheckAnswer answer,
        @Nullable CheckWords words,
        String alerts) {

    /** The list that is asked. */
    public record ListFacts(int number, Instant madeAt, Instant until, int persons) {}

    /** A file that was not used, and why. */
    public record NotUsed(String name, RefusalCode why) {}

    public boolean canUnlock() {
        return !registerFingerprint.isEmpty();
    }
}
