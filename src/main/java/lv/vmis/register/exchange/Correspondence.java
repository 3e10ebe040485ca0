package lv.vmis.register.exchange;

import java.util.Optional;
import javax.xml.validation.Schema;
import lv.vmis.register.kernel.Actor;
import lv.vmis.register.kernel.Bilingual;

/**
 * Implemented by the module that understands what a system of another authority writes. Both calls are in one transaction with
 * the bookkeeping of the exchange: what they write is kept once, or the message comes again.
 */
public interface Correspondence {

    Correspondent with();

    /** Of the bodies of all its messages, either way, and of answers that have one. */
    Schema schema();

    /** What that system said of a message; a refused one too. */
    void answered(Answered answered, Actor system);

    /** Takes a message. One that is not of the schema never gets here. */
    Taken received(Received received, Actor system);

    /** What messages of a kind tell, in words; nothing for a kind it does not know. */
    default Optional<Bilingual> named(String kind) {
        return Optional.empty();
    }
}
