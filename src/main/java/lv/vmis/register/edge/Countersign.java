package lv.vmis.register.edge;

import java.util.UUID;
import lv.vmis.register.kernel.Purpose;

/** Gives the caller of the API a receipt for what he was answered. Implemented by receipt. */
public interface Countersign {

    /**
     * A call and its answer.
     *
     * @param number the request of its journal entries
     * @param permission number of the agreement
     * @param route method and path
     * @param asked the body as it came
     * @param status HTTP status of the answer
     * @param answered the body as it leaves, before any compression
     */
    record Call(
            UUID number,
            UUID client,
            String permission,
            Purpose purpose,
            String route,
            byte[] asked,
            int status,
            byte[] answered) {}

    /** The receipt, as the text that the verifier reads. */
    String receipt(Call call);
}
