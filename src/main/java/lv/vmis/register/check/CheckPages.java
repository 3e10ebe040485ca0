package lv.vmis.register.check;

import gg.jte.models.runtime.JteModel;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import lv.vmis.pages.Templates;
import lv.vmis.register.edge.Allow;
import lv.vmis.register.edge.Frame;
import lv.vmis.register.edge.Mistakes;
import lv.vmis.register.edge.Once;
import lv.vmis.register.edge.Option;
import lv.vmis.register.edge.Parse;
import lv.vmis.register.edge.Purposes;
import lv.vmis.register.kernel.Actor;
import lv.vmis.register.kernel.Ids;
import lv.vmis.register.kernel.Outcome;
import lv.vmis.register.kernel.Outcome.Done;
import lv.vmis.register.kernel.Outcome.Refused;
import lv.vmis.register.kernel.Purpose;
import lv.vmis.register.kernel.Refusal;
import lv.vmis.register.kernel.Right;
import lv.vmis.register.kernel.Role;
import lv.vmis.register.reference.Codes;
import lv.vmis.register.reference.Countries;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * The border check (screen S1). The verdict is the direct answer to the form, since nothing about a traveller may stand
 * in an address; a page sent again is another check and another entry.
 */
@RestController
class CheckPages {

    /** Purposes that no question about one traveller can have. */
    private static final Set<String> OTHER_WORK = Set.of("TASK_LIST", "STATISTICS", "MIGRATION");

    private static final int LONGEST_REASON = 500;

    private final Check check;
    private final SlipPrinter slips;
    private final SignedCheck signed;
    private final HandToInspector handToInspector;
    private final Once once;
    private final Purposes purposes;
    private final Codes codes;
    private final Countries countries;
    private final CheckWords words;
    private final Templates html;
    private final Clock clock;

    CheckPages(
            Check check,
            SlipPrinter slips,
            SignedCheck signed,
            HandToInspector handToInspector,
            Once once,
            Purposes purposes,
            Codes codes,
            Countries countries,
            CheckWords words,
            Templates html,
            Clock clock) {
        this.check = check;
        this.slips = slips;
        this.signed = signed;
        this.handToInspector = handToInspector;
        this.once = once;
        this.purposes = purposes;
        this.codes = codes;
        this.countries = countries;
        this.words = words;
        this.html = html;
        this.clock = clock;
    }

    @GetMapping("/check")
    @Allow(Right.CHECK)
    ResponseEntity<JteModel> ask(Frame f, Actor by, @RequestParam(required = false) @Nullable String handed) {
        if (purpose(by).isEmpty()) {
            return ResponseEntity.ok(purposePage(f, new PurposeForm(null, null, null), Mistakes.NONE));
        }
        return ResponseEntity.ok(page(f, CheckForm.BLANK, Mistakes.NONE, handed != null));
    }

    @PostMapping("/check")
    @Allow(Right.CHECK)
    ResponseEntity<JteModel> answer(
            Frame f,
            Actor by,
            @ModelAttribute CheckForm form,
            @ModelAttribute AsOf asOf,
            @RequestHeader(name = HttpHeaders.USER_AGENT, required = false) @Nullable String device) {
        var purpose = purpose(by);
        if (purpose.isEmpty()) {
            return ResponseEntity.unprocessableContent()
                    .body(purposePage(f, new PurposeForm(null, null, null), Mistakes.NONE));
        }
        if (asOf.isTyped() && !f.may(Right.CHECK_PAST)) {
            throw new AccessDeniedException("a check as of a past moment");
        }
        var moment = asOf.parse(clock.instant());
        return switch (form.parse(countries, LocalDate.now(clock))) {
            case Done<Traveller>(var asked) ->
                switch (moment) {
                    case Done<Optional<Instant>>(var then) ->
                        ResponseEntity.ok(answerPage(
                                f,
                                check.all(List.of(new Check.Asking(asked, then.orElse(null))), purpose.get(), by)
                                        .getFirst(),
                                device));
                    case Refused<Optional<Instant>>(var reasons) ->
                        ResponseEntity.unprocessableContent().body(page(f, form, asOf, new Mistakes(reasons), false));
                };
            case Refused<Traveller>(var reasons) ->
                ResponseEntity.unprocessableContent()
                        .body(page(
                                f,
                                form,
                                asOf,
                                new Mistakes(
                                        moment instanceof Refused<Optional<Instant>>(var more)
                                                ? Stream.concat(reasons.stream(), more.stream())
                                                        .toList()
                                                : reasons),
                                false));
        };
    }

    /** Why somebody who is not at the border asks. */
    public record PurposeForm(
            @Nullable String purpose,
            @Nullable String caseRef,
            @Nullable String reason) {

        Outcome<Purpose> parse(Actor by, Codes codes, LocalDate today) {
            var in = new Parse(today);
            var code = in.code(
                    "purpose",
                    purpose,
                    typed -> !OTHER_WORK.contains(typed) && codes.isInForce("purpose", typed, today));
            var about = in.optionalText("caseRef", caseRef, 100);
            var why = in.optionalText("reason", reason, LONGEST_REASON);
            if (by.role() == Role.READER && about.orNull() == null && !in.noted("caseRef")) {
                in.refuse("caseRef", CheckRefusal.CASE_REQUIRED);
            } else if (about.orNull() == null && why.orNull() == null && !in.hasMistakes()) {
                in.refuse("reason", CheckRefusal.REASON_REQUIRED);
            }
            return in.into(() -> new Purpose(code.get(), about.orNull(), why.orNull()));
        }
    }

