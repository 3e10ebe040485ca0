package lv.vmis.register.duty;

import gg.jte.models.runtime.JteModel;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import lv.vmis.pages.Templates;
import lv.vmis.register.detention.HeldPersons;
import lv.vmis.register.edge.Allow;
import lv.vmis.register.edge.Answers;
import lv.vmis.register.edge.Frame;
import lv.vmis.register.edge.Mistakes;
import lv.vmis.register.edge.NotFound;
import lv.vmis.register.edge.Officials;
import lv.vmis.register.edge.Once;
import lv.vmis.register.edge.Open;
import lv.vmis.register.edge.Parse;
import lv.vmis.register.edge.Seals;
import lv.vmis.register.edge.Texts;
import lv.vmis.register.journal.Looks;
import lv.vmis.register.kernel.Acting;
import lv.vmis.register.kernel.Actor;
import lv.vmis.register.kernel.Ids;
import lv.vmis.register.kernel.Language;
import lv.vmis.register.kernel.PersonId;
import lv.vmis.register.kernel.Purpose;
import lv.vmis.register.kernel.RegisterClock;
import lv.vmis.register.kernel.Right;
import lv.vmis.register.reference.Codes;
import lv.vmis.register.reference.Names;
import lv.vmis.register.returns.Obligation.Kind;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/**
 * Deadlines in a calendar. The address carries a sealed number: whoever has it reads, as the official who made it and for as
 * long as he may, numbers of cases and what is due, and no name.
 */
@RestController
class CalendarPages {

    private static final String SEALED_FOR = "calendar";

    private final CalendarFeeds feeds;
    private final OpenCalendar open;
    private final CloseCalendar close;
    private final WaitingCases cases;
    private final DutyList duties;
    private final HeldPersons held;
    private final Officials officials;
    private final Seals seals;
    private final Looks looks;
    private final Once once;
    private final Codes codes;
    private final Names names;
    private final Texts texts;
    private final Clock clock;
    private final Templates html;

    CalendarPages(
            CalendarFeeds feeds,
            OpenCalendar open,
            CloseCalendar close,
            WaitingCases cases,
            DutyList duties,
            HeldPersons held,
            Officials officials,
            Seals seals,
            Looks looks,
            Once once,
            Codes codes,
            Names names,
            Texts texts,
            Clock clock,
            Templates html) {
        this.feeds = feeds;
        this.open = open;
        this.close = close;
        this.cases = cases;
        this.duties = duties;
        this.held = held;
        this.officials = officials;
        this.seals = seals;
        this.looks = looks;
        this.once = once;
        this.codes = codes;
        this.names = names;
        this.texts = texts;
        this.clock = clock;
        this.html = html;
    }

    @Allow(Right.TAKE_CASE)
    @GetMapping("/duties/calendar")
    JteModel show(Frame f, Actor by) {
        return page(f, by, Mistakes.NONE);
    }

    @Allow(Right.TAKE_CASE)
    @PostMapping("/duties/calendar")
    ResponseEntity<JteModel> open(Frame f, Actor by, @ModelAttribute CalendarForm form) {
        var outcome = once.run(form.key(), by, form, () -> open.run(form.whole() != null, by), _ -> "/duties/calendar");
        return Answers.to(outcome, mistakes -> page(f, by, mistakes));
    }

    @Allow(Right.TAKE_CASE)
    @PostMapping("/duties/calendar/close")
    ResponseEntity<JteModel> close(Frame f, Actor by, @ModelAttribute CalendarForm form) {
        var feed = Parse.id("feed", form.feed());
        var outcome = once.run(form.key(), by, form, () -> close.run(feed, by), _ -> "/duties/calendar");
        return Answers.to(outcome, mistakes -> page(f, by, mistakes));
    }

    private JteModel page(Frame f, Actor by, Mistakes mistakes) {
        var base = ServletUriComponentsBuilder.fromCurrentContextPath().toUriString();
        var shown = feeds.of(by.account()).stream()
                .map(feed -> new CalendarFeed.Addressed(
                        feed,
                        base + "/calendar/" + seals.seal(SEALED_FOR, feed.id().toString())))
                .toList();
        return html.dutyCalendar(f, names, shown, mistakes);
    }

