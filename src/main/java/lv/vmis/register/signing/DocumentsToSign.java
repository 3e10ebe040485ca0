package lv.vmis.register.signing;

import java.util.Optional;
import java.util.UUID;

/** The printed documents of one kind. Implemented by the module that prints them. */
public interface DocumentsToSign {

    SignableKind kind();

    /** The document, if it was signed in the register. */
    Optional<DocumentToSign> find(UUID id);

    /** The document as it is once nobody else can change what it belongs to before this transaction ends. */
    Optional<DocumentToSign> locked(UUID id);
}
