package lv.vmis.register.exchange;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Messages of the register, and messages to it. */
public enum Side {
    OUT,
    IN;

    static Optional<Side> at(String path) {
        return Arrays.stream(values()).filter(side -> side.path().equals(path)).findFirst();
    }

    public String path() {
        return name().toLowerCase(Locale.ROOT);
    }
}
