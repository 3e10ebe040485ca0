package lv.vmis.register.decision;

import gg.jte.models.runtime.JteModel;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import lv.vmis.pages.Templates;
import lv.vmis.register.edge.Allow;
import lv.vmis.register.edge.Answers;
import lv.vmis.register.edge.Frame;
import lv.vmis.register.edge.Mistakes;
import lv.vmis.register.edge.NotFound;
import lv.vmis.register.edge.Once;
import lv.vmis.register.kernel.Actor;
import lv.vmis.register.kernel.Ids;
import lv.vmis.register.kernel.Outcome;
import lv.vmis.register.kernel.Refusal;
import lv.vmis.register.kernel.Right;
import lv.vmis.register.reference.Countries;
import lv.vmis.register.reference.LegalParameters;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Departure orders for everybody found together, from one page: what they share once, what differs beside each. */
@RestController
class FamilyOrderPages {

    private static final int ADULT = 18;

    private final FamilyDesk desk;
    private final DecisionWords words;
    private final Suggestions suggestions;
    private final Countries countries;
    private final LegalParameters parameters;
    private final OrderFamily orderFamily;
    private final Once once;
    private final Templates html;

    FamilyOrderPages(
            FamilyDesk desk,
            DecisionWords words,
            Suggestions suggestions,
            Countries countries,
            LegalParameters parameters,
            OrderFamily orderFamily,
            Once once,
            Templates html) {
        this.desk = desk;
        this.words = words;
        this.suggestions = suggestions;
        this.countries = countries;
        this.parameters = parameters;
        this.orderFamily = orderFamily;
        this.once = once;
        this.html = html;
    }

    @Allow(Right.PREPARE_DECISION)
    @GetMapping("/cases/{caseId}/family")
    JteModel orders(Frame f, Actor by, @PathVariable UUID caseId) {
        var members = desk.open(caseId, by);
        return page(f, by, caseId, members, suggested(f, by, members), Mistakes.NONE);
    }

    @Allow(Right.PREPARE_DECISION)
    @PostMapping("/cases/{caseId}/family")
    ResponseEntity<JteModel> order(
            Frame f, Actor by, @PathVariable UUID caseId, @RequestParam MultiValueMap<String, String> sent) {
        var form = FamilyOrdersForm.of(sent);
        if (sent.containsKey("fill")) {
            return ResponseEntity.ok(page(f, by, caseId, desk.open(caseId, by), form, Mistakes.NONE));
        }
        var outcome = once.run(
                form.key(),
                by,
                caseId + form.toString(),
                () -> parse(f, caseId, form).then(input -> orderFamily.run(input, by)),
                _ -> "/cases/" + caseId + "/family");
        return Answers.to(
                outcome, mistakes -> page(f, by, caseId, desk.open(caseId, by), form, placed(form, mistakes)));
    }

    private Outcome<OrderFamily.Input> parse(Frame f, UUID caseId, FamilyOrdersForm form) {
        var mistakes = new ArrayList<Refusal>();
        var orders = new ArrayList<OrderFamily.Order>();
        for (var found : desk.found(caseId)) {
            var id = found.returnCase().id();
            var member = form.member(id);
            if (member == null || !member.isIncluded()) {
                continue;
            }
            switch (order(f, form, member, found).parse(countries, f.today())) {
                case Outcome.Done<Draft>(var draft) -> orders.add(new OrderFamily.Order(id, draft));
                case Outcome.Refused<Draft>(var reasons) ->
                    reasons.forEach(reason -> mistakes.add(
                            new Refusal(reason.code(), OrderFamily.field(id, reason.field()), reason.values())));
            }
        }
        return mistakes.isEmpty() ? Outcome.done(new OrderFamily.Input(orders)) : Outcome.refused(mistakes);
    }

