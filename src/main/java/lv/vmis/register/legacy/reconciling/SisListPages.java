package lv.vmis.register.legacy.reconciling;

import gg.jte.models.runtime.JteModel;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.Part;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lv.vmis.pages.Templates;
import lv.vmis.register.document.DocumentPrinter;
import lv.vmis.register.edge.Allow;
import lv.vmis.register.edge.Answers;
import lv.vmis.register.edge.Csv;
import lv.vmis.register.edge.Frame;
import lv.vmis.register.edge.Mistakes;
import lv.vmis.register.edge.NotFound;
import lv.vmis.register.edge.Once;
import lv.vmis.register.journal.Looks;
import lv.vmis.register.kernel.Actor;
import lv.vmis.register.kernel.Outcome;
import lv.vmis.register.kernel.PersonId;
import lv.vmis.register.kernel.Purpose;
import lv.vmis.register.kernel.Refusal;
import lv.vmis.register.kernel.Right;
import lv.vmis.register.legacy.reconciling.SisCompared.Where;
import lv.vmis.register.legacy.rule.KnownHere;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Lists of the alerts that N.SIS has, held against the old bans for the Schengen territory and the alerts of this register. */
@RestController
class SisListPages {

    private static final String HERE = "/old-registers/sis-lists";
    private static final Purpose MIGRATION = Purpose.of("MIGRATION");
    private static final int PAGE = 50;
    private static final int NAME = 300;

    /** A hundred thousand alerts are some ten megabytes. */
    private static final long LARGEST = 20L << 20;

    private final SisLists lists;
    private final KnownHere known;
    private final PutSisList put;
    private final Clock clock;
    private final Once once;
    private final Looks looks;
    private final TransactionTemplate reading;
    private final Templates html;

    SisListPages(
            SisLists lists,
            KnownHere known,
            PutSisList put,
            Clock clock,
            Once once,
            Looks looks,
            PlatformTransactionManager transactions,
            Templates html) {
        this.lists = lists;
        this.known = known;
        this.put = put;
        this.clock = clock;
        this.once = once;
        this.looks = looks;
        this.reading = new TransactionTemplate(transactions);
        this.reading.setReadOnly(true);
        this.html = html;
    }

    @Allow(Right.TAKE_OVER)
    @GetMapping(HERE)
    JteModel all(Frame f) {
        return page(f, Mistakes.NONE);
    }

    private JteModel page(Frame f, Mistakes mistakes) {
        return html.legacySisLists(
                f, Objects.requireNonNull(reading.execute(_ -> lists.all())), ReconcileForm.fresh(), mistakes);
    }

    @Allow(Right.TAKE_OVER)
    @PostMapping(HERE)
    ResponseEntity<JteModel> put(Frame f, Actor by, @ModelAttribute ReconcileForm form, HttpServletRequest request)
            throws IOException, ServletException {
        // What came is read to its end even when it is no file: a server that leaves it there drops the connection.
        request.getParameterMap();
        var part = sent(request);
        if (part.isEmpty() || part.get().getSize() > LARGEST) {
            Outcome<String> refused = part.isEmpty()
                    ? Outcome.refused(List.of(Refusal.at("files", SisListRefusal.LIST_NEEDED)))
                    : Outcome.refused(List.of(Refusal.at("files", SisListRefusal.LIST_TOO_LARGE, LARGEST >> 20)));
            return Answers.to(refused, mistakes -> page(f, mistakes));
        }
        var file = part.get().getInputStream().readAllBytes();
        var name = plain(part.get().getSubmittedFileName());
        var sha256 = DocumentPrinter.sha256(file);
        return Answers.to(
                once.run(
                        form.key(),
                        by,
                        sha256,
                        () -> SisListReader.read(file)
                                .then(lines -> put.run(new PutSisList.Input(name, sha256, lines), by)),
                        id -> HERE + "/" + id),
                mistakes -> page(f, mistakes));
    }

    private static Optional<Part> sent(HttpServletRequest request) throws IOException, ServletException {
        var type = request.getContentType();
        return type == null || !type.toLowerCase(Locale.ROOT).startsWith("multipart/")
                ? Optional.empty()
                : request.getParts().stream()
                        .filter(part -> part.getName().equals("files")
                                && part.getSubmittedFileName() != null
                                && !part.getSubmittedFileName().isBlank())
                        .findFirst();
    }