    @PostMapping("/check/purpose")
    @Allow(Right.CHECK)
    ResponseEntity<JteModel> purpose(Frame f, Actor by, @ModelAttribute PurposeForm form) {
        return switch (form.parse(by, codes, LocalDate.now(clock))) {
            case Done<Purpose>(var stated) -> {
                purposes.state(by, stated, null);
                yield to("/check");
            }
            case Refused<Purpose>(var reasons) ->
                ResponseEntity.unprocessableContent().body(purposePage(f, form, new Mistakes(reasons)));
        };
    }

    @PostMapping("/check/slip")
    @Allow(Right.CHECK)
    ResponseEntity<?> slip(Frame f, Actor by, @RequestParam UUID check) {
        var purpose = purpose(by);
        var printed = purpose.isEmpty() ? Optional.<byte[]>empty() : slips.print(check, purpose.get(), by);
        if (printed.isEmpty()) {
            return gone(f, List.of(Refusal.of(CheckRefusal.RECEIPT_GONE)));
        }
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .header(HttpHeaders.CONTENT_DISPOSITION, "inline; filename=\"parbaude.pdf\"")
                .body(printed.get());
    }

    @PostMapping("/check/receipt")
    @Allow(Right.CHECK)
    ResponseEntity<?> receipt(Frame f, Actor by, @RequestParam UUID check) {
        var purpose = purpose(by);
        var file = purpose.isEmpty() ? Optional.<byte[]>empty() : signed.of(check, purpose.get(), f.language(), by);
        if (file.isEmpty()) {
            return gone(f, List.of(Refusal.of(CheckRefusal.RECEIPT_GONE)));
        }
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType("application/zip"))
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"parbaude-" + check + ".zip\"")
                .body(file.get());
    }

    /** The note to the inspector. */
    public record HandOverForm(
            @Nullable String check, @Nullable String note) {}

    @PostMapping("/check/requests")
    @Allow(Right.CHECK)
    ResponseEntity<JteModel> handOver(
            Frame f, Actor by, @RequestParam UUID key, @RequestParam UUID check, @ModelAttribute HandOverForm form) {
        var in = new Parse(LocalDate.now(clock));
        var note = in.optionalText("note", form.note(), LONGEST_REASON);
        var answer = in.into(() -> new HandToInspector.Input(check, note.orNull()))
                .then(input -> once.run(key, by, form, () -> handToInspector.run(input, by), _ -> "/check?handed"));
        return switch (answer) {
            case Done<String>(var where) -> to(where);
            case Refused<String>(var reasons) -> gone(f, reasons);
        };
    }

    private Optional<Purpose> purpose(Actor by) {
        if (by.role() == Role.GUARD) {
            return Optional.of(Purpose.of("BORDER_CHECK"));
        }
        return purposes.forSearching(by).filter(stated -> by.role() != Role.READER || stated.caseRef() != null);
    }

    private ResponseEntity<JteModel> gone(Frame f, List<Refusal> reasons) {
        return ResponseEntity.unprocessableContent().body(page(f, CheckForm.BLANK, new Mistakes(reasons), false));
    }

    private JteModel page(Frame f, CheckForm form, Mistakes mistakes, boolean handed) {
        return page(f, form, AsOf.BLANK, mistakes, handed);
    }

    private JteModel page(Frame f, CheckForm form, AsOf asOf, Mistakes mistakes, boolean handed) {
        return html.checkScreen(f, form, asOf, mistakes, null, words, handed, true, Ids.next());
    }

    /**
     * The field for the next traveller gets the focus unless that would scroll the verdict away: on a phone, and below a
     * long list of reasons. A scanner is heard there all the same.
     */
    private JteModel answerPage(Frame f, CheckAnswer answer, @Nullable String device) {
        var isPhone = device != null && device.contains("Mobi");
        var isShort =
                answer.candidates().size() <= 1 && answer.verdict().known().size() <= 2;
        return html.checkScreen(
                f, CheckForm.BLANK, AsOf.BLANK, Mistakes.NONE, answer, words, false, isShort && !isPhone, Ids.next());
    }

    private JteModel purposePage(Frame f, PurposeForm form, Mistakes mistakes) {
        var options = codes.inForce("purpose", LocalDate.now(clock)).stream()
                .filter(code -> !OTHER_WORK.contains(code.code()))
                .map(code -> new Option(code.code(), code.text(f.language())))
                .toList();
        return html.checkPurpose(
                f,
                form.purpose(),
                form.caseRef(),
                form.reason(),
                options,
                f.someone().role() == Role.READER,
                mistakes);
    }

    private static ResponseEntity<JteModel> to(String where) {
        return ResponseEntity.status(303).location(URI.create(where)).build();
    }
}
