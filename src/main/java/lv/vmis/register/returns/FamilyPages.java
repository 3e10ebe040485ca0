package lv.vmis.register.returns;

import gg.jte.models.runtime.JteModel;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lv.vmis.pages.Templates;
import lv.vmis.register.edge.Allow;
import lv.vmis.register.edge.Answers;
import lv.vmis.register.edge.Frame;
import lv.vmis.register.edge.Mistakes;
import lv.vmis.register.edge.Once;
import lv.vmis.register.edge.Option;
import lv.vmis.register.edge.Parse;
import lv.vmis.register.edge.Purposes;
import lv.vmis.register.edge.UnsentForms;
import lv.vmis.register.journal.Looks;
import lv.vmis.register.kernel.Actor;
import lv.vmis.register.kernel.Ids;
import lv.vmis.register.kernel.Outcome;
import lv.vmis.register.kernel.PersonId;
import lv.vmis.register.kernel.Purpose;
import lv.vmis.register.kernel.Right;
import lv.vmis.register.person.FoundPersons;
import lv.vmis.register.person.LikelyPersons;
import lv.vmis.register.person.NewPerson;
import lv.vmis.register.reading.Mrz;
import lv.vmis.register.reference.Choices;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Entering one finding of several persons found together: their documents read one after another, then one confirmation. */
@RestController
class FamilyPages {

    private static final String ADDRESS = "/findings/family";

    /** What is said of a person who is not in the register; after it the numbers of those he is not. */
    private static final String NEW = "new";

    /** Some thirty documents. */
    private static final int PEOPLE = 3_000;

    private final FindingForm.Reader reader;
    private final FindingPrefill prefill;
    private final EnterFamily enterFamily;
    private final LikelyPersons likely;
    private final Choices choices;
    private final Purposes purposes;
    private final Looks looks;
    private final UnsentForms unsent;
    private final Once once;
    private final Templates html;

    FamilyPages(
            FindingForm.Reader reader,
            FindingPrefill prefill,
            EnterFamily enterFamily,
            LikelyPersons likely,
            Choices choices,
            Purposes purposes,
            Looks looks,
            UnsentForms unsent,
            Once once,
            Templates html) {
        this.reader = reader;
        this.prefill = prefill;
        this.enterFamily = enterFamily;
        this.likely = likely;
        this.choices = choices;
        this.purposes = purposes;
        this.looks = looks;
        this.unsent = unsent;
        this.once = once;
        this.html = html;
    }

    /** What was read of the form: who was found, and everything that is wrong. */
    private record Read(List<FoundMember> members, Outcome<EnterFamily.Input> input) {}

    @Allow(Right.ENTER_FINDING)
    @GetMapping(ADDRESS)
    JteModel family(Frame f, Actor by) {
        var usual = prefill.form(f, by, Ids.next(), null, null, null, null);
        var blank = new FamilyForm(
                usual.key(),
                null,
                null,
                null,
                null,
                usual.foundOn(),
                usual.placeKind(),
                usual.crossingPoint(),
                usual.place(),
                null,
                usual.legalBasis());
        var left = unsent.of(by, ADDRESS);
        return page(
                f, left.map(each -> each.onto(blank)).orElse(blank), List.of(), Mistakes.NONE, UnsentForms.at(left));
    }

    @Allow(Right.ENTER_FINDING)
    @PostMapping(ADDRESS)
    ResponseEntity<JteModel> enterFamily(Frame f, Actor by, FamilyForm form) {
        var key = Parse.id("key", form.key());
        if (!form.isReviewed()) {
            var read = shown(f, by, form);
            return switch (read.input()) {
                case Outcome.Done<EnterFamily.Input> _ ->
                    ResponseEntity.ok(page(f, form, read.members(), Mistakes.NONE, null));
                case Outcome.Refused<EnterFamily.Input>(var reasons) ->
                    ResponseEntity.unprocessableContent()
                            .body(page(f, form, read.members(), new Mistakes(reasons), null));
            };
        }
        var outcome = once.run(
                key, by, form, () -> read(f, form).input().then(input -> enterFamily.run(input, by)), opened -> {
                    opened.forEach(one -> purposes.state(by, new Purpose("FINDING", one.number(), null), one.person()));
                    var first = "/cases/" + opened.getFirst().caseId();
                    return f.may(Right.PREPARE_DECISION) ? first + "/family" : first;
                });
        return Answers.to(outcome, mistakes -> page(f, form, shown(f, by, form).members(), mistakes, null));
    }

