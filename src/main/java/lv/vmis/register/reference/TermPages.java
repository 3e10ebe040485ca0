package lv.vmis.register.reference;

import gg.jte.models.runtime.JteModel;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import lv.vmis.pages.Templates;
import lv.vmis.register.edge.Allow;
import lv.vmis.register.edge.Frame;
import lv.vmis.register.edge.Mistakes;
import lv.vmis.register.edge.Option;
import lv.vmis.register.kernel.Outcome.Done;
import lv.vmis.register.kernel.Outcome.Refused;
import lv.vmis.register.kernel.Right;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RestController;

/** What a term of the law would come to from another day, or with another length: nothing of it is kept. */
@RestController
class TermPages {

    private final ReferenceData data;
    private final LegalParameters parameters;
    private final Terms terms;
    private final WorkingDays workingDays;
    private final Holidays holidays;
    private final Clock clock;
    private final Templates html;

    TermPages(
            ReferenceData data,
            LegalParameters parameters,
            Terms terms,
            WorkingDays workingDays,
            Holidays holidays,
            Clock clock,
            Templates html) {
        this.data = data;
        this.parameters = parameters;
        this.terms = terms;
        this.workingDays = workingDays;
        this.holidays = holidays;
        this.clock = clock;
        this.html = html;
    }

    @Allow(Right.SEE_REFERENCE)
    @GetMapping("/reference/terms")
    ResponseEntity<JteModel> terms(Frame f, @ModelAttribute TermForm form) {
        if (form.isEmpty()) {
            return ResponseEntity.ok(page(f, Mistakes.NONE, form, null, null));
        }
        return switch (form.parse(parameters, LocalDate.now(clock))) {
            case Done<TermForm.Wanted>(var wanted) -> {
                var term = terms.counted(wanted);
                var last = term.until().day();
                yield ResponseEntity.ok(page(
                        f,
                        Mistakes.NONE,
                        form,
                        term,
                        workingDays.isWorkingDay(last) ? null : workingDays.onOrAfter(last)));
            }
            case Refused<TermForm.Wanted>(var mistakes) ->
                ResponseEntity.unprocessableContent().body(page(f, new Mistakes(mistakes), form, null, null));
        };
    }

    private JteModel page(
            Frame f, Mistakes mistakes, TermForm form, @Nullable Term term, @Nullable LocalDate nextWorkingDay) {
        return html.referenceTerms(f, mistakes, form, rules(f), term, nextWorkingDay, holidays);
    }

    /** Every term once, by the name it has today or had last. */
    private List<Option> rules(Frame f) {
        return data.now().legalParameters().stream()
                .filter(Terms::isTerm)
                .filter(one -> one.validTo() == null || one.isInForce(f.today()))
                .map(one -> new Option(one.code(), one.said().in(f.language())))
                .distinct()
                .toList();
    }
}
