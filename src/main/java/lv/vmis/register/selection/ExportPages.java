package lv.vmis.register.selection;

import gg.jte.models.runtime.JteModel;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;
import lv.vmis.pages.Templates;
import lv.vmis.register.edge.Allow;
import lv.vmis.register.edge.Answers;
import lv.vmis.register.edge.Frame;
import lv.vmis.register.edge.Mistakes;
import lv.vmis.register.edge.NotFound;
import lv.vmis.register.edge.Once;
import lv.vmis.register.kernel.Actor;
import lv.vmis.register.kernel.Outcome;
import lv.vmis.register.kernel.Refusal;
import lv.vmis.register.kernel.Right;
import lv.vmis.register.reference.Names;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Files of long lists: who requested which, what another official says, and the download. No page of it names a person. */
@RestController
class ExportPages {

    private final Exports exports;
    private final SelectionFile file;
    private final ApproveExport approve;
    private final DeclineExport decline;
    private final SelectionWords words;
    private final Names names;
    private final Once once;
    private final TransactionTemplate reading;
    private final Templates html;

    ExportPages(
            Exports exports,
            SelectionFile file,
            ApproveExport approve,
            DeclineExport decline,
            SelectionWords words,
            Names names,
            Once once,
            PlatformTransactionManager transactions,
            Templates html) {
        this.exports = exports;
        this.file = file;
        this.approve = approve;
        this.decline = decline;
        this.words = words;
        this.names = names;
        this.once = once;
        this.reading = new TransactionTemplate(transactions);
        this.reading.setReadOnly(true);
        this.html = html;
    }

    @Allow(Right.SELECT_PERSONS)
    @GetMapping("/persons/exports")
    JteModel list(Frame f, Actor by) {
        var all = Objects.requireNonNull(reading.execute(_ -> exports.of(by, by.may(Right.APPROVE_EXPORT))));
        return html.selectionExports(
                f, names, all.stream().map(export -> line(export)).toList());
    }

    @Allow(Right.SELECT_PERSONS)
    @GetMapping("/persons/exports/{id}")
    JteModel show(Frame f, Actor by, @PathVariable UUID id) {
        return page(f, by, id, ExportForm.fresh(), Mistakes.NONE);
    }

    @Allow(Right.APPROVE_EXPORT)
    @PostMapping("/persons/exports/{id}/approve")
    ResponseEntity<JteModel> approve(Frame f, Actor by, @PathVariable UUID id, @ModelAttribute ExportForm form) {
        return step(f, by, id, form, "approve", () -> approve.run(new ApproveExport.Input(id, form.seen()), by));
    }

    @Allow(Right.APPROVE_EXPORT)
    @PostMapping("/persons/exports/{id}/decline")
    ResponseEntity<JteModel> decline(Frame f, Actor by, @PathVariable UUID id, @ModelAttribute ExportForm form) {
        return step(
                f,
                by,
                id,
                form,
                "decline",
                () -> form.why(f.today()).then(why -> decline.run(new DeclineExport.Input(id, form.seen(), why), by)));
    }

    /** For whoever requested it, as long as the approval holds; each time is a look of its own. */
    @Allow(Right.SELECT_PERSONS)
    @PostMapping("/persons/exports/{id}/file")
    @Nullable
    ResponseEntity<JteModel> file(
            Frame f,
            Actor by,
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable String format,
            HttpServletResponse response)
            throws IOException {
        var export = visible(id, by);
        if (!export.isOf(by)
                || exports.state(export) != Export.State.APPROVED
                || !export.selection().isOpenTo(by)) {
            throw new NotFound();
        }
        try {
            file.send(export.selection(), FileFormat.of(format), export.purpose(), exports.most(), id, by, f, response);
            return null;
        } catch (ListFile.TooLong _) {
            var refused = List.of(Refusal.of(SelectionRefusal.TOO_MANY, exports.most()));
            return ResponseEntity.unprocessableContent()
                    .body(page(f, by, id, ExportForm.fresh(), new Mistakes(refused)));
        }
    }

    private ResponseEntity<JteModel> step(
            Frame f, Actor by, UUID id, ExportForm form, String step, Supplier<Outcome<UUID>> action) {
        return Answers.to(
                once.run(form.key(), by, id + step + form, action, done -> "/persons/exports/" + done),
                mistakes -> page(f, by, id, form, mistakes));
    }

    private JteModel page(Frame f, Actor by, UUID id, ExportForm form, Mistakes mistakes) {
        var export = visible(id, by);
        return html.selectionExport(
                f,
                names,
                line(export),
                words.of(export.selection(), f),
                form,
                by.may(Right.APPROVE_EXPORT) && export.blocked(export.version(), by) == null,
                mistakes);
    }

    /** Of those who requested it and those who may approve it. */
    private Export visible(UUID id, Actor by) {
        return Objects.requireNonNull(reading.execute(_ -> exports.find(id)))
                .filter(export -> export.isOf(by)
                        || (by.may(Right.APPROVE_EXPORT) && export.institution().equals(by.institution())))
                .orElseThrow(NotFound::new);
    }

    private ExportLine line(Export export) {
        return new ExportLine(export, exports.state(export), export.until(exports.open()));
    }
}