    private Read shown(Frame f, Actor by, FamilyForm form) {
        return looks.at(
                by,
                "finding.likely",
                Purpose.of("FINDING"),
                () -> read(f, form),
                read -> read.members().stream()
                        .flatMap(member ->
                                Stream.concat(member.likely().ids().stream(), Stream.ofNullable(known(member.who()))))
                        .distinct()
                        .toList());
    }

    private Read read(Frame f, FamilyForm form) {
        var in = new Parse(f.today());
        var facts = reader.facts(FindingPrefill.circumstances(form), in, f.today());
        var people = in.text("people", form.people(), PEOPLE);
        var shown = new ArrayList<FoundMember>();
        var members = new ArrayList<EnterFamily.Member>();
        for (var zone : Zones.read(Objects.requireNonNullElse(people.orNull(), ""), f.today())) {
            var mrz = zone.mrz();
            if (mrz == null) {
                in.refuse("people", ReturnsRefusal.ZONE_UNREADABLE, zone.line());
                continue;
            }
            var place = shown.size();
            var as = prefill.member(f, form, mrz);
            switch (newPerson(f, as)) {
                case Outcome.Done<NewPerson>(var person) -> {
                    var alike = likely.of(person);
                    var who = form.who(place);
                    var open = prefill.openCases(f, known(who));
                    var openCase = form.openCase(place);
                    shown.add(shown(place, mrz, as, who, alike, open, openCase));
                    var member = member(who, person, openCase);
                    if (member == null || !isAnswered(member, alike)) {
                        if (form.isReviewed()) {
                            in.refuse(EnterFamily.field(place), ReturnsRefusal.PERSON_LIKELY_KNOWN);
                        }
                    } else if (!open.isEmpty() && openCase.isEmpty()) {
                        // A second case beside an open one is opened by somebody who says so, and never by oversight.
                        in.refuse(EnterFamily.caseField(place), ReturnsRefusal.CASE_IS_OPEN);
                    } else {
                        members.add(member);
                    }
                }
                case Outcome.Refused<NewPerson>(var reasons) -> {
                    shown.add(shown(place, mrz, as, "", FoundPersons.NOBODY, List.of(), ""));
                    var reason = reasons.getFirst();
                    in.refuse(
                            EnterFamily.field(place),
                            reason.code(),
                            reason.values().toArray());
                }
            }
        }
        return new Read(shown, in.into(() -> new EnterFamily.Input(members, facts.get())));
    }

    private static FoundMember shown(
            int place, Mrz mrz, FindingForm as, String who, FoundPersons alike, List<Option> open, String openCase) {
        // Who is found again is still to leave under the case that is open.
        var chosen = openCase.isEmpty() && !open.isEmpty() ? open.getFirst().value() : openCase;
        return new FoundMember(
                EnterFamily.field(place), mrz, as, who, alike, EnterFamily.caseField(place), open, chosen);
    }

    private Outcome<NewPerson> newPerson(Frame f, FindingForm as) {
        var in = new Parse(f.today());
        var person = reader.person(as, in, f.today());
        return in.into(person::get);
    }

    /** Who is meant; nothing while nobody has said. */
    private static EnterFamily.@Nullable Member member(String who, NewPerson person, String openCase) {
        if (who.isEmpty()) {
            return null;
        }
        var known = known(who);
        if (known != null) {
            var into = FindingChoices.NEW_CASE.equals(openCase) ? null : Parse.optionalId("openCase", openCase);
            return new EnterFamily.Member(known, null, into, List.of());
        }
        var numbers = who.substring(NEW.length()).replaceFirst("^-", "").replace('-', ',');
        return new EnterFamily.Member(null, person, Parse.numbers("who", numbers));
    }

    private static @Nullable PersonId known(String who) {
        return who.isEmpty() || who.startsWith(NEW) ? null : new PersonId(Parse.id("who", who));
    }

    /** A second file of one person is hard to mend, so everybody who is like a new person was shown before. */
    private static boolean isAnswered(EnterFamily.Member member, FoundPersons alike) {
        return member.newPerson() == null || member.distinctFrom().containsAll(alike.numbers());
    }

    static String isNew(List<Long> numbers) {
        return numbers.stream().map(number -> "-" + number).collect(Collectors.joining("", NEW, ""));
    }

    private JteModel page(
            Frame f, FamilyForm form, List<FoundMember> members, Mistakes mistakes, @Nullable Instant left) {
        return html.returnsFamily(
                f,
                form,
                members,
                mistakes,
                ADDRESS,
                left,
                new FindingChoices(
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(),
                        choices.of("finding_place_kind", f),
                        choices.crossingPoints(f),
                        choices.bases("finding", f),
                        List.of()));
    }
}
