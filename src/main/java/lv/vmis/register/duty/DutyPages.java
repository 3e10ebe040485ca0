package lv.vmis.register.duty;

import gg.jte.models.runtime.JteModel;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import lv.vmis.pages.Templates;
import lv.vmis.register.edge.Allow;
import lv.vmis.register.edge.Answers;
import lv.vmis.register.edge.Frame;
import lv.vmis.register.edge.Mistakes;
import lv.vmis.register.edge.NotFound;
import lv.vmis.register.edge.Option;
import lv.vmis.register.edge.Parse;
import lv.vmis.register.journal.Looks;
import lv.vmis.register.kernel.Actor;
import lv.vmis.register.kernel.Purpose;
import lv.vmis.register.kernel.Right;
import lv.vmis.register.kernel.Role;
import lv.vmis.register.person.KeptSearches;
import lv.vmis.register.person.SearchCriteria;
import lv.vmis.register.reference.Choices;
import lv.vmis.register.reference.Names;
import lv.vmis.register.returns.Obligation;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The work list (C4): every case that is not at an end, with its next step, and what has to be done beside: whose it is, and until when. */
@RestController
class DutyPages {

    private static final Pattern NUMBER = Pattern.compile("(?:[Ll]?-?(\\d{4})-)?(\\d{1,6})");

    private static final int NAME = 100;

    private final DutyList duties;
    private final KeptSearches searches;
    private final Looks looks;
    private final Choices choices;
    private final Names names;
    private final Templates html;

    DutyPages(DutyList duties, KeptSearches searches, Looks looks, Choices choices, Names names, Templates html) {
        this.duties = duties;
        this.searches = searches;
        this.looks = looks;
        this.choices = choices;
        this.names = names;
        this.html = html;
    }

    /** What is asked for of the list. */
    private record Asked(
            String owner,
            String step,
            String number,
            @Nullable String name,
            @Nullable WaitPlace after) {}

    @Allow(Right.SEE_PERSON)
    @GetMapping("/duties")
    JteModel list(
            Frame f,
            Actor by,
            @RequestParam(defaultValue = "") String owner,
            @RequestParam(defaultValue = "") String step,
            @RequestParam(defaultValue = "") String number,
            @RequestParam(required = false) @Nullable UUID found,
            @RequestParam(required = false) WaitPlace.@Nullable Group group,
            @RequestParam(required = false) @Nullable LocalDate until,
            @RequestParam(required = false) @Nullable LocalDate from,
            @RequestParam(required = false) @Nullable UUID id) {
        var after = group == null || until == null || from == null || id == null
                ? null
                : new WaitPlace(group, until, from, id);
        var name = found == null
                ? null
                : searches.kept(found, by).orElseThrow(NotFound::new).name();
        return page(f, by, new Asked(owner, step, number, name, after), Mistakes.NONE);
    }

    /** A name never stands in an address: what was searched for is kept, and the address names that. */
    @Allow(Right.SEARCH)
    @PostMapping("/duties/search")
    ResponseEntity<JteModel> search(Frame f, Actor by, @RequestParam(defaultValue = "") String name) {
        var in = new Parse(f.today());
        var typed = in.optionalText("name", name, NAME).orNull();
        return Answers.to(
                in.into(() -> typed == null ? "/duties" : "/duties?found=" + searches.keep(named(typed), by)),
                mistakes -> page(f, by, new Asked("", "", "", name, null), mistakes));
    }

    private static SearchCriteria named(String name) {
        return new SearchCriteria(name, null, null, null, null, null, null, null, null, null);
    }

    private JteModel page(Frame f, Actor by, Asked asked, Mistakes mistakes) {
        // An inspector does the work of his unit; PMLP decides in one office, and who signs looks at all.
        var shown = !asked.owner().isEmpty() ? asked.owner() : by.role() == Role.INSPECTOR ? "unit" : "own";
        var own = by.institution().equals("VRS") ? "VRS" : "PMLP";
        var whose = switch (shown) {
            case "unit" -> new WaitingCases.Whose.Unit(by.unit());
            case "own" -> new WaitingCases.Whose.Institution(own);
            case "PMLP", "VRS" -> new WaitingCases.Whose.Institution(shown);
            case "free" -> new WaitingCases.Whose.Free(own);
            case "mine" -> new WaitingCases.Whose.Holder(by.account());
            default -> throw new NotFound();
        };
        var which = which(asked.step());
        // What could not be read is shown again and looked for by nobody.
        var name = mistakes.all().isEmpty() ? asked.name() : null;
        Map<String, String> words = name == null ? Map.of() : Map.of(f.t("person.name"), name);
        var rows = looks.searching(
                        by,
                        "duty.list",
                        Purpose.TASK_LIST,
                        words,
                        () -> name != null
                                ? duties.named(name)
                                : asked.number().isBlank()
                                        ? duties.of(whose, which, asked.after())
                                        : duties.numbered(whole(asked.number(), f.today())),
                        found -> found.stream()
                                .limit(WaitingCases.PAGE)
                                .flatMap(one -> one.personId().stream())
                                .distinct()
                                .toList())
                .value();
        return html.dutyList(
                f,
                names,
                rows,
                shown,
                asked.step(),
                asked.number(),
                asked.name(),
                Stream.concat(
                                choices.of("next_step", f).stream(),
                                Arrays.stream(Obligation.Kind.values())
                                        .map(kind -> new Option(kind.name(), f.name("obligation", kind.name()))))
                        .toList(),
                mistakes);
    }

    private static DutyList.Asked which(String step) {
        if (step.isEmpty()) {
            return new DutyList.Asked.Everything();
        }
        return Stream.<DutyList.Asked>concat(
                        Arrays.stream(NextStep.values())
                                .filter(one -> one.name().equals(step))
                                .map(DutyList.Asked.Step::new),
                        Arrays.stream(Obligation.Kind.values())
                                .filter(one -> one.name().equals(step))
                                .map(DutyList.Asked.Beside::new))
                .findFirst()
                .orElseThrow(NotFound::new);
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
