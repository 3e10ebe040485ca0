package lv.vmis.register.person;

import gg.jte.models.runtime.JteModel;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import lv.vmis.pages.Templates;
import lv.vmis.register.edge.Allow;
import lv.vmis.register.edge.Answers;
import lv.vmis.register.edge.EdgeRefusal;
import lv.vmis.register.edge.Frame;
import lv.vmis.register.edge.Mistakes;
import lv.vmis.register.edge.NotFound;
import lv.vmis.register.edge.Once;
import lv.vmis.register.edge.Parse;
import lv.vmis.register.edge.Purposes;
import lv.vmis.register.edge.UnsentForms;
import lv.vmis.register.journal.Looks;
import lv.vmis.register.kernel.Actor;
import lv.vmis.register.kernel.Ids;
import lv.vmis.register.kernel.Outcome;
import lv.vmis.register.kernel.Outcome.Done;
import lv.vmis.register.kernel.Outcome.Refused;
import lv.vmis.register.kernel.PersonId;
import lv.vmis.register.kernel.Right;
import lv.vmis.register.reference.Codes;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Entering, correcting and withdrawing facts about a person (P2–P4), and the history of each. */
@RestController
class FactPages {

    private static final int WORDS = 2000;

    private final Facts facts;
    private final FactReader reader;
    private final FactTexts texts;
    private final EnterFact enterFact;
    private final CorrectFact correctFact;
    private final WithdrawFact withdrawFact;
    private final Persons persons;
    private final Presence presence;
    private final UnsentForms unsent;
    private final Codes codes;
    private final Purposes purposes;
    private final Looks looks;
    private final Once once;
    private final Templates html;
    private final Clock clock;

    FactPages(
            Facts facts,
            FactReader reader,
            FactTexts texts,
            EnterFact enterFact,
            CorrectFact correctFact,
            WithdrawFact withdrawFact,
            Persons persons,
            Presence presence,
            UnsentForms unsent,
            Codes codes,
            Purposes purposes,
            Looks looks,
            Once once,
            Templates html,
            Clock clock) {
        this.facts = facts;
        this.reader = reader;
        this.texts = texts;
        this.enterFact = enterFact;
        this.correctFact = correctFact;
        this.withdrawFact = withdrawFact;
        this.persons = persons;
        this.presence = presence;
        this.unsent = unsent;
        this.codes = codes;
        this.purposes = purposes;
        this.looks = looks;
        this.once = once;
        this.html = html;
        this.clock = clock;
    }

    @Allow(Right.CHANGE_PERSON)
    @GetMapping("/persons/{id}/facts/{kind}/new")
    JteModel blank(Frame f, Actor by, @PathVariable UUID id, @PathVariable String kind) {
        var person = new PersonId(id);
        var of = kind(kind, by);
        var draft = unsent.of(by, base(person, of) + "/new").orElse(null);
        var form = FactForm.blank(Ids.next().toString(), null).on(draft);
        return form(f, by, person, of, null, form, Mistakes.NONE, null, at(draft));
    }

    @Allow(Right.CHANGE_PERSON)
    @PostMapping("/persons/{id}/facts/{kind}")
    ResponseEntity<JteModel> enter(
            Frame f,
            Actor by,
            @PathVariable UUID id,
            @PathVariable String kind,
            @RequestParam Map<String, String> sent) {
        var person = new PersonId(id);
        var of = kind(kind, by);
        var form = FactForm.of(sent);
        var outcome = reader.read(of, form.typed(), Map.of(), by, LocalDate.now(clock))
                .then(values -> once.run(
                        Parse.id("key", form.key()),
                        by,
                        form,
                        () -> enterFact.run(new EnterFact.Input(person, of, values), by),
                        fact -> place(person, fact)));
        return Answers.to(outcome, mistakes -> form(f, by, person, of, null, form, mistakes, null, null));
    }

