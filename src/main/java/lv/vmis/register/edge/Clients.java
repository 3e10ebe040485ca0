package lv.vmis.register.edge;

import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Systems of institutions that call the API. Implemented by partner. */
public interface Clients {

    /**
     * A client and its agreement on a day.
     *
     * @param ways how it may show which one it is
     * @param perMinute questions in a minute at most
     * @param perDay questions in a day at most
     * @param networks it may call from, as address and length; from any when there is none
     */
    record Client(
            UUID id,
            String name,
            String institution,
            String agreement,
            Set<Way> ways,
            List<String> purposes,
            Set<ApiCall> services,
            Set<Attribute> attributes,
            boolean blocked,
            boolean inForce,
            boolean suspended,
            @Nullable Integer perMinute,
            @Nullable Integer perDay,
            @Nullable LocalTime hoursFrom,
            @Nullable LocalTime hoursTo,
            List<String> networks) {

        /**
         * Whether it may ask at this time by the clocks of Latvia: an hour that comes twice when they are set back counts both times. Hours
         * that end before they begin lie over midnight.
         */
        boolean isOpenAt(LocalTime now) {
            if (hoursFrom == null || hoursTo == null) {
                return true;
            }
            var isFrom = !now.isBefore(hoursFrom);
            var isBefore = now.isBefore(hoursTo);
            return hoursFrom.isBefore(hoursTo) ? isFrom && isBefore : isFrom || isBefore;
        }
    }

    /**
     * Questions beyond what an agreement allows.
     *
     * @param ofDay whether it is the day that is used up, or only the minute
     * @param seconds after which as many may be asked again
     */
    record Beyond(boolean ofDay, long seconds) {}

    Optional<Client> byKey(String key, LocalDate day);

    /** @param subject how a good token names its system */
    Optional<Client> byToken(String subject, LocalDate day);

    /** @param certificate of the connection, whoever issued it */
    Optional<Client> byCertificate(X509Certificate certificate, LocalDate day);

    /** Counts questions, for all processes together; those beyond what the agreement allows are not counted. */
    Optional<Beyond> count(Client client, String purpose, int questions, Instant now);
}
