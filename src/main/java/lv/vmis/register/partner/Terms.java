package lv.vmis.register.partner;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;
import lv.vmis.register.edge.ApiCall;
import lv.vmis.register.edge.Attribute;
import lv.vmis.register.edge.Way;
import org.jspecify.annotations.Nullable;

/**
 * What is agreed with an institution.
 *
 * @param ways how its systems may show which one they are
 * @param attributes what an answer tells beside the verdict
 * @param perMinute questions in a minute at most; nothing: no limit
 * @param networks it may ask from, as address and length; none: from any
 * @param eventsUrl where events about whom it follows are sent; nothing: it reads them
 * @param contact who answers for it at the institution
 */
public record Terms(
        String legalBasis,
        @Nullable LocalDate signedOn,
        Set<Way> ways,
        Set<ApiCall> services,
        Set<Attribute> attributes,
        List<String> purposes,
        @Nullable Integer perMinute,
        @Nullable Integer perDay,
        @Nullable LocalTime hoursFrom,
        @Nullable LocalTime hoursTo,
        List<String> networks,
        LocalDate validFrom,
        @Nullable LocalDate validTo,
        @Nullable String eventsUrl,
        @Nullable String contact) {

    public Terms {
        ways = Set.copyOf(ways);
        services = Set.copyOf(services);
        attributes = Set.copyOf(attributes);
        purposes = purposes.stream().sorted().distinct().toList();
        networks = List.copyOf(networks);
    }

    boolean isInForce(LocalDate day) {
        return !day.isBefore(validFrom) && (validTo == null || !day.isAfter(validTo));
    }
}