    @Allow(Right.CHANGE_PERSON)
    @GetMapping("/persons/{id}/facts/{kind}/{fact}/edit")
    JteModel edit(
            Frame f,
            Actor by,
            @PathVariable UUID id,
            @PathVariable String kind,
            @PathVariable UUID fact,
            @RequestParam(required = false) @Nullable String field) {
        var row = find(by, id, kind, fact);
        var draft = unsent.of(by, row.path() + "/edit").orElse(null);
        var form = FactForm.of(f, texts, row, Ids.next().toString(), field).on(draft);
        return form(f, by, row.person(), row.kind(), row.id(), form, Mistakes.NONE, null, at(draft));
    }

    @Allow(Right.CHANGE_PERSON)
    @PostMapping("/persons/{id}/facts/{kind}/{fact}/edit")
    ResponseEntity<JteModel> correct(
            Frame f,
            Actor by,
            @PathVariable UUID id,
            @PathVariable String kind,
            @PathVariable UUID fact,
            @RequestParam Map<String, String> sent) {
        var person = new PersonId(id);
        var of = kind(kind, by);
        var form = FactForm.of(sent);
        var before = facts.find(person, of, fact).map(FactRow::values).orElse(Map.of());
        var why = why(form);
        var values = reader.read(of, form.typed(), before, by, LocalDate.now(clock));
        var seen = seen(form);
        var outcome = both(values, why)
                .then(read -> once.run(
                        Parse.id("key", form.key()),
                        by,
                        form,
                        () -> correctFact.run(new CorrectFact.Input(person, of, fact, seen, read, done(why)), by),
                        changed -> place(person, changed)));
        return Answers.to(outcome, mistakes -> refused(f, by, person, of, fact, form, mistakes));
    }

    @Allow(Right.CHANGE_PERSON)
    @GetMapping("/persons/{id}/facts/{kind}/{fact}/withdraw")
    JteModel withdrawal(Frame f, Actor by, @PathVariable UUID id, @PathVariable String kind, @PathVariable UUID fact) {
        var row = find(by, id, kind, fact);
        var form = FactForm.of(f, texts, row, Ids.next().toString(), null);
        return withdrawal(f, by, row, form, Mistakes.NONE);
    }

    @Allow(Right.CHANGE_PERSON)
    @PostMapping("/persons/{id}/facts/{kind}/{fact}/withdraw")
    ResponseEntity<JteModel> withdraw(
            Frame f,
            Actor by,
            @PathVariable UUID id,
            @PathVariable String kind,
            @PathVariable UUID fact,
            @RequestParam Map<String, String> sent) {
        var person = new PersonId(id);
        var of = kind(kind, by);
        var form = FactForm.of(sent);
        var outcome = why(form)
                .then(why -> once.run(
                        Parse.id("key", form.key()),
                        by,
                        form,
                        () -> withdrawFact.run(new WithdrawFact.Input(person, of, fact, seen(form), why), by),
                        gone -> "/persons/" + person + "/identities"));
        return Answers.to(
                outcome,
                mistakes -> facts.find(person, of, fact)
                        .map(row ->
                                withdrawal(f, by, row, FactForm.of(sent).with(row.version(), form.typed()), mistakes))
                        .orElseGet(() -> history(f, by, id, kind, fact)));
    }

    @Allow(Right.SEE_PERSON)
    @GetMapping("/persons/{id}/facts/{kind}/{fact}")
    JteModel history(Frame f, Actor by, @PathVariable UUID id, @PathVariable String kind, @PathVariable UUID fact) {
        var person = new PersonId(id);
        var of = kind(kind, by);
        return looks.at(by, "fact.history", purposes.at(by, person), person, () -> {
            var past = facts.past(person, fact);
            var now = facts.find(person, of, fact);
            if (now.isEmpty() && past.isEmpty()) {
                throw new NotFound();
            }
            return html.personFactHistory(f, texts, bar(person), of.fields(f.someone()), now.orElse(null), past, of);
        });
    }

