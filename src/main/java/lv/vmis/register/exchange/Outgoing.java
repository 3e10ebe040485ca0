package lv.vmis.register.exchange;

import java.util.UUID;
import lv.vmis.register.kernel.PersonId;

/**
 * A message to another system.
 *
 * @param id its key there too: sent again it has no second effect
 * @param person whose order is kept
 * @param body XML of the schema of its {@link Correspondence}
 */
public record Outgoing(UUID id, Correspondent to, PersonId person, String kind, String body) {}