    /** Each mistake once, at the field where it is mended. */
    private static Mistakes placed(FamilyOrdersForm form, Mistakes mistakes) {
        return new Mistakes(mistakes.all().stream()
                .map(mistake -> {
                    var parts = mistake.field().split("@", 2);
                    var member = parts.length < 2 ? null : form.member(UUID.fromString(parts[1]));
                    return member == null
                            ? mistake
                            : new Refusal(mistake.code(), form.field(member, parts[0]), mistake.values());
                })
                .distinct()
                .toList());
    }

    private FamilyOrdersForm suggested(Frame f, Actor by, List<FamilyDesk.Member> members) {
        var open = members.stream()
                .filter(member -> member.obstacle() == null)
                .map(FamilyDesk.Member::found)
                .toList();
        var usual = suggestions.form(
                DecisionKind.DEPARTURE_ORDER,
                by.institution(),
                members.stream().findFirst().orElseThrow(NotFound::new).found(),
                f.language(),
                f.today());
        var shared = open.isEmpty() ? null : open.getFirst().nationality();
        return new FamilyOrdersForm(
                Ids.next(),
                usual.legalBasis(),
                usual.termDays(),
                shared == null ? null : countries.name(shared, f.language()),
                suggestions.unfilled(Objects.requireNonNullElse(usual.legalBasis(), ""), f.today()),
                null,
                new BanFields(usual.lvBan(), usual.lvBasis(), usual.lvMonths(), usual.lvReasons()),
                new BanFields(usual.schBan(), usual.schBasis(), usual.schMonths(), usual.schReasons()),
                open.stream()
                        .map(each -> new FamilyOrdersForm.Member(
                                each.returnCase().id(), true, own(f, each.nationality(), shared)))
                        .toList());
    }

    /** A destination of his own for who is a national of another State. */
    private @Nullable String own(Frame f, @Nullable String nationality, @Nullable String shared) {
        return nationality == null || nationality.equals(shared) ? null : countries.name(nationality, f.language());
    }

    /** The order of one of them: the bans that are shared are those of who is certainly an adult. */
    private DecisionForm order(Frame f, FamilyOrdersForm shared, FamilyOrdersForm.Member member, CaseToDecide found) {
        var isAdult = !found.bar().birthDate().latest().plusYears(ADULT).isAfter(f.today());
        var form = shared.order(member, isAdult);
        return form.reasons(suggestions.filled(
                Objects.requireNonNullElse(form.reasons(), ""), form.destination(), form.termDays(), found));
    }

    private JteModel page(
            Frame f, Actor by, UUID caseId, List<FamilyDesk.Member> members, FamilyOrdersForm form, Mistakes mistakes) {
        var use = DecisionKind.DEPARTURE_ORDER.use();
        return html.decisionFamily(
                f,
                words.in(f),
                members.stream()
                        .filter(member -> member.found().returnCase().id().equals(caseId))
                        .findFirst()
                        .orElseThrow(NotFound::new)
                        .found(),
                members.stream().map(member -> shown(f, form, member)).toList(),
                form,
                new DraftOptions(
                        words.bases(f, use, by.institution()),
                        words.bases(f, "ban", by.institution()),
                        words.schengenBases(f, by.institution()),
                        DraftOptions.terms(f),
                        words.countries(f),
                        List.of(),
                        parameters.days("departure.term.min", f.today()),
                        parameters.days("departure.term.max", f.today()),
                        parameters.get("departure.term.max", f.today()).cited().in(f.language())),
                mistakes);
    }

    private MemberToOrder shown(Frame f, FamilyOrdersForm form, FamilyDesk.Member member) {
        var found = member.found();
        var typed = form.member(found.returnCase().id());
        if (member.obstacle() != null) {
            return new MemberToOrder(found, member.obstacle(), null, null);
        }
        var own = typed == null ? new FamilyOrdersForm.Member(found.returnCase().id(), false, null) : typed;
        return new MemberToOrder(found, null, own, order(f, form, own, found));
    }
}
