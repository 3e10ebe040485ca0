package lv.vmis.register.following;

import java.nio.file.Path;
import java.time.Duration;
import lv.vmis.register.edge.Environment;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the events that are sent.
 *
 * @param patience how long an institution may take to answer
 * @param firstPause after the first attempt that failed; each pause is twice the last
 * @param longestPause and none is longer
 * @param attempts after how many an event is not tried any more
 * @param atOnce to how many institutions something is on the way
 * @param inside whether addresses that are not public may be called: "true", "false", or as the installation is real or not
 * @param sslBundle name of the bundle with those that are trusted, and the own certificate; empty: what the platform trusts, and none
 * @param folder of what the receiver of a demonstration remembers
 */
@ConfigurationProperties("register.events")
record EventSettings(
        @DefaultValue("10s") Duration patience,
        @DefaultValue("5s") Duration firstPause,
        @DefaultValue("1h") Duration longestPause,
        @DefaultValue("80") int attempts,
        @DefaultValue("8") int atOnce,
        @DefaultValue("") String inside,
        @DefaultValue("") String sslBundle,
        @DefaultValue("./data/exchange") Path folder) {

    boolean mayCallInside(Environment installation) {
        return inside.isBlank() ? installation != Environment.PRODUCTION : Boolean.parseBoolean(inside);
    }

    /** How long after so many attempts that failed. */
    Duration pause(int failed) {
        var pause = firstPause.multipliedBy(1L << Math.clamp(failed - 1, 0, 20));
        return pause.compareTo(longestPause) < 0 ? pause : longestPause;
    }
}
