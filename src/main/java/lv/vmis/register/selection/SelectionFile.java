package lv.vmis.register.selection;

import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lv.vmis.register.edge.Frame;
import lv.vmis.register.journal.Looks;
import lv.vmis.register.journal.Looks.Looked;
import lv.vmis.register.kernel.Actor;
import lv.vmis.register.kernel.PersonId;
import lv.vmis.register.kernel.Purpose;
import lv.vmis.register.reference.Names;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The file of a list: one look at everybody in it, durable before the first line leaves, then the lines part by part. Its
 * first line says who took it out, when, for what, and under which number the journal knows it.
 */
@Component
class SelectionFile {

    static final String OPERATION = "selection.file";

    private static final int PART = 500;

    private final SelectedPersons persons;
    private final SelectionWords words;
    private final Cells cells;
    private final Names names;
    private final Looks looks;
    private final TransactionTemplate reading;

    SelectionFile(
            SelectedPersons persons,
            SelectionWords words,
            Cells cells,
            Names names,
            Looks looks,
            PlatformTransactionManager transactions) {
        this.persons = persons;
        this.words = words;
        this.cells = cells;
        this.names = names;
        this.looks = looks;
        this.reading = new TransactionTemplate(transactions);
        this.reading.setReadOnly(true);
    }

    /** A list is longer than it may be: nothing was recorded and nothing left. */
    static final class TooLong extends RuntimeException {
        TooLong() {
            super("too long", null, false, false);
        }
    }

    /** @param export the request that was approved, if the list needed one */
    void send(
            Selection asked,
            Purpose purpose,
            int most,
            @Nullable UUID export,
            Actor by,
            Frame f,
            HttpServletResponse response)
            throws IOException {
        var selection = asked.shownTo(by);
        var found = looked(selection, purpose, most, export, by, f);
        response.setContentType("text/csv");
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        response.setHeader("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'; sandbox");
        response.setHeader(
                "Content-Disposition",
                ContentDisposition.attachment()
                        .filename(f.t("selection.file-name", f.today().toString()), StandardCharsets.UTF_8)
                        .build()
                        .toString());
        try (var out = new BufferedWriter(new OutputStreamWriter(response.getOutputStream(), StandardCharsets.UTF_8))) {
            var csv = new Csv(out);
            csv.line(mark(selection, purpose, found.entry(), by, f));
            csv.line(selection.columns().stream()
                    .map(column -> f.name("selection.column", column))
                    .toList());
            for (var at = 0; at < found.value().size(); at += PART) {
                var part = found.value()
                        .subList(at, Math.min(at + PART, found.value().size()));
                for (var row : rows(part, by)) {
                    csv.line(selection.columns().stream()
                            .map(column -> cells.of(column, row, f))
                            .toList());
                }
            }
            // Whoever misses this line has not got the whole file.
            csv.line(List.of(f.t("selection.file-end", found.value().size())));
        }
    }

    private Looked<List<PersonId>> looked(
            Selection selection, Purpose purpose, int most, @Nullable UUID export, Actor by, Frame f) {
        return looks.searching(
                by,
                OPERATION,
                purpose,
                words.of(selection, f),
                () -> {
                    var found = persons.find(selection, null, most + 1);
                    if (found.size() > most) {
                        throw new TooLong();
                    }
                    return found;
                },
                found -> found,
                _ -> Stream.of(
                                Map.entry("columns", (Object) selection.columns()),
                                Map.entry("export", export == null ? "" : export.toString()))
                        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
    }

    private List<SelectedRow> rows(List<PersonId> part, Actor by) {
        return Objects.requireNonNull(reading.execute(_ -> persons.rows(part, Selection.isNamedTo(by))));
    }

    private List<String> mark(Selection selection, Purpose purpose, UUID entry, Actor by, Frame f) {
        var mark = new ArrayList<String>();
        mark.add(f.t("selection.file-of", by.name(), f.unitName(), f.moment(f.now())));
        mark.add(f.t("selection.file-purpose", purposeText(purpose, f)));
        mark.add(f.t("selection.file-entry", entry.toString()));
        var said = words.of(selection, f).entrySet().stream()
                .map(word -> word.getKey() + ": " + word.getValue())
                .collect(Collectors.joining(", "));
        mark.add(f.t("selection.file-conditions", said.isEmpty() ? f.t("selection.no-conditions") : said));
        return mark;
    }

    private String purposeText(Purpose purpose, Frame f) {
        return Stream.of(names.of(f, "purpose", purpose.code()), purpose.caseRef(), purpose.reason())
                .filter(Objects::nonNull)
                .collect(Collectors.joining(", "));
    }
}
