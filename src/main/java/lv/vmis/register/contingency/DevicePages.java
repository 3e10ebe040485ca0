package lv.vmis.register.contingency;

import gg.jte.models.runtime.JteModel;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
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
import lv.vmis.register.edge.Option;
import lv.vmis.register.kernel.Actor;
import lv.vmis.register.kernel.Outcome.Done;
import lv.vmis.register.kernel.Outcome.Refused;
import lv.vmis.register.kernel.Right;
import lv.vmis.register.reference.Units;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Devices that check without network: their list, one of them, its end, and the lists it gets. */
@RestController
class DevicePages {

    static final String HERE = "/devices";

    private final Devices devices;
    private final ContingencyKeys keys;
    private final RegisterDevice register;
    private final RevokeDevice revoke;
    private final IssueList issue;
    private final Units units;
    private final Once once;
    private final TransactionTemplate reading;
    private final Templates html;

    DevicePages(
            Devices devices,
            ContingencyKeys keys,
            RegisterDevice register,
            RevokeDevice revoke,
            IssueList issue,
            Units units,
            Once once,
            PlatformTransactionManager transactions,
            Templates html) {
        this.devices = devices;
        this.keys = keys;
        this.register = register;
        this.revoke = revoke;
        this.issue = issue;
        this.units = units;
        this.once = once;
        this.reading = new TransactionTemplate(transactions);
        this.reading.setReadOnly(true);
        this.html = html;
    }

    private record Shown(Device device, List<IssuedList> lists) {}

    @Allow(Right.SEE_DEVICES)
    @GetMapping(HERE)
    JteModel list(Frame f) {
        var all = Objects.requireNonNull(reading.execute(_ -> devices.all()));
        return html.contingencyDevices(
                f, all, units, Device.shown(keys.current().fingerprint()));
    }

    /** What a device has to know of the register before it believes a list. */
    @Allow(Right.SEE_DEVICES)
    @GetMapping(HERE + "/register.pem")
    ResponseEntity<String> registerKeys() {
        return ResponseEntity.ok()
                .contentType(MediaType.TEXT_PLAIN)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("register.pem")
                                .build()
                                .toString())
                .body(keys.told());
    }

    @Allow(Right.KEEP_DEVICES)
    @GetMapping(HERE + "/new")
    JteModel ask(Frame f) {
        return form(f, DeviceForm.fresh(), Mistakes.NONE);
    }

    @Allow(Right.KEEP_DEVICES)
    @PostMapping(HERE)
    ResponseEntity<JteModel> register(Frame f, Actor by, @ModelAttribute DeviceForm form) {
        return Answers.to(
                once.run(
                        form.key(),
                        by,
                        form,
                        () -> form.device(units, f.today()).then(device -> register.run(device, by)),
                        id -> HERE + "/" + id),
                mistakes -> form(f, form, mistakes));
    }

    @Allow(Right.SEE_DEVICES)
    @GetMapping(HERE + "/{id}")
    JteModel show(Frame f, @PathVariable UUID id) {
        return page(f, id, DeviceForm.fresh(), Mistakes.NONE);
    }

    @Allow(Right.KEEP_DEVICES)
    @PostMapping(HERE + "/{id}/revoke")
    ResponseEntity<JteModel> revoke(Frame f, Actor by, @PathVariable UUID id, @ModelAttribute DeviceForm form) {
        return Answers.to(
                once.run(
                        form.key(),
                        by,
                        id + "revoke" + form,
                        () -> form.why(f.today()).then(why -> revoke.run(new RevokeDevice.Input(id, why), by)),
                        done -> HERE + "/" + done),
                mistakes -> page(f, id, form, mistakes));
    }

    /** The file is the answer, sealed from its first byte on. Sent again it is another list, with a number of its own. */
    @Allow(Right.ISSUE_LISTS)
    @PostMapping(HERE + "/{id}/lists")
    @Nullable
    ResponseEntity<JteModel> issue(
            Frame f, Actor by, @PathVariable UUID id, @ModelAttribute DeviceForm form, HttpServletResponse response)
            throws IOException {
        var file = Files.createTempFile("register", ".list");
        try {
            var issued = form.sinceList(f.today())
                    .then(since -> issue.run(new IssueList.Input(id, since.orElse(null), file), by));
            return switch (issued) {
                case Done<IssueList.Issued>(var list) -> sent(id, list, file, response);
                case Refused<IssueList.Issued>(var reasons) ->
                    ResponseEntity.unprocessableContent().body(page(f, id, form, new Mistakes(reasons)));
            };
        } finally {
            Files.delete(file);
        }
    }

    private @Nullable ResponseEntity<JteModel> sent(
            UUID id, IssueList.Issued list, Path file, HttpServletResponse response) throws IOException {
        var device =
                Objects.requireNonNull(reading.execute(_ -> devices.find(id).orElseThrow()));
        var name = "%s-%04d.list".formatted(device.name().replaceAll("[^\\p{L}\\p{N}-]+", "-"), list.number());
        response.setContentType(MediaType.APPLICATION_OCTET_STREAM_VALUE);
        response.setContentLengthLong(Files.size(file));
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment()
                        .filename(name, StandardCharsets.UTF_8)
                        .build()
                        .toString());
        Files.copy(file, response.getOutputStream());
        return null;
    }

    private JteModel form(Frame f, DeviceForm form, Mistakes mistakes) {
        var choice = units.of(DeviceForm.INSTITUTION, f.today()).stream()
                .map(unit -> new Option(unit.code(), unit.name(f.language())))
                .toList();
        return html.contingencyDeviceForm(f, form, choice, mistakes);
    }

    private JteModel page(Frame f, UUID id, DeviceForm form, Mistakes mistakes) {
        var shown = Objects.requireNonNull(
                reading.execute(_ -> new Shown(devices.find(id).orElseThrow(NotFound::new), devices.lists(id))));
        var since = shown.lists().stream()
                .map(list -> new Option(
                        String.valueOf(list.number()),
                        f.t(
                                "contingency.since-list",
                                list.number(),
                                f.moment(list.madeAt().toInstant()))))
                .toList();
        return html.contingencyDevice(
                f,
                shown.device(),
                units.name(shown.device().unit(), f.language()),
                shown.lists(),
                since,
                form,
                mistakes);
    }
}
