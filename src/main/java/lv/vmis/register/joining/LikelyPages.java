package lv.vmis.register.joining;

import gg.jte.models.runtime.JteModel;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import lv.vmis.pages.Templates;
import lv.vmis.register.edge.Allow;
import lv.vmis.register.edge.Answers;
import lv.vmis.register.edge.Frame;
import lv.vmis.register.edge.Mistakes;
import lv.vmis.register.edge.NotFound;
import lv.vmis.register.edge.Once;
import lv.vmis.register.edge.Option;
import lv.vmis.register.joining.JudgeForm.Answer;
import lv.vmis.register.joining.JudgeForm.Said;
import lv.vmis.register.journal.Looks;
import lv.vmis.register.kernel.Actor;
import lv.vmis.register.kernel.Ids;
import lv.vmis.register.kernel.Outcome;
import lv.vmis.register.kernel.PersonId;
import lv.vmis.register.kernel.Purpose;
import lv.vmis.register.kernel.Right;
import lv.vmis.register.matching.Hit;
import lv.vmis.register.person.LikelyPersons;
import lv.vmis.register.reference.Codes;
import lv.vmis.register.reference.Names;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The list of likely duplicates (Q2), and two or three persons side by side (S4) with the verdict on two. */
@RestController
class LikelyPages {

    private static final int PAGE = 20;

    /** More have no room side by side. */
    private static final int MOST = 3;

    private final Likenesses likenesses;
    private final LikelyPersons likely;
    private final Links links;
    private final JoiningFile file;
    private final JudgeLikeness judge;
    private final ProposeLink propose;
    private final Codes codes;
    private final Names names;
    private final Looks looks;
    private final Once once;
    private final TransactionTemplate reading;
    private final Templates html;

    LikelyPages(
            Likenesses likenesses,
            LikelyPersons likely,
            Links links,
            JoiningFile file,
            JudgeLikeness judge,
            ProposeLink propose,
            Codes codes,
            Names names,
            Looks looks,
            Once once,
            PlatformTransactionManager transactions,
            Templates html) {
        this.likenesses = likenesses;
        this.likely = likely;
        this.links = links;
        this.file = file;
        this.judge = judge;
        this.propose = propose;
        this.codes = codes;
        this.names = names;
        this.looks = looks;
        this.once = once;
        this.reading = new TransactionTemplate(transactions);
        this.reading.setReadOnly(true);
        this.html = html;
    }

    @Allow(Right.PROPOSE_JOINING)
    @GetMapping("/persons/likely")
    JteModel list(
            Frame f,
            Actor by,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable UUID done) {
        var listed = looks.at(
                by,
                "joining.list",
                Purpose.DUPLICATE,
                () -> likenesses.list(Likenesses.Place.of(after), PAGE + 1).stream()
                        .map(pair -> new Listed(
                                pair,
                                likely.compared(pair.oneId(), pair.otherId()).orElse(null)))
                        .toList(),
                LikelyPages::persons);
        var more = listed.size() > PAGE;
        return html.joiningLikely(f, names, more ? listed.subList(0, PAGE) : listed, more, gone(done));
    }

    private static List<PersonId> persons(List<Listed> listed) {
        var persons = new ArrayList<PersonId>();
        listed.stream().limit(PAGE).forEach(row -> {
            persons.add(row.pair().oneId());
            persons.add(row.pair().otherId());
        });
        return persons.stream().distinct().toList();
    }

    @Allow(Right.PROPOSE_JOINING)
    @GetMapping("/persons/compare")
    JteModel compare(
            Frame f,
            Actor by,
            @RequestParam(defaultValue = "") List<UUID> p,
            @RequestParam(required = false) @Nullable UUID done) {
        var compared = p.stream().distinct().map(PersonId::new).toList();
        return compared.size() < 2 || compared.size() > MOST
                ? html.joiningChoose(f)
                : page(f, by, compared, null, Mistakes.NONE, done);
    }

    @Allow(Right.PROPOSE_JOINING)
    @PostMapping("/persons/compare")
    ResponseEntity<JteModel> judge(Frame f, Actor by, @ModelAttribute JudgeForm form) {
        var one = form.one();
        var other = form.other();
        if (one == null || other == null) {
            throw new NotFound();
        }
        var outcome = form.parse(codes, f.today())
                .then(said -> once.run(form.key(), by, form, () -> judged(said, by), done -> next(done)));
        return Answers.to(
                outcome,
                mistakes -> page(f, by, List.of(new PersonId(one), new PersonId(other)), form, mistakes, null));
    }

    private Outcome<UUID> judged(Said said, Actor by) {
        return said.answer() == Answer.SAME
                ? propose.run(new ProposeLink.Input(said.one(), said.other(), said.reason(), said.note()), by)
                : judge.run(
                        new JudgeLikeness.Input(
                                said.one(), said.other(), said.answer().name(), said.reason(), said.note()),
                        by);
    }

    /** The next pair that nobody has judged, with word of where this one went; the list when there is none. */
    private String next(UUID done) {
        return likenesses.list(null, 1).stream()
                .filter(pair -> !pair.isUnsure())
                .findFirst()
                .map(pair -> "/persons/compare?p=" + pair.oneId() + "&p=" + pair.otherId() + "&done=" + done)
                .orElse("/persons/likely?done=" + done);
    }

    private JteModel page(
            Frame f,
            Actor by,
            List<PersonId> compared,
            @Nullable JudgeForm form,
            Mistakes mistakes,
            @Nullable UUID done) {
        return looks.at(
                by,
                "joining.compare",
                Purpose.DUPLICATE,
                () -> {
                    var sides = file.sides(compared);
                    var two = compared.size() == 2;
                    var hit = two ? likely.compared(compared.getFirst(), compared.getLast()) : null;
                    var standing = two
                            ? likenesses.standing(
                                    compared.getFirst(),
                                    compared.getLast(),
                                    hit == null ? 0 : hit.map(Hit::score).orElse(0.0))
                            : Standing.OPEN;
                    return html.joiningCompare(
                            f,
                            names,
                            sides,
                            hit == null ? null : hit.orElse(null),
                            likely.weights(),
                            standing.name(),
                            two
                                    ? likenesses
                                            .last(compared.getFirst(), compared.getLast())
                                            .orElse(null)
                                    : null,
                            form == null ? JudgeForm.fresh(Ids.next(), compared.getFirst(), compared.get(1)) : form,
                            reasons(f),
                            mistakes,
                            gone(done));
                },
                _ -> compared);
    }

    private Map<Answer, List<Option>> reasons(Frame f) {
        var reasons = new LinkedHashMap<Answer, List<Option>>();
        for (var answer : Answer.values()) {
            reasons.put(
                    answer,
                    codes.inForce(JudgeForm.REASONS, f.today()).stream()
                            .filter(code -> answer.isReason(code.code()))
                            .map(code -> new Option(code.code(), code.text(f.language())))
                            .toList());
        }
        return reasons;
    }

    private @Nullable Gone gone(@Nullable UUID done) {
        if (done == null) {
            return null;
        }
        return reading.execute(_ -> likenesses
                .said(done)
                .map(said -> new Gone(said.answer(), said.one(), said.other()))
                .or(() -> links.find(done).map(link -> new Gone("SAME", link.head(), link.member())))
                .orElse(null));
    }
}
