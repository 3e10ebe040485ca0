package lv.vmis.register.edge;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Systems of institutions that call the API. Implemented by partner. */
public interface Clients {

    /** A client and its agreement on a day. */
    record Client(
            UUID id,
            String name,
            String institution,
            String agreement,
            List<String> purposes,
            boolean blocked,
            boolean inForce) {}

    Optional<Client> byKey(String key, LocalDate day);
}
