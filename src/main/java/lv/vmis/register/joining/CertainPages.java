package lv.vmis.register.joining;

import gg.jte.models.runtime.JteModel;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import lv.vmis.pages.Templates;
import lv.vmis.register.edge.Allow;
import lv.vmis.register.edge.Answers;
import lv.vmis.register.edge.Frame;
import lv.vmis.register.edge.Mistakes;
import lv.vmis.register.edge.Once;
import lv.vmis.register.journal.Looks;
import lv.vmis.register.kernel.Actor;
import lv.vmis.register.kernel.PersonId;
import lv.vmis.register.kernel.Purpose;
import lv.vmis.register.kernel.Right;
import lv.vmis.register.reference.Names;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Many pairs at once about whom there is nothing to weigh: one official proposes to join them, another approves. */
@RestController
class CertainPages {

    private final CertainPairs certain;
    private final ProposeLinks propose;
    private final ApproveLinks approve;
    private final Names names;
    private final Looks looks;
    private final Once once;
    private final Templates html;

    CertainPages(
            CertainPairs certain,
            ProposeLinks propose,
            ApproveLinks approve,
            Names names,
            Looks looks,
            Once once,
            Templates html) {
        this.certain = certain;
        this.propose = propose;
        this.approve = approve;
        this.names = names;
        this.looks = looks;
        this.once = once;
        this.html = html;
    }

    @Allow(Right.PROPOSE_JOINING)
    @GetMapping("/persons/likely/certain")
    JteModel open(Frame f, Actor by, @RequestParam(required = false) @Nullable Integer done) {
        return openPage(f, by, CertainForm.fresh(), Mistakes.NONE, done);
    }

    @Allow(Right.PROPOSE_JOINING)
    @PostMapping("/persons/likely/certain")
    ResponseEntity<JteModel> propose(Frame f, Actor by, @ModelAttribute CertainForm form) {
        return Answers.to(
                form.pairs(f.today())
                        .then(pairs -> once.run(
                                form.key(),
                                by,
                                form,
                                () -> propose.run(new ProposeLinks.Input(pairs), by),
                                count -> "/persons/likely/certain?done=" + count)),
                mistakes -> openPage(f, by, form, mistakes, null));
    }

    @Allow(Right.DECIDE_JOINING)
    @GetMapping("/links/certain")
    JteModel waiting(Frame f, Actor by, @RequestParam(required = false) @Nullable Integer done) {
        return waitingPage(f, by, CertainForm.fresh(), Mistakes.NONE, done);
    }

    @Allow(Right.DECIDE_JOINING)
    @PostMapping("/links/certain")
    ResponseEntity<JteModel> approve(Frame f, Actor by, @ModelAttribute CertainForm form) {
        return Answers.to(
                form.links(f.today())
                        .then(links -> once.run(
                                form.key(),
                                by,
                                form,
                                () -> approve.run(links, by),
                                count -> "/links/certain?done=" + count)),
                mistakes -> waitingPage(f, by, form, mistakes, null));
    }

    private JteModel openPage(Frame f, Actor by, CertainForm form, Mistakes mistakes, @Nullable Integer done) {
        var pairs = looked(by, "joining.certain", () -> certain.open(CertainForm.MOST));
        return html.joiningCertain(f, names, pairs, form, mistakes, done);
    }

    private JteModel waitingPage(Frame f, Actor by, CertainForm form, Mistakes mistakes, @Nullable Integer done) {
        var pairs = looked(by, "joining.certain-waiting", () -> certain.waiting(by, CertainForm.MOST));
        return html.joiningCertainWaiting(f, names, pairs, form, mistakes, done);
    }

    private List<CertainPair> looked(Actor by, String operation, Supplier<List<CertainPair>> read) {
        return looks.at(by, operation, Purpose.DUPLICATE, read, CertainPages::persons);
    }

    private static List<PersonId> persons(List<CertainPair> pairs) {
        return pairs.stream()
                .flatMap(pair -> Stream.of(pair.oneId(), pair.otherId()))
                .toList();
    }
}
