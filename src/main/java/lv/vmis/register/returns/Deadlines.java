package lv.vmis.register.returns;

import java.util.List;
import java.util.UUID;

/** What a module knows of the deadlines of a case. Each module whose rules make some implements it. */
public interface Deadlines {

    List<Deadline> of(UUID caseId);
}
