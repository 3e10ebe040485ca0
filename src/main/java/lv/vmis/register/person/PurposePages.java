package lv.vmis.register.person;

import gg.jte.models.runtime.JteModel;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import lv.vmis.pages.Templates;
import lv.vmis.register.edge.Allow;
import lv.vmis.register.edge.Frame;
import lv.vmis.register.edge.Mistakes;
import lv.vmis.register.edge.Option;
import lv.vmis.register.edge.OwnPath;
import lv.vmis.register.edge.Purposes;
import lv.vmis.register.kernel.Actor;
import lv.vmis.register.kernel.Outcome.Done;
import lv.vmis.register.kernel.Outcome.Refused;
import lv.vmis.register.kernel.PersonId;
import lv.vmis.register.kernel.Purpose;
import lv.vmis.register.kernel.Right;
import lv.vmis.register.kernel.Role;
import lv.vmis.register.reference.Choices;
import lv.vmis.register.reference.Codes;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Purpose and case (C8), asked before personal data are shown. */
@RestController
class PurposePages {

    private final Purposes purposes;
    private final Numbers numbers;
    private final Codes codes;
    private final Choices choices;
    private final Templates html;
    private final Clock clock;

    PurposePages(Purposes purposes, Numbers numbers, Codes codes, Choices choices, Templates html, Clock clock) {
        this.purposes = purposes;
        this.numbers = numbers;
        this.codes = codes;
        this.choices = choices;
        this.html = html;
        this.clock = clock;
    }

    @Allow(Right.SEARCH)
    @GetMapping("/purpose")
    JteModel ask(
            Frame f,
            Actor by,
            @RequestParam(defaultValue = "/") String back,
            @RequestParam(required = false) @Nullable UUID person,
            @RequestParam(name = "case", required = false) @Nullable UUID caseId) {
        var last = purposes.forSearching(by);
        var opened = person == null || caseId == null ? null : numbers.ofCase(caseId, new PersonId(person));
        var form = new PurposeForm(
                last.map(Purpose::code).orElseGet(() -> usual(by)),
                opened == null ? last.map(Purpose::caseRef).orElse(null) : opened,
                opened == null ? last.map(Purpose::reason).orElse(null) : null,
                person == null ? null : person.toString(),
                back);
        return html.personPurpose(f, form, Mistakes.NONE, options(f));
    }

    @Allow(Right.SEARCH)
    @PostMapping("/purpose")
    ResponseEntity<JteModel> state(Frame f, Actor by, PurposeForm form) {
        return switch (form.parse(codes, LocalDate.now(clock))) {
            case Done<Purpose>(var purpose) -> {
                purposes.state(by, purpose, form.whom());
                yield ResponseEntity.status(303)
                        .location(OwnPath.of(form.back()))
                        .build();
            }
            case Refused<Purpose>(var reasons) ->
                ResponseEntity.unprocessableContent()
                        .body(html.personPurpose(f, form, new Mistakes(reasons), options(f)));
        };
    }

    private List<Option> options(Frame f) {
        return choices.of("purpose", f).stream()
                .filter(option -> !option.value().equals(Purpose.TASK_LIST.code()))
                .toList();
    }

    /** The purpose a role has most often; the official may choose another. */
    private static String usual(Actor by) {
        return switch (by.role()) {
            case Role.INSPECTOR -> "FINDING";
            case Role.ESCORT -> "EXECUTION";
            case Role.STEWARD -> "CORRECTION";
            case Role.AUDITOR -> "AUDIT";
            case Role.CONSUL -> "VISA";
            case null, default -> "DECISION";
        };
    }
}
