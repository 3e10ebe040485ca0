package lv.vmis.register.selection;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import lv.vmis.register.edge.Frame;
import lv.vmis.register.kernel.Actor;
import lv.vmis.register.kernel.PersonId;
import lv.vmis.register.kernel.Purpose;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The persons of a selection as a file. */
@Component
class SelectionFile {

    static final String OPERATION = "selection.file";

    private final SelectedPersons persons;
    private final SelectionWords words;
    private final Cells cells;
    private final ListFile file;
    private final TransactionTemplate reading;

    SelectionFile(
            SelectedPersons persons,
            SelectionWords words,
            Cells cells,
            ListFile file,
            PlatformTransactionManager transactions) {
        this.persons = persons;
        this.words = words;
        this.cells = cells;
        this.file = file;
        this.reading = new TransactionTemplate(transactions);
        this.reading.setReadOnly(true);
    }

    /** @param export the request that was approved, if the list needed one */
    void send(
            Selection asked,
            FileFormat format,
            Purpose purpose,
            int most,
            @Nullable UUID export,
            Actor by,
            Frame f,
            HttpServletResponse response)
            throws IOException {
        var selection = asked.shownTo(by);
        var content = new ListFile.Content<PersonId>(
                OPERATION,
                f.t("selection.file-name", f.today().toString()),
                words.of(selection, f),
                Map.of("columns", selection.columns(), "export", export == null ? "" : export.toString()),
                some -> persons.find(selection, null, some),
                person -> person,
                selection.columns().stream()
                        .map(column -> f.name("selection.column", column))
                        .toList(),
                part -> rows(part, by).stream()
                        .map(row -> selection.columns().stream()
                                .map(column -> cells.of(column, row, f))
                                .toList())
                        .toList());
        file.send(content, format, purpose, most, by, f, response);
    }

    private List<SelectedRow> rows(List<PersonId> part, Actor by) {
        return Objects.requireNonNull(reading.execute(_ -> persons.rows(part, Selection.isNamedTo(by))));
    }
}
