package lv.vmis.register.partner;

import gg.jte.models.runtime.JteModel;
import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import lv.vmis.pages.Templates;
import lv.vmis.register.edge.Allow;
import lv.vmis.register.edge.Csv;
import lv.vmis.register.edge.Frame;
import lv.vmis.register.edge.Mistakes;
import lv.vmis.register.edge.NotFound;
import lv.vmis.register.edge.Option;
import lv.vmis.register.kernel.Outcome.Done;
import lv.vmis.register.kernel.Outcome.Refused;
import lv.vmis.register.kernel.Right;
import lv.vmis.register.partner.AgreementUse.Query;
import lv.vmis.register.reference.Names;
import org.springframework.http.ContentDisposition;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RestController;

/** How much institutions use the register: on screen and as a file. Figures only, nobody is named. */
@RestController
class UsePages {

    private static final String HERE = AgreementPages.HERE + "/use";
    private static final int SHOWN = 500;
    private static final int IN_FILE = 100_000;

    private final AgreementUse use;
    private final AgreementChanges changes;
    private final Names names;
    private final TransactionTemplate reading;
    private final Templates html;

    UsePages(
            AgreementUse use,
            AgreementChanges changes,
            Names names,
            PlatformTransactionManager transactions,
            Templates html) {
        this.use = use;
        this.changes = changes;
        this.names = names;
        this.reading = new TransactionTemplate(transactions);
        this.reading.setReadOnly(true);
        this.html = html;
    }

    @Allow(Right.SEE_AGREEMENTS)
    @GetMapping(HERE)
    ResponseEntity<JteModel> page(Frame f, @ModelAttribute UseForm sent) {
        var form = sent.filled(f.today());
        return switch (form.parse(f.today())) {
            case Done<Query>(var query) -> ResponseEntity.ok(page(f, form, found(query, SHOWN), Mistakes.NONE));
            case Refused<Query>(var reasons) ->
                ResponseEntity.unprocessableContent().body(page(f, form, List.of(), new Mistakes(reasons)));
        };
    }

    private JteModel page(Frame f, UseForm form, List<UseRow> rows, Mistakes mistakes) {
        var all = Objects.requireNonNull(reading.execute(_ -> changes.agreements(f.today()))).stream()
                .map(one -> new Option(one.number(), one.number() + " – " + names.institution(f, one.institution())))
                .toList();
        return html.partnerUse(f, names, form, all, rows, rows.size() == SHOWN, mistakes);
    }

    @Allow(Right.SEE_AGREEMENTS)
    @GetMapping(HERE + "/file")
    void file(Frame f, @ModelAttribute UseForm sent, HttpServletResponse response) throws IOException {
        var form = sent.filled(f.today());
        if (!(form.parse(f.today()) instanceof Done<Query>(var query))) {
            throw new NotFound();
        }
        var rows = found(query, IN_FILE);
        response.setContentType("text/csv");
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        response.setHeader("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'; sandbox");
        response.setHeader(
                "Content-Disposition",
                ContentDisposition.attachment()
                        .filename(f.t("partner.use-file", f.today().toString()), StandardCharsets.UTF_8)
                        .build()
                        .toString());
        try (var out = new BufferedWriter(new OutputStreamWriter(response.getOutputStream(), StandardCharsets.UTF_8))) {
            var csv = new Csv(out);
            csv.line(List.of(
                    f.t("partner.period"),
                    f.t("partner.institution"),
                    f.t("partner.number"),
                    f.t("partner.purpose-or-refusal"),
                    f.t("partner.answered"),
                    f.t("partner.refused")));
            for (var row : rows) {
                csv.line(List.of(
                        query.byDay()
                                ? row.period().toString()
                                : row.period().toString().substring(0, 7),
                        names.institution(f, row.institution()),
                        row.agreement(),
                        row.purpose() != null
                                ? names.of(f, "purpose", row.purpose())
                                : f.t("problem." + row.refusal() + ".title"),
                        Long.toString(row.answered()),
                        Long.toString(row.refused())));
            }
        }
    }

    private List<UseRow> found(Query query, int most) {
        return Objects.requireNonNull(reading.execute(_ -> use.of(query, most)));
    }
}
