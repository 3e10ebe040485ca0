package lv.vmis.register.person;

import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import lv.vmis.register.edge.Passing;
import lv.vmis.register.kernel.Actor;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Keeps and gives back what an official searched for; other modules fill their forms from it. */
@Component
public class KeptSearches implements Passing {

    private final PersonSearch search;
    private final TransactionTemplate transaction;

    KeptSearches(PersonSearch search, PlatformTransactionManager transactions) {
        this.search = search;
        this.transaction = new TransactionTemplate(transactions);
    }

    public UUID keep(SearchCriteria criteria, Actor by) {
        return java.util.Objects.requireNonNull(transaction.execute(_ -> search.keep(criteria, by)));
    }

    @Override
    public String name() {
        return "person_search";
    }

    @Override
    public int removePast(OffsetDateTime now) {
        return search.removePast(now);
    }

    public Optional<SearchCriteria> kept(UUID id, Actor by) {
        return java.util.Objects.requireNonNull(transaction.execute(_ -> search.kept(id, by)));
    }
}
