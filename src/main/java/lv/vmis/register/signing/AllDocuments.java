package lv.vmis.register.signing;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** The printed documents of every kind, each asked of the module that prints it. */
@Component
class AllDocuments {

    private final List<DocumentsToSign> modules;

    AllDocuments(List<DocumentsToSign> modules) {
        this.modules = List.copyOf(modules);
    }

    Optional<DocumentToSign> find(SignableKind kind, UUID id) {
        return module(kind).flatMap(module -> module.find(id));
    }

    Optional<DocumentToSign> locked(SignableKind kind, UUID id) {
        return module(kind).flatMap(module -> module.locked(id));
    }

    private Optional<DocumentsToSign> module(SignableKind kind) {
        return modules.stream().filter(module -> module.kind() == kind).findFirst();
    }
}
