package lv.vmis.register.exchange;

import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Who understands what which system writes. They put messages themselves, so they are asked for only when needed. */
@Component
class Correspondences {

    private final ObjectProvider<Correspondence> all;

    Correspondences(ObjectProvider<Correspondence> all) {
        this.all = all;
    }

    Optional<Correspondence> with(Correspondent correspondent) {
        return all.stream().filter(one -> one.with() == correspondent).findFirst();
    }

    /** Why a body is not of the schema. */
    Optional<String> fault(Correspondent correspondent, String body) {
        return with(correspondent)
                .map(found -> Xml.fault(body, found.schema()))
                .orElseGet(() -> Optional.of("nobody understands " + correspondent));
    }
}
