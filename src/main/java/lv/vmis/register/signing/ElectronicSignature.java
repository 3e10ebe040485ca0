package lv.vmis.register.signing;

import lv.vmis.register.kernel.Actor;

/**
 * The port to whatever signs. It is asked outside of any transaction, and nothing it gives back is believed before
 * {@link SignatureCheck} has looked at it.
 */
interface ElectronicSignature {

    /** Whether documents can be signed from here; where not, they are signed elsewhere and brought. */
    boolean isOffered();

    Answer sign(Order order);

    /** What is to be signed, how, and by whom. */
    record Order(DocumentToSign document, SignatureFormat format, Actor signatory) {}

    /** What became of an order. */
    sealed interface Answer {

        record Signed(byte[] content) implements Answer {}

        /** The service answers that it does not sign. */
        record Declined(String why) implements Answer {}

        /** The service does not answer, or not in words we know. */
        record Silent(String why) implements Answer {}
    }
}
