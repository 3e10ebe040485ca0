package lv.vmis.register.edge;

import jakarta.servlet.http.HttpServletRequest;

/** What a call needs of the agreement because of what it asks, beside what its route needs. */
public final class AlsoAgreed {

    private AlsoAgreed() {}

    /** @param code of the problem, where the agreement does not name it */
    public static void need(HttpServletRequest request, ApiCall call, String code) {
        if (!(request.getAttribute(ClientFilter.CLIENT) instanceof Clients.Client client)
                || !client.services().contains(call)) {
            throw new NotAgreed(code);
        }
    }
}
