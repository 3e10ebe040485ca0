package lv.vmis.register.person;

import lv.vmis.register.kernel.PersonId;

/** How many others may be the same person and wait for an official to say so; the module that joins records knows. */
public interface OpenLikenesses {

    int of(PersonId person);
}