    /** Without a path, and without signs that nobody sees. */
    private static String plain(String sent) {
        var name = Normalizer.normalize(
                        sent.substring(Math.max(sent.lastIndexOf('/'), sent.lastIndexOf('\\')) + 1),
                        Normalizer.Form.NFC)
                .replaceAll("[\\p{C}\uFFFD]", "")
                .strip();
        return name.isEmpty() ? "–" : name.substring(0, Math.min(NAME, name.length()));
    }

    /** What the comparison says: all of it. */
    private record Compared(SisList list, List<SisCompared> all) {}

    private Compared compared(UUID id) {
        var list = lists.find(id).orElseThrow(NotFound::new);
        var today = LocalDate.now(clock);
        return new Compared(list, new SisComparison(known.now(), today).compare(lists.lines(id), lists.here(today)));
    }

    private static List<PersonId> persons(Stream<SisCompared> shown) {
        return shown.map(SisCompared::here)
                .filter(Objects::nonNull)
                .map(here -> new PersonId(here.person()))
                .distinct()
                .toList();
    }

    private static List<SisCompared> shown(List<SisCompared> all, Where where, int from) {
        return all.stream()
                .filter(one -> one.where() == where)
                .skip(from)
                .limit(PAGE + 1L)
                .toList();
    }

    @Allow(Right.TAKE_OVER)
    @GetMapping(HERE + "/{id}")
    JteModel show(
            Frame f,
            Actor by,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "NSIS_ONLY") Where where,
            @RequestParam(defaultValue = "0") int from) {
        var at = Math.max(0, from);
        var compared = looks.searching(
                        by,
                        "old-register.sis-list",
                        MIGRATION,
                        Map.of("list", id, "where", where, "from", at),
                        () -> compared(id),
                        found -> persons(shown(found.all(), where, at).stream()))
                .value();
        var counts = compared.all().stream().collect(Collectors.groupingBy(SisCompared::where, Collectors.counting()));
        var some = shown(compared.all(), where, at);
        var more = some.size() > PAGE;
        return html.legacySisList(
                f, compared.list(), counts, where, more ? some.subList(0, PAGE) : some, more ? at + PAGE : null);
    }

    /** The whole comparison as a file. */
    @Allow(Right.TAKE_OVER)
    @GetMapping(HERE + "/{id}/compared")
    void file(Frame f, Actor by, @PathVariable UUID id, HttpServletResponse response) throws IOException {
        var compared = looks.searching(
                        by,
                        "old-register.sis-list",
                        MIGRATION,
                        Map.of("list", id),
                        () -> compared(id),
                        found -> persons(found.all().stream()))
                .value();
        response.setContentType("text/csv");
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        response.setHeader("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'; sandbox");
        response.setHeader(
                "Content-Disposition",
                ContentDisposition.attachment()
                        .filename(f.t("sis-list.file-name") + ".csv", StandardCharsets.UTF_8)
                        .build()
                        .toString());
        try (var out = new BufferedWriter(new OutputStreamWriter(response.getOutputStream(), StandardCharsets.UTF_8))) {
            var csv = new Csv(out);
            csv.line(Stream.concat(
                            Stream.of(f.t("sis-list.where"), f.t("sis-list.why"), f.t("taking.old-number")),
                            SisListReader.COLUMNS.stream())
                    .toList());
            for (var one : compared.all()) {
                csv.line(line(f, one));
            }
        }
    }

    private static List<String> line(Frame f, SisCompared one) {
        var line = one.line();
        var here = one.here();
        return Stream.of(
                        f.name("sis-list.where", one.where()),
                        f.name("sis-list.why", one.why()),
                        here == null ? "" : here.oldNumber(),
                        line != null ? line.sisId() : here == null ? "" : here.sisId(),
                        line != null ? line.familyName() : here == null ? "" : here.familyName(),
                        line != null ? line.givenNames() : here == null ? "" : here.givenNames(),
                        line != null ? line.birthDate() : here == null ? "" : here.birthDate(),
                        line != null ? line.nationality() : here == null ? "" : here.countries(),
                        line == null ? "" : line.kind(),
                        line == null ? "" : line.validUntil())
                .map(SisListPages::text)
                .toList();
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value;
    }
}
