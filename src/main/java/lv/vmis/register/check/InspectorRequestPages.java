package lv.vmis.register.check;

import gg.jte.models.runtime.JteModel;
import java.util.UUID;
import lv.vmis.pages.Templates;
import lv.vmis.register.edge.Allow;
import lv.vmis.register.edge.Answers;
import lv.vmis.register.edge.Frame;
import lv.vmis.register.edge.Mistakes;
import lv.vmis.register.edge.Once;
import lv.vmis.register.journal.Looks;
import lv.vmis.register.kernel.Actor;
import lv.vmis.register.kernel.Ids;
import lv.vmis.register.kernel.Language;
import lv.vmis.register.kernel.Purpose;
import lv.vmis.register.kernel.Right;
import lv.vmis.register.reference.Units;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Travellers the border has handed over, waiting for an inspector. */
@RestController
class InspectorRequestPages {

    private final InspectorRequests requests;
    private final TakeRequest takeRequest;
    private final Once once;
    private final Looks looks;
    private final Units units;
    private final Templates html;

    InspectorRequestPages(
            InspectorRequests requests, TakeRequest takeRequest, Once once, Looks looks, Units units, Templates html) {
        this.requests = requests;
        this.takeRequest = takeRequest;
        this.once = once;
        this.looks = looks;
        this.units = units;
        this.html = html;
    }

    @GetMapping("/check/requests")
    @Allow(Right.ENTER_FINDING)
    JteModel list(Frame f, Actor by) {
        return page(f, by, Mistakes.NONE);
    }

    @PostMapping("/check/requests/{id}/take")
    @Allow(Right.ENTER_FINDING)
    ResponseEntity<JteModel> take(Frame f, Actor by, @PathVariable UUID id, @RequestParam UUID key) {
        var answer = once.run(
                key, by, id, () -> takeRequest.run(new TakeRequest.Input(id), by), _ -> "/check/requests#r-" + id);
        return Answers.to(answer, mistakes -> page(f, by, mistakes));
    }

    private JteModel page(Frame f, Actor by, Mistakes mistakes) {
        var rows = looks.at(
                by,
                "check.requests",
                Purpose.TASK_LIST,
                () -> requests.list(by.institution()),
                found -> found.stream()
                        .flatMap(request -> request.persons().stream())
                        .distinct()
                        .toList());
        return html.checkRequests(f, rows.stream().map(this::row).toList(), mistakes);
    }

    private RequestRow row(InspectorRequest request) {
        return new RequestRow(
                request, units.name(request.unit(), Language.LV), units.name(request.unit(), Language.EN), Ids.next());
    }
}
