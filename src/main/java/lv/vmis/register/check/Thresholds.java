package lv.vmis.register.check;

import java.time.LocalDate;
import java.util.Locale;
import lv.vmis.register.kernel.Purpose;
import lv.vmis.register.reference.LegalParameters;
import org.springframework.stereotype.Component;

/**
 * From how likely on somebody whose names are like the ones asked is weighed in a check: fixed for each purpose by a dated parameter, in
 * per cent of the odds that he is meant, and never chosen by whoever asks.
 */
@Component
public class Thresholds {

    private static final String CODE = "check.likely";

    private static final int SUREST = 99;

    private final LegalParameters parameters;

    Thresholds(LegalParameters parameters) {
        this.parameters = parameters;
    }

    /** Per cent, 1 to 99. */
    public int percent(Purpose purpose, LocalDate day) {
        var own = CODE + "." + purpose.code().toLowerCase(Locale.ROOT);
        var percent = parameters.find(own, day).isPresent() ? parameters.count(own, day) : parameters.count(CODE, day);
        return Math.clamp(percent, 1, SUREST);
    }

    /** The same in bits, as scores are: 0 for even odds. */
    static double bits(int percent) {
        return Math.log((double) percent / (100 - percent)) / Math.log(2);
    }
}
