package lv.vmis.register.kernel;

import java.util.UUID;

/** Names a person record. It lives here because journal entries and looks name persons too. */
public record PersonId(UUID value) {

    public static PersonId next() {
        return new PersonId(Ids.next());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
