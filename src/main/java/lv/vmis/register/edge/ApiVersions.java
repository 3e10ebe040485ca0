package lv.vmis.register.edge;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.regex.Pattern;
import lv.vmis.register.kernel.RegisterClock;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.http.HttpHeaders;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Says in each answer of a version of the API that another is to be used and until when this one answers: {@code Deprecation} (RFC 9745),
 * {@code Sunset} (RFC 8594) and a link to what changes. After its last day a version answers 410 and nothing else.
 */
final class ApiVersions extends OncePerRequestFilter {

    private static final Pattern VERSION = Pattern.compile("/api/(v[0-9]+)/.*");

    private final Map<String, Ages> ages;
    private final Problems problems;
    private final Clock clock;

    ApiVersions(Settings settings, Problems problems, Clock clock) {
        this.ages = settings.versions();
        this.problems = problems;
        this.clock = clock;
    }

    /**
     * What of the ages of versions was decided.
     *
     * @param versions by their names in the address, such as {@code v1}; a version of which nothing was decided has none
     */
    @ConfigurationProperties("register.api")
    record Settings(@DefaultValue Map<String, Ages> versions) {

        Settings {
            versions = Map.copyOf(versions);
        }
    }

    /**
     * The days of a version.
     *
     * @param deprecated from when another is to be used
     * @param sunset the last day on which it answers
     * @param link where it is written what changes
     */
    record Ages(
            @Nullable LocalDate deprecated,
            @Nullable LocalDate sunset,
            @Nullable String link) {}

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var version = VERSION.matcher(request.getRequestURI());
        var its = version.matches() ? ages.get(version.group(1)) : null;
        if (its == null) {
            chain.doFilter(request, response);
            return;
        }
        var deprecated = its.deprecated();
        if (deprecated != null) {
            response.setHeader("Deprecation", "@" + begin(deprecated).toEpochSecond());
        }
        var sunset = its.sunset();
        if (sunset != null) {
            var end = begin(sunset.plusDays(1)).withZoneSameInstant(ZoneOffset.UTC);
            response.setHeader("Sunset", DateTimeFormatter.RFC_1123_DATE_TIME.format(end));
        }
        if (its.link() != null) {
            response.setHeader(HttpHeaders.LINK, "<%s>; rel=\"deprecation\"".formatted(its.link()));
        }
        if (sunset != null && LocalDate.now(clock).isAfter(sunset)) {
            problems.write(request, response, HttpServletResponse.SC_GONE, "version-ended");
            return;
        }
        chain.doFilter(request, response);
    }

    private static ZonedDateTime begin(LocalDate day) {
        return day.atStartOfDay(RegisterClock.RIGA);
    }
}
