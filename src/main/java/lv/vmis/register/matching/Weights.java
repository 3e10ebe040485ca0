package lv.vmis.register.matching;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;

/**
 * How many bits each {@link Feature} is worth. A change of weights is a new version with its training report; every hit
 * names the version it was scored with.
 *
 * <p>Written as lines of {@code FEATURE bits}, the first line {@code version NAME}; lines that begin with # say where the
 * weights come from.
 */
public final class Weights {

    private static final String CURRENT = "/matching/weights.txt";

    private final String version;
    private final double[] bits;

    private Weights(String version, double[] bits) {
        this.version = version;
        this.bits = bits;
    }

    /** The weights in use. */
    public static Weights current() {
        try (var file = Weights.class.getResourceAsStream(CURRENT)) {
            return parse(new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /**
     * Reads the written form.
     *
     * @throws IllegalArgumentException if a line cannot be read, a feature is missing, or there is no version
     */
    public static Weights parse(String text) {
        var version = "";
        var bits = new EnumMap<Feature, Double>(Feature.class);
        for (var line : text.lines().map(String::strip).toList()) {
            if (line.isEmpty() || line.startsWith("#")) {
                continue;
            }
            var parts = line.split("\\s+");
            if (parts.length != 2) {
                throw new IllegalArgumentException("not a weight: " + line);
            }
            if (parts[0].equals("version")) {
                version = parts[1];
            } else {
                bits.put(Feature.valueOf(parts[0]), Double.valueOf(parts[1]));
            }
        }
        if (version.isEmpty() || bits.size() != Feature.COUNT) {
            throw new IllegalArgumentException("a version and every feature have to be named");
        }
        return of(version, bits);
    }

    /** Weights of one's own making, for training. */
    public static Weights of(String version, Map<Feature, Double> bits) {
        var array = new double[Feature.COUNT];
        bits.forEach((feature, value) -> array[feature.ordinal()] = value);
        return new Weights(version, array);
    }

    /** The name of these weights, which every hit carries. */
    public String version() {
        return version;
    }

    /** Bits for one unit of the feature's amount. */
    public double of(Feature feature) {
        return bits[feature.ordinal()];
    }

    double sum(double[] amounts) {
        double sum = 0;
        for (int i = 0; i < amounts.length; i++) {
            sum += bits[i] * amounts[i];
        }
        return sum;
    }
}
