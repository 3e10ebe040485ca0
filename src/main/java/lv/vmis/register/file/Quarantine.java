package lv.vmis.register.file;

import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import lv.vmis.register.kernel.Acting;
import lv.vmis.register.kernel.Actor;
import lv.vmis.register.kernel.Ids;
import lv.vmis.register.kernel.Outcome.Done;
import lv.vmis.register.kernel.Outcome.Refused;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Has files searched that came while the scanner did not answer. Every process does so; each file is searched by one of them. */
@Component
class Quarantine {

    private static final Logger LOG = LoggerFactory.getLogger(Quarantine.class);

    private final StoredFiles files;
    private final ScanFile scan;
    private final TransactionTemplate transaction;

    Quarantine(StoredFiles files, ScanFile scan, PlatformTransactionManager transactions) {
        this.files = files;
        this.scan = scan;
        this.transaction = new TransactionTemplate(transactions);
    }

    @Scheduled(initialDelay = 30, fixedDelay = 30, timeUnit = TimeUnit.SECONDS)
    void search() throws Exception {
        var by = register();
        var waiting = Acting.as(by, () -> Objects.requireNonNull(transaction.execute(_ -> files.waiting())));
        for (var file : waiting) {
            if (!isSearched(file, by)) {
                return;
            }
        }
    }

    /** False when the scanner does not answer, so that asking about the others is no use now. */
    private boolean isSearched(UUID file, Actor by) throws Exception {
        try {
            return switch (Acting.as(by, () -> scan.run(new ScanFile.Input(file), by))) {
                case Done<Boolean> _ -> true;
                case Refused<Boolean>(var reasons) -> {
                    var why = reasons.getFirst();
                    if (why.code() != FileRefusal.NOT_WAITING) {
                        LOG.warn("File {} stays in quarantine: {}", file, why.values());
                    }
                    yield why.code() != FileRefusal.SCANNER_SILENT;
                }
            };
        } catch (DamagedFile damaged) {
            LOG.error("A file in quarantine is damaged", damaged);
            return true;
        }
    }

    /** The register itself: nobody else asked for the search. */
    private static Actor register() {
        return new Actor(new UUID(0, 0), "–", null, "–", "–", null, null, null, Ids.next());
    }
}
