package lv.vmis.register.joining;

import java.util.Optional;
import lv.vmis.register.kernel.PersonId;
import lv.vmis.register.person.Persons;

/** The records that speak for two persons, locked until the transaction ends; the elder is to be the head of both. */
record Pair(PersonId elder, PersonId younger) {

    /** None when one of them is not in the register. */
    static Optional<Pair> locked(Persons persons, PersonId one, PersonId other) {
        // Always in the same order, so that two who judge the same pair wait for one another instead of for ever.
        var swap = persons.head(one).toString().compareTo(persons.head(other).toString()) > 0;
        var first = persons.lockedHead(swap ? other : one);
        var second = persons.lockedHead(swap ? one : other);
        return persons.bar(first)
                .flatMap(a -> persons.bar(second)
                        .map(b -> a.number() < b.number() ? new Pair(a.id(), b.id()) : new Pair(b.id(), a.id())));
    }
}
