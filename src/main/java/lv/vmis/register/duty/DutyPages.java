package lv.vmis.register.duty;

import gg.jte.models.runtime.JteModel;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.UUID;
import java.util.regex.Pattern;
import lv.vmis.pages.Templates;
import lv.vmis.register.edge.Allow;
import lv.vmis.register.edge.Frame;
import lv.vmis.register.edge.NotFound;
import lv.vmis.register.journal.Looks;
import lv.vmis.register.kernel.Actor;
import lv.vmis.register.kernel.Purpose;
import lv.vmis.register.kernel.Right;
import lv.vmis.register.kernel.Role;
import lv.vmis.register.reference.Choices;
import lv.vmis.register.reference.Names;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The work list (C4): every case that is not at an end, with its next step, whose it is, and until when. */
@RestController
class DutyPages {

    private static final Pattern NUMBER = Pattern.compile("(?:[Ll]?-?(\\d{4})-)?(\\d{1,6})");

    private final WaitingCases cases;
    private final Looks looks;
    private final Choices choices;
    private final Names names;
    private final Templates html;

    DutyPages(WaitingCases cases, Looks looks, Choices choices, Names names, Templates html) {
        this.cases = cases;
        this.looks = looks;
        this.choices = choices;
        this.names = names;
        this.html = html;
    }

    @Allow(Right.SEE_PERSON)
    @GetMapping("/duties")
    JteModel list(
            Frame f,
            Actor by,
            @RequestParam(defaultValue = "") String owner,
            @RequestParam(defaultValue = "") String step,
            @RequestParam(defaultValue = "") String number,
            @RequestParam(required = false) @Nullable LocalDate after,
            @RequestParam(required = false) @Nullable UUID id) {
        // An inspector does the work of his unit; PMLP decides in one office, and who signs looks at all.
        var shown = !owner.isEmpty() ? owner : by.role() == Role.INSPECTOR ? "unit" : "own";
        var own = by.institution().equals("VRS") ? "VRS" : "PMLP";
        var whose = switch (shown) {
            case "unit" -> new WaitingCases.Whose.Unit(by.unit());
            case "own" -> new WaitingCases.Whose.Institution(own);
            case "PMLP", "VRS" -> new WaitingCases.Whose.Institution(shown);
            case "free" -> new WaitingCases.Whose.Free(own);
            case "mine" -> new WaitingCases.Whose.Holder(by.account());
            default -> throw new NotFound();
        };
        var which = step.isEmpty()
                ? null
                : Arrays.stream(NextStep.values())
                        .filter(one -> one.name().equals(step))
                        .findFirst()
                        .orElseThrow(NotFound::new);
        var rows = looks.at(
                by,
                "duty.list",
                Purpose.TASK_LIST,
                () -> number.isBlank() ? cases.of(whose, which, after, id) : cases.numbered(whole(number, f.today())),
                found -> found.stream()
                        .limit(WaitingCases.PAGE)
                        .map(one -> one.row().personId())
                        .distinct()
                        .toList());
        return html.dutyList(f, names, rows, shown, step, number, choices.of("next_step", f));
    }

    /** "L-2026-000012", of which "12" and "2026-12" are enough. */
    private static String whole(String typed, LocalDate today) {
        var parts = NUMBER.matcher(typed.strip());
        return parts.matches()
                ? "L-%s-%06d"
                        .formatted(
                                parts.group(1) == null ? today.getYear() : parts.group(1),
                                Integer.parseInt(parts.group(2)))
                : typed.strip();
    }
}
