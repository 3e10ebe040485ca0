package lv.vmis.register.edge;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Optional;
import org.springframework.security.web.util.matcher.IpAddressMatcher;

/**
 * Addresses that the register calls because an institution named them: with TLS, and to nothing that only the register can reach, since
 * whoever names an address must not make the register speak with its own network.
 */
public final class Outward {

    public static final int LONGEST = 300;

    /** What is not the public internet (RFC 6890 and the registries it names), beside what the platform knows by itself. */
    private static final List<IpAddressMatcher> INSIDE_4 =
            inside("0.0.0.0/8", "100.64.0.0/10", "192.0.0.0/24", "192.88.99.0/24", "198.18.0.0/15", "240.0.0.0/4");

    /** Among them those that carry an address of IPv4: what it leads to is not known here. */
    private static final List<IpAddressMatcher> INSIDE_6 = inside(
            "::/8",
            "64:ff9b::/96",
            "64:ff9b:1::/48",
            "100::/64",
            "2001::/23",
            "2001:db8::/32",
            "2002::/16",
            "fc00::/7");

    private Outward() {}

    /** The address, if it is one that may be agreed: https, or in an installation without real people http to this machine. */
    public static Optional<URI> read(String typed, Environment installation) {
        try {
            var address = new URI(typed);
            var isPlain = address.getHost() != null
                    && address.getUserInfo() == null
                    && address.getFragment() == null
                    && typed.length() <= LONGEST;
            return isPlain
                            && ("https".equals(address.getScheme())
                                    || ("http".equals(address.getScheme())
                                            && installation != Environment.PRODUCTION
                                            && "127.0.0.1".equals(address.getHost())))
                    ? Optional.of(address)
                    : Optional.empty();
        } catch (URISyntaxException notOne) {
            return Optional.empty();
        }
    }

    /** Whether anybody on the internet reaches the same machine by it. */
    public static boolean isPublic(InetAddress address) {
        if (address.isAnyLocalAddress()
                || address.isLoopbackAddress()
                || address.isLinkLocalAddress()
                || address.isSiteLocalAddress()
                || address.isMulticastAddress()) {
            return false;
        }
        var inside = address instanceof Inet4Address ? INSIDE_4 : INSIDE_6;
        return inside.stream().noneMatch(network -> network.matches(address.getHostAddress()));
    }

    private static List<IpAddressMatcher> inside(String... networks) {
        return java.util.Arrays.stream(networks).map(IpAddressMatcher::new).toList();
    }
}
