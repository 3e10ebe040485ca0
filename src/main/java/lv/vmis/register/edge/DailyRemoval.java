package lv.vmis.register.edge;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.TimeUnit;
import lv.vmis.register.kernel.Acting;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Removes rows that have served their time: personal data are kept no longer than needed (Regulation (EU) 2016/679, Art. 5(1)(e)).
 * Nothing depends on it: who reads such rows asks for those of the moment, so a day without it changes no answer.
 */
@Component
class DailyRemoval {

    private static final Logger LOG = LoggerFactory.getLogger(DailyRemoval.class);

    private final List<Passing> tables;
    private final Clock clock;
    private final TransactionTemplate transaction;

    DailyRemoval(List<Passing> tables, Clock clock, PlatformTransactionManager transactions) {
        this.tables = tables;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    @Scheduled(initialDelay = 10, fixedDelay = 24 * 60, timeUnit = TimeUnit.MINUTES)
    void remove() throws Exception {
        var now = OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
        for (var table : tables) {
            // Each for itself, so that one that fails does not hold up the others.
            try {
                var rows = Acting.as(Denials.nobody(null), () -> transaction.execute(_ -> table.removePast(now)));
                LOG.info("{}: {} rows past their time removed", table.name(), rows);
            } catch (RuntimeException failure) {
                LOG.warn("{}: rows past their time could not be removed; tried again tomorrow", table.name(), failure);
            }
        }
    }
}
