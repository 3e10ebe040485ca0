package lv.vmis.register.exchange;

import java.nio.file.Path;
import java.time.Duration;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.boot.ssl.SslBundles;

/**
 * Settings of the exchange.
 *
 * @param nsis address of N.SIS
 * @param vmis address of VMIS
 * @param border address of the border system
 * @param every how often each is asked for messages
 * @param patience how long an answer is waited for
 * @param firstPause after the first attempt that failed; each pause is twice the last
 * @param longestPause and none is longer
 * @param attempts after how many a message is not tried any more
 * @param atOnce how many messages are on the way to one system
 * @param folder of what those who stand in for other systems remember
 */
@ConfigurationProperties("register.exchange")
record ExchangeSettings(
        @DefaultValue Address nsis,
        @DefaultValue Address vmis,
        @DefaultValue Address border,
        @DefaultValue("2s") Duration every,
        @DefaultValue("10s") Duration patience,
        @DefaultValue("2s") Duration firstPause,
        @DefaultValue("10m") Duration longestPause,
        @DefaultValue("15") int attempts,
        @DefaultValue("4") int atOnce,
        @DefaultValue("./data/exchange") Path folder) {

    /**
     * @param url without a slash at its end; "stand-in" for one of this program, which production refuses; "none" to let
     *     messages wait
     * @param sslBundle name of the bundle with the own certificate and those that are trusted; empty: what the platform trusts
     */
    record Address(
            @DefaultValue("") String url, @DefaultValue("") String sslBundle) {}

    private Address address(Correspondent correspondent) {
        return switch (correspondent) {
            case NSIS -> nsis;
            case VMIS -> vmis;
            case BORDER -> border;
        };
    }

    String url(Correspondent correspondent) {
        return address(correspondent).url().strip();
    }

    /** Who is trusted to be the other system, and the certificate shown to it. */
    @Nullable
    SSLContext trust(Correspondent correspondent, SslBundles bundles) {
        var name = address(correspondent).sslBundle().strip();
        return name.isEmpty() ? null : bundles.getBundle(name).createSslContext();
    }

    /** How long after so many attempts that failed. */
    Duration pause(int failed) {
        var pause = firstPause.multipliedBy(1L << Math.clamp(failed - 1, 0, 20));
        return pause.compareTo(longestPause) < 0 ? pause : longestPause;
    }
}
