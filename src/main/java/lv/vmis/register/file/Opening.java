package lv.vmis.register.file;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;
import lv.vmis.register.edge.NotFound;
import lv.vmis.register.journal.Entry;
import lv.vmis.register.journal.Journal;
import lv.vmis.register.kernel.Actor;
import lv.vmis.register.kernel.Right;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Opens a file for somebody who may read it, and tells the journal when what lies there is not what was kept. */
@Component
class Opening {

    private final StoredFiles files;
    private final Contents contents;
    private final Examination examination;
    private final Journal journal;
    private final TransactionTemplate transaction;

    Opening(
            StoredFiles files,
            Contents contents,
            Examination examination,
            Journal journal,
            PlatformTransactionManager transactions) {
        this.files = files;
        this.contents = contents;
        this.examination = examination;
        this.journal = journal;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** Makes something of a content outside the database. */
    interface Drawing {
        byte[] of(Arrived content) throws IOException;
    }

    <T> T in(Supplier<T> read) {
        return Objects.requireNonNull(transaction.execute(_ -> read.get()));
    }

    /** The facts of a file. */
    StoredFile found(UUID id) {
        return in(() -> files.find(id)).orElseThrow(NotFound::new);
    }

    /** A file whose content may be read by this official. */
    StoredFile readable(UUID id, Actor by) {
        var file = found(id);
        if (!file.isReadable()) {
            throw new NotFound();
        }
        if (!mayRead(file, by)) {
            throw new AccessDeniedException("%s may not read what was withdrawn".formatted(by.role()));
        }
        return file;
    }

    static boolean mayRead(StoredFile file, Actor by) {
        return file.isReadable() && (file.withdrawnAt() == null || by.may(Right.SEE_WITHDRAWN_FILES));
    }

    /** What is drawn from the content, when there is room to draw. */
    byte[] drawn(StoredFile file, Actor by, Drawing drawing) {
        return guarded(file, by, () -> {
            try (var content = Arrived.of(contents.open(file))) {
                return examination.inTurn(() -> drawing.of(content));
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        });
    }

    /** Does what reads the content. */
    <T> T guarded(StoredFile file, Actor by, Supplier<T> reading) {
        try {
            return reading.get();
        } catch (DamagedFile damaged) {
            in(() -> journal.record(
                    by,
                    Entry.access("file damaged", false)
                            .on("file", file.id(), file.version())
                            .about(file.personId())));
            throw damaged;
        }
    }
}
