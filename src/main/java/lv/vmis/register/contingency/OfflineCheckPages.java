package lv.vmis.register.contingency;

import gg.jte.models.runtime.JteModel;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import lv.vmis.pages.Templates;
import lv.vmis.register.edge.Allow;
import lv.vmis.register.edge.Frame;
import lv.vmis.register.edge.Mistakes;
import lv.vmis.register.journal.Looks;
import lv.vmis.register.kernel.Actor;
import lv.vmis.register.kernel.Outcome;
import lv.vmis.register.kernel.Outcome.Done;
import lv.vmis.register.kernel.Outcome.Refused;
import lv.vmis.register.kernel.PersonId;
import lv.vmis.register.kernel.Purpose;
import lv.vmis.register.kernel.Refusal;
import lv.vmis.register.kernel.Right;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Checks made without network: brought by a file, and compared with what the register says now. */
@RestController
class OfflineCheckPages {

    static final String HERE = DevicePages.HERE + "/checks";

    private static final String FILES = "files";

    private final OfflineChecks checks;
    private final EnterQueue entering;
    private final Looks looks;
    private final Templates html;

    OfflineCheckPages(OfflineChecks checks, EnterQueue entering, Looks looks, Templates html) {
        this.checks = checks;
        this.entering = entering;
        this.looks = looks;
        this.html = html;
    }

    @Allow(Right.ISSUE_LISTS)
    @GetMapping(HERE)
    JteModel list(
            Frame f,
            Actor by,
            @RequestParam(defaultValue = "0") int entered,
            @RequestParam(defaultValue = "0") int known,
            @RequestParam(defaultValue = "0") int refused,
            @RequestParam(defaultValue = "0") int damaged,
            @RequestParam(defaultValue = "false") boolean cut) {
        return page(f, by, new EnterQueue.Report(entered, known, refused, damaged, cut), Mistakes.NONE);
    }

    /** Sent again it adds nothing: each check is known by its file and place. */
    @Allow(Right.ISSUE_LISTS)
    @PostMapping(HERE)
    ResponseEntity<JteModel> enter(Frame f, Actor by, HttpServletRequest request) throws IOException, ServletException {
        return switch (sent(request).then(file -> entering.run(file, by))) {
            case Done<EnterQueue.Report>(var report) ->
                ResponseEntity.status(303)
                        .location(URI.create(HERE + report.query()))
                        .build();
            case Refused<EnterQueue.Report>(var reasons) ->
                ResponseEntity.unprocessableContent()
                        .body(page(f, by, EnterQueue.Report.NOTHING, new Mistakes(reasons)));
        };
    }

    private JteModel page(Frame f, Actor by, EnterQueue.Report report, Mistakes mistakes) {
        var rows = looks.at(
                by,
                "check.offline-list",
                Purpose.TASK_LIST,
                checks::newest,
                found -> found.stream()
                        .flatMap(row -> row.persons().stream())
                        .distinct()
                        .map(PersonId::new)
                        .toList());
        return html.contingencyChecks(f, rows, report, mistakes);
    }

    private static Outcome<byte[]> sent(HttpServletRequest request) throws IOException, ServletException {
        // What came is read to its end even when it is no file: a server that leaves it there drops the connection
        // after the answer.
        request.getParameterMap();
        var type = request.getContentType();
        var found = type == null || !type.toLowerCase(Locale.ROOT).startsWith("multipart/")
                ? Optional.<Part>empty()
                : request.getParts().stream()
                        .filter(part -> part.getName().equals(FILES) && part.getSize() > 0)
                        .findFirst();
        if (found.isEmpty()) {
            return Outcome.refused(List.of(Refusal.at(FILES, ContingencyRefusal.FILE_NEEDED)));
        }
        if (found.get().getSize() > EnterQueue.LARGEST) {
            return Outcome.refused(List.of(Refusal.at(FILES, ContingencyRefusal.FILE_TOO_LARGE)));
        }
        try (var in = found.get().getInputStream()) {
            return Outcome.done(in.readAllBytes());
        }
    }
}
