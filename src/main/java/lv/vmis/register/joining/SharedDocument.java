package lv.vmis.register.joining;

import lv.vmis.register.kernel.PersonId;

/** A document that another person has as well. */
public record SharedDocument(String document, String issuer, PersonId personId, long number) {

    public String person() {
        return Link.shown(number);
    }
}