    @Open
    @GetMapping("/calendar/{sealed}")
    ResponseEntity<String> read(HttpServletRequest request, @PathVariable String sealed) throws Exception {
        var feed = seals.open(SEALED_FOR, sealed)
                .flatMap(id -> feeds.find(UUID.fromString(id)))
                .orElseThrow(NotFound::new);
        // Whoever was blocked, has moved to another institution or may see persons no longer reads nothing.
        var official = officials
                .find(feed.account())
                .filter(one -> !one.blocked()
                        && one.role().may(Right.TAKE_CASE)
                        && one.institution().equals(feed.institution()))
                .orElseThrow(NotFound::new);
        var by = new Actor(
                official.account(),
                official.name(),
                official.role(),
                official.institution(),
                official.unit(),
                null,
                null,
                request.getRemoteAddr(),
                Ids.next());
        var base = ServletUriComponentsBuilder.fromCurrentContextPath().toUriString();
        var text = Acting.as(
                by, () -> looks.at(by, "duty.calendar", Purpose.TASK_LIST, () -> due(feed), CalendarPages::persons));
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType("text/calendar;charset=UTF-8"))
                .body(ICalendar.of(
                        texts.get(official.language(), "duty.list"),
                        events(text, base, official.language()),
                        clock.instant()));
    }

    /** What is due: cases with a deadline, what has to be done beside their steps, and persons who are held. */
    private record Due(List<WaitingCase> cases, List<OpenObligation> beside, List<HeldPersons.Held> held) {}

    private Due due(CalendarFeed feed) {
        var unit = feed.unit();
        var whose = unit == null
                ? new WaitingCases.Whose.Institution(feed.institution())
                : new WaitingCases.Whose.Unit(unit);
        return new Due(
                cases.due(whose),
                // The moments of those who are held stand there by themselves.
                duties.beside(whose, one -> one.kind() != Kind.SUBMIT && one.kind() != Kind.RELEASE),
                feed.institution().equals("VRS")
                        ? held.now().stream()
                                .filter(one -> unit == null || one.unit().equals(unit))
                                .toList()
                        : List.of());
    }

    private static List<PersonId> persons(Due due) {
        var all = new ArrayList<PersonId>();
        due.cases.forEach(one -> all.add(one.row().personId()));
        due.beside.stream()
                .map(one -> one.what().personId())
                .filter(Objects::nonNull)
                .forEach(all::add);
        due.held.forEach(one -> all.add(one.personId()));
        return all.stream().distinct().toList();
    }

    private List<ICalendar.Event> events(Due due, String base, Language language) {
        var all = new ArrayList<ICalendar.Event>();
        for (var one : due.cases) {
            var row = one.row();
            all.add(new ICalendar.Event(
                    row.id() + "-" + row.nextStep(),
                    Objects.requireNonNull(one.term()).until(),
                    null,
                    row.number() + ": " + codes.text("next_step", row.nextStep().name(), language),
                    base + "/cases/" + row.id()));
        }
        for (var one : due.beside) {
            var what = one.what();
            var until = what.term().until();
            all.add(new ICalendar.Event(
                    what.kind() + "-" + what.id(),
                    until.day(),
                    until.at(),
                    what.number() + ": " + texts.get(language, "obligation." + what.kind()),
                    base + what.where()));
        }
        for (var one : due.held) {
            var clock = one.clock();
            if (!clock.isLast()) {
                all.add(moment(one, "detention-submit", clock.submitBy(), base, language));
            }
            all.add(moment(one, "detention-" + clock.ending().key(), clock.releaseBy(), base, language));
        }
        return all;
    }

    private ICalendar.Event moment(HeldPersons.Held one, String key, Instant at, String base, Language language) {
        return new ICalendar.Event(
                one.id() + "-" + key,
                LocalDate.ofInstant(at, RegisterClock.RIGA),
                at,
                one.caseNumber() + ": " + texts.get(language, "deadline.of." + key),
                base + "/detentions/" + one.id());
    }
}