    private JteModel refused(
            Frame f, Actor by, PersonId person, FactKind kind, UUID fact, FactForm form, Mistakes mistakes) {
        var isLate = mistakes.all().stream().anyMatch(reason -> reason.code() == EdgeRefusal.CHANGED_MEANWHILE);
        var now = facts.find(person, kind, fact);
        if (isLate && now.isPresent()) {
            var seen = facts.past(person, fact).stream()
                    .map(FactPast::fact)
                    .filter(past -> past.version() == seen(form))
                    .findFirst();
            if (seen.isPresent()) {
                var conflict = FactConflict.of(f, texts, form, seen.get(), now.get(), by)
                        .under(Ids.next());
                return form(f, by, person, kind, fact, conflict.form(), mistakes, conflict, null);
            }
        }
        return form(f, by, person, kind, fact, form, mistakes, null, null);
    }

    private JteModel form(
            Frame f,
            Actor by,
            PersonId person,
            FactKind kind,
            @Nullable UUID fact,
            FactForm form,
            Mistakes mistakes,
            @Nullable FactConflict conflict,
            @Nullable Instant draft) {
        return looks.at(
                by,
                Presence.OPERATION,
                purposes.at(by, person),
                person,
                () -> html.personFact(
                        f,
                        texts,
                        bar(person),
                        kind,
                        fact == null ? null : fact.toString(),
                        form,
                        mistakes,
                        conflict,
                        presence.others(person, by),
                        draft));
    }

    private JteModel withdrawal(Frame f, Actor by, FactRow fact, FactForm form, Mistakes mistakes) {
        return looks.at(
                by,
                Presence.OPERATION,
                purposes.at(by, fact.person()),
                fact.person(),
                () -> html.personFactWithdraw(f, texts, bar(fact.person()), fact, form, mistakes));
    }

    private Outcome<Facts.Why> why(FactForm form) {
        var today = LocalDate.now(clock);
        var in = new Parse(today);
        var code = in.code("why", form.reasonCode(), one -> codes.isInForce("correction_reason", one, today));
        var words = in.optionalText("why_words", form.reason(), WORDS);
        if ("OTHER".equals(code.orNull()) && words.orNull() == null && !in.noted("why_words")) {
            in.refuse("why_words", PersonRefusal.REASON_UNEXPLAINED);
        }
        return in.into(() -> new Facts.Why(code.get(), words.orNull()));
    }

    /** All mistakes of the values and of the reason at once. */
    private static <T> Outcome<T> both(Outcome<T> values, Outcome<?> why) {
        if (why instanceof Refused<?>(var more)) {
            return values instanceof Refused<T>(var mistakes)
                    ? Outcome.refused(
                            Stream.concat(mistakes.stream(), more.stream()).toList())
                    : Outcome.refused(more);
        }
        return values;
    }

    private static Facts.Why done(Outcome<Facts.Why> why) {
        return switch (why) {
            case Done<Facts.Why>(var value) -> value;
            case Refused<Facts.Why> _ -> throw new IllegalStateException("a refused reason goes no further");
        };
    }

    private static int seen(FactForm form) {
        return Parse.numbers("seen", form.seen()).stream()
                .mapToInt(Long::intValue)
                .findFirst()
                .orElse(-1);
    }

    private FactRow find(Actor by, UUID person, String kind, UUID fact) {
        return facts.find(new PersonId(person), kind(kind, by), fact).orElseThrow(NotFound::new);
    }

    private static FactKind kind(String path, Actor by) {
        return FactKind.at(path).filter(kind -> kind.isOpenTo(by)).orElseThrow(NotFound::new);
    }

    private static String base(PersonId person, FactKind kind) {
        return "/persons/" + person + "/facts/" + kind.path();
    }

    private static @Nullable Instant at(UnsentForms.@Nullable Unsent draft) {
        return draft == null ? null : draft.at();
    }

    private static String place(PersonId person, UUID fact) {
        return "/persons/" + person + "/identities#fact-" + fact;
    }

    private PersonBar bar(PersonId person) {
        return persons.bar(person).orElseThrow(NotFound::new);
    }
}
